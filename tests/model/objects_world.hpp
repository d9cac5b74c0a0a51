// Four places for objects of one class, and beside each what the object must be: a number for each slot, or none, and a
// list of dynamic attributes. An operation is done to both, and then they are compared.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/expect.hpp"
#include "model/objects_subject.hpp"
#include "model/seeds.hpp"

namespace model {

enum class action : std::uint8_t {
  touch,
  make,
  drop,
  copy,
  move,
  assign,
  move_assign,
  swap,
  assign_view,
  move_assign_view,
  restore,
  build_from_state,
  compare,
  look,
  ask_wrongly,
  set_dynamic,
  erase_dynamic,
  clear_dynamic,
  refer,
  refer_as,
  drop_reference,
};

/// One step of a program. It can be done in any world, so that a program with operations taken out is one, too.
struct operation {
  action what = action::touch;
  std::uint8_t one = 0, other = 0;  // places
  std::uint16_t detail = 0;         // a slot, a name, a base, a reference
  verb how = verb::get;
  way by = way::fixed;
  int number = 0;
  std::uint8_t fails = 0;  // the n-th copy or move of a fragile value that throws
};
using program = std::vector<operation>;

inline constexpr std::size_t places = 4;
inline constexpr std::string_view dynamic_names[] = {"colour", "weight", "x y", "", "a long name of no slot", "z"};

inline operation random_operation(random_numbers& random) {
  // How often: touch, make, drop, ...
  constexpr std::uint32_t likely[] = {40, 8, 2, 4, 4, 4, 4, 3, 2, 2, 2, 2, 6, 3, 1, 8, 3, 1, 4, 2, 2};
  std::uint32_t sum = 0;
  for (const std::uint32_t one : likely) sum += one;
  std::uint32_t left = random.below(sum);
  std::size_t chosen = 0;
  while (left >= likely[chosen]) left -= likely[chosen++];
  operation made;
  made.what = static_cast<action>(chosen);
  made.one = static_cast<std::uint8_t>(random.below(places));
  made.other = static_cast<std::uint8_t>(random.below(places));
  made.detail = static_cast<std::uint16_t>(random.below(1000));
  made.how = static_cast<verb>(random.below(8));
  made.by = static_cast<way>(random.below(5));
  made.number = static_cast<int>(random.below(1000));
  if (random.below(4) == 0) made.fails = static_cast<std::uint8_t>(1 + random.below(6));
  return made;
}
inline program random_program(std::uint64_t seed) {
  random_numbers random(seed);
  program made;
  for (std::uint8_t i = 0; i != places - 1; ++i) {  // so that not all of them begin with nothing
    made.push_back(random_operation(random));
    made.back().what = action::make;
    made.back().one = i;
  }
  for (std::uint32_t count = 60 + random.below(400); count != 0; --count) made.push_back(random_operation(random));
  return made;
}

/// What is wrong on purpose, to see that it is found.
enum class broken : std::uint8_t { nothing, model, process };

class world {
 public:
  explicit world(subject& of, broken wrong = broken::nothing) : of_(of), wrong_(wrong) {}
  world(const world&) = delete;
  world& operator=(const world&) = delete;
  ~world() {
    for (std::size_t i = 0; i != subject::references; ++i) drop_reference(i);
    for (place& one : all_)
      if (one.object) of_.destroy(one.object);
  }

  void play(const operation& step) {
    place& one = all_[step.one];
    place& other = all_[step.other];
    do_step(step, one, other);
    check(one);
    check(other);
    if (++steps_ % 16 == 0)
      for (const place& each : all_) check(each);
    check_counts();
    for (std::size_t i = 0; i != subject::references; ++i) check_reference(i);
  }
  /// At the end of a program. Nothing is alive then.
  void end() {
    for (std::size_t i = 0; i != places; ++i) {
      check(all_[i]);
      drop(all_[i]);
    }
    for (std::size_t i = 0; i != subject::references; ++i) {
      check_reference(i);
      drop_reference(i);
    }
    check_counts();
    expect(living::alive == 0, "nothing is alive at the end");
    expect(of_.is_clean(), "no shape is left at the end");
  }

 private:
  using numbers = std::vector<std::optional<int>>;
  struct attribute {
    std::string_view name;
    int number;
    friend bool operator==(const attribute&, const attribute&) = default;
  };
  /// What an object must be.
  struct twin {
    numbers slots;
    std::vector<attribute> dict;
    int identity = 0;  // what weak references name
  };
  struct place {
    void* object = nullptr;
    twin should;
    long living = 0;
  };
  struct reference {
    int identity = 0;  // 0: none
    bool calls = false;
  };

  // What there should be.

  [[nodiscard]] int left_of_slot(std::size_t i, int number) const { return left_of(of_.facts[i].what, number); }
  static void count(place& one, const subject& of) {
    one.living = 0;
    for (std::size_t i = 0; i != one.should.slots.size(); ++i)
      if (one.should.slots[i]) one.living += living_in(of.facts[i].what);
    one.living += living_in(of.all.dict) * static_cast<long>(one.should.dict.size());
  }
  void check(const place& one) {
    if (!one.object) return;
    found_.clear();
    of_.visit(one.object, found_);
    std::size_t at = 0;
    for (std::size_t i = 0; i != one.should.slots.size(); ++i) {
      if (!one.should.slots[i]) continue;
      expect_at(at, of_.facts[i].name, *one.should.slots[i], "the slots that are set, and their values");
      ++at;
    }
    for (const attribute& each : one.should.dict) {
      expect_at(at, each.name, each.number, "the dynamic attributes in their order");
      ++at;
    }
    expect(at == found_.size(), "no more slots and attributes than there should be");
  }
  void expect_at(std::size_t at, std::string_view name, int number, const char* what) const {
    if (at < found_.size() && found_[at].name == name && found_[at].number == number) return;
    const std::string there =
        at < found_.size() ? std::string(found_[at].name) + " = " + std::to_string(found_[at].number) : "none";
    throw disagreement(std::string(what) + ": " + std::string(name) + " = " + std::to_string(number) +
                       " should be there, not " + there);
  }
  void check_counts() const {
    expect(!living::broken, living::broken);
    long sum = 0;
    for (const place& each : all_) sum += each.object ? each.living : 0;
    if (sum != living::alive)
      throw disagreement(std::to_string(sum) + " values should be alive, not " + std::to_string(living::alive));
    expect(runs_ == expected_runs_, "a callback runs once, when its object dies");
  }
  void check_reference(std::size_t i) const {
    if (!of_.all.weak) return;
    const void* named = nullptr;
    for (const place& each : all_)
      if (each.object && each.should.identity == references_[i].identity) named = each.object;
    expect(of_.target(i) == named, "a weak reference names its object until that dies");
    if (named)
      expect(
          of_.count_references(named) == static_cast<std::size_t>(std::count_if(
                                             references_.begin(), references_.end(),
                                             [&](const auto& one) { return one.identity == references_[i].identity; })),
          "weak_count()");
  }

  // Identities: what weak references name. They move from object to object.

  void die(int identity) {
    for (reference& one : references_) {
      if (one.identity != identity || !one.calls) continue;
      ++expected_runs_;
      one.calls = false;
    }
  }
  void drop_reference(std::size_t i) {
    if (!of_.all.weak) return;
    of_.drop(i);
    references_[i] = {};
  }

  void drop(place& one) {
    if (!one.object) return;
    of_.destroy(std::exchange(one.object, nullptr));
    die(one.should.identity);
    one.should = {};
  }
  /// Puts a new object where there may be another one.
  void put(place& one, void* made, twin should) {
    drop(one);
    one.object = made;
    one.should = std::move(should);
    one.should.identity = ++last_identity_;
    count(one, of_);
  }
  void leave_moved_from(twin& from) const {
    for (std::size_t i = 0; i != from.slots.size(); ++i)
      if (from.slots[i]) from.slots[i] = left_of_slot(i, *from.slots[i]);
    from.dict.clear();
  }

  /// Runs it with a failure to come; false if it came.
  template <class F>
  static bool succeeds(std::uint8_t fails, const F& f) {
    fragile::fail_in = fails;
    bool done = true;
    try {
      f();
    } catch (const failure&) {
      done = false;
    }
    fragile::fail_in = 0;
    return done;
  }
  /// After a failure in the middle, or an assignment to itself: each slot has a value that it or the other one had,
  /// moved from or not. It is believed which one.
  void take_as_it_is(place& one, const numbers& had, const numbers& others) {
    found_.clear();
    of_.visit(one.object, found_);
    std::size_t at = 0;
    for (std::size_t i = 0; i != had.size(); ++i) {
      std::optional<int> now;
      if (at != found_.size() && found_[at].name == of_.facts[i].name) now = found_[at++].number;
      const auto may_be = [&](const std::optional<int>& before) {
        return now == before || (now && before && *now == left_of_slot(i, *before));
      };
      expect(may_be(had[i]) || may_be(others[i]), "after a failure a slot has its old or its new value");
      one.should.slots[i] = now;
    }
    count(one, of_);
  }

  // Operations.

  void do_step(const operation& step, place& one, place& other) {
    switch (step.what) {
      case action::touch:
        return touch(step, one);
      case action::make:
        return make(step, one);
      case action::drop:
        return drop(one);
      case action::copy:
      case action::build_from_state:
        return copy(step, one, other);
      case action::move:
        return move(step, one, other);
      case action::assign:
      case action::restore:
      case action::move_assign:
        return assign(step, one, other);
      case action::swap:
        return swap(one, other);
      case action::assign_view:
      case action::move_assign_view:
        return assign_view(step, one, other);
      case action::compare:
        return compare(one, other);
      case action::look:
        return look(step, one);
      case action::ask_wrongly:
        return ask_wrongly(step, one);
      case action::set_dynamic:
      case action::erase_dynamic:
      case action::clear_dynamic:
        return change_dict(step, one);
      case action::refer:
      case action::refer_as:
      case action::drop_reference:
        return change_reference(step, one);
    }
  }

  void make(const operation& step, place& one) {
    const auto how = static_cast<making>(step.by);
    void* made = nullptr;
    const bool done = succeeds(step.fails, [&] { made = of_.make(how, step.number); });
    if (!done) return;
    bool has_defaults = true;
    for (const slot_fact& fact : of_.facts) has_defaults = has_defaults && !fact.is_required();
    if (how == making::by_default) expect((made != nullptr) == has_defaults, "an object without values can be made");
    if (!made) return;
    twin should;
    for (std::size_t i = 0; i != of_.facts.size(); ++i) {
      const slot_fact& fact = of_.facts[i];
      const bool is_given = how == making::by_default      ? false
                            : how == making::by_some_names ? !fact.may_be_unset() || i % 2 == 0
                            : how == making::by_builder    ? is_built(fact, i, step.number)
                                                           : true;
      should.slots.push_back(is_given                 ? std::optional(number_for(fact, i, step.number))
                             : fact.otherwise != none ? std::optional(fact.otherwise)
                                                      : std::nullopt);
    }
    put(one, made, std::move(should));
  }
  void copy(const operation& step, place& to, place& from) {
    if (!from.object) return;
    void* made = nullptr;
    const bool done = succeeds(
        step.fails, [&] { made = step.what == action::copy ? of_.copy(from.object) : of_.restored(from.object); });
    if (!done) return;
    expect((made != nullptr) == (step.what == action::copy ? of_.all.copies : of_.all.restores),
           "an object can be copied");
    if (made) put(to, made, twin(from.should));
  }
  void move(const operation& step, place& to, place& from) {
    if (!from.object) return;
    void* made = nullptr;
    const bool done = succeeds(step.fails, [&] { made = of_.move(from.object); });
    if (!done) return take_as_it_is(from, numbers(from.should.slots), from.should.slots);
    expect((made != nullptr) == of_.all.moves, "an object can be moved");
    if (!made) return;
    twin should = from.should;
    const int identity = std::exchange(from.should.identity, ++last_identity_);
    leave_moved_from(from.should);
    count(from, of_);
    put(to, made, std::move(should));
    to.should.identity = identity;
  }
  void assign(const operation& step, place& to, place& from) {
    const bool moves = step.what == action::move_assign;
    if (!to.object || !from.object || !of_.all.assigns || (step.what == action::restore && !of_.all.restores) ||
        !(moves ? of_.all.moves : of_.all.copies))
      return;
    const numbers old = to.should.slots, others = from.should.slots;
    const bool done = succeeds(step.fails, [&] {
      if (step.what == action::restore)
        of_.restore(to.object, from.object);
      else
        of_.assign(to.object, from.object, moves);
    });
    if (!done || (moves && &to == &from)) {
      take_as_it_is(to, old, others);
      if (moves) take_as_it_is(from, others, others);
      return;
    }
    if (&to == &from) return;
    to.should.slots = from.should.slots;
    to.should.dict = from.should.dict;
    count(to, of_);
    if (!moves) return;
    die(to.should.identity);
    to.should.identity = std::exchange(from.should.identity, ++last_identity_);
    leave_moved_from(from.should);
    count(from, of_);
  }
  void swap(place& one, place& other) {
    if (!one.object || !other.object || !of_.all.moves || !of_.all.assigns) return;
    if (wrong_ == broken::process && &one != &other) std::abort();
    of_.swap(one.object, other.object);
    if (wrong_ == broken::model && &one != &other) return;
    std::swap(one.should, other.should);
    std::swap(one.living, other.living);
  }
  /// A base of the one becomes that of the other. Weak references stay.
  void assign_view(const operation& step, place& to, place& from) {
    if (of_.views.empty() || !to.object || !from.object || &to == &from) return;
    const std::size_t view = step.detail % of_.views.size();
    const bool moves = step.what == action::move_assign_view;
    of_.assign_view(view, to.object, from.object, moves);
    for (std::size_t i = 0; i != of_.facts.size(); ++i) {
      if ((of_.facts[i].views >> view & 1u) == 0) continue;
      to.should.slots[i] = from.should.slots[i];
      if (moves && from.should.slots[i]) from.should.slots[i] = left_of_slot(i, *from.should.slots[i]);
    }
    if ((of_.all.dict_views >> view & 1u) != 0) {
      to.should.dict = from.should.dict;
      if (moves) from.should.dict.clear();
    }
    count(to, of_);
    count(from, of_);
  }

  void touch(const operation& step, place& one) {
    if (!one.object || of_.facts.empty()) return;
    const std::size_t slot = step.detail % of_.facts.size();
    const slot_fact& fact = of_.facts[slot];
    const bool by_name = step.by == way::text || step.by == way::key;
    const bool reaches = !by_name || !fact.says(hidden);
    const std::string_view name = step.number % 2 == 0 && !fact.alias.empty() ? fact.alias : fact.name;
    const int number = step.number % range_of(fact.what);
    enum class outcome : std::uint8_t { done, refused, failed } came = outcome::done;
    int answer = 0;
    const bool done = succeeds(step.fails, [&] {
      try {
        answer = of_.touch(one.object, slot, {step.how, step.by, name, number});
      } catch (const sl::attribute_error&) {
        came = outcome::refused;
      }
    });
    if (!done) came = outcome::failed;
    if (came == outcome::done && answer == not_offered) return;
    std::optional<int>& should = one.should.slots[slot];
    const bool is_there = reaches && should.has_value();
    const bool may_change = reaches && !fact.says(readonly);
    switch (step.how) {
      case verb::get:
        expect((came == outcome::done) == is_there, "an unset slot is refused, and no other");
        if (is_there) expect(answer == *should, "get");
        return;
      case verb::get_or:
        expect(came != outcome::refused, "a fallback is enough");
        if (came == outcome::done) expect(answer == (is_there ? *should : number), "get with a fallback");
        return;
      case verb::find:
        expect(came == outcome::done && answer == (is_there ? *should : not_there), "find");
        return;
      case verb::has:
        expect(came == outcome::done && (answer != 0) == is_there, "has");
        return;
      case verb::set:
      case verb::set_copy:
        expect((came == outcome::refused) == !may_change, "a readonly slot is not set, and each other one is");
        if (came == outcome::done) should = number;
        break;
      case verb::del: {
        const bool resets = step.by == way::subscript;  // which asks no questions
        expect((came == outcome::done) == (may_change && fact.may_be_unset() && (is_there || resets)),
               "only what is set can be deleted");
        if (came == outcome::done) should.reset();
        break;
      }
      case verb::emplace:
        if (came == outcome::done) expect(answer == number, "emplace");
        should.reset();
        if (came == outcome::done) should = number;
        break;
    }
    count(one, of_);
  }
  void ask_wrongly(const operation& step, place& one) {
    if (!one.object) return;
    std::string_view slot;
    if (!of_.facts.empty()) {
      const slot_fact& fact = of_.facts[step.detail % of_.facts.size()];
      if (fact.traits == plain) slot = fact.name;
    }
    of_.ask_wrongly(one.object, slot);
  }
  void compare(place& one, place& other) {
    if (!one.object || !other.object || !of_.all.compares) return;
    numbers mine = one.should.slots, others = other.should.slots;
    std::vector<std::string_view> differ;
    for (std::size_t i = 0; i != mine.size(); ++i) {
      if (of_.facts[i].says(not_compared)) mine[i] = others[i] = std::nullopt;
      if (mine[i] != others[i]) differ.push_back(of_.facts[i].name);
    }
    const bool is_equal = differ.empty() && std::is_permutation(one.should.dict.begin(), one.should.dict.end(),
                                                                other.should.dict.begin(), other.should.dict.end());
    expect(of_.equal(one.object, other.object) == is_equal, "==");
    if (of_.all.orders) {
      const int order = of_.order(one.object, other.object);
      expect(order == (mine < others ? -1 : others < mine ? 1 : 0), "<=>");
    }
    if (of_.all.hashes)
      expect((of_.hash(one.object) == of_.hash(other.object)) == is_equal,
             "equal objects have one hash, and no others");
    names_.clear();
    of_.differences(one.object, other.object, names_);
    expect(names_ == differ, "diff()");
  }
  /// Through a base.
  void look(const operation& step, place& one) {
    if (!one.object || of_.views.empty()) return;
    const std::size_t view = step.detail % of_.views.size();
    found_.clear();
    of_.visit_view(view, one.object, found_);
    std::size_t at = 0;
    for (std::size_t i = 0; i != one.should.slots.size(); ++i)
      if (one.should.slots[i] && (of_.facts[i].views >> view & 1u) != 0)
        expect_at(at++, of_.facts[i].name, *one.should.slots[i], "the slots of the base");
    if ((of_.all.dict_views >> view & 1u) != 0)
      for (const attribute& each : one.should.dict)
        expect_at(at++, each.name, each.number, "the dynamic attributes, through the base");
    expect(at == found_.size(), "no more slots than the base has");
  }

  void change_dict(const operation& step, place& one) {
    if (!one.object || !of_.all.has_dict) return;
    const std::string_view name = dynamic_names[step.detail % std::size(dynamic_names)];
    auto& dict = one.should.dict;
    const auto found = std::find_if(dict.begin(), dict.end(), [&](const attribute& each) { return each.name == name; });
    const bool is_there = found != dict.end();
    const auto held = of_.get_dynamic(one.object, name);
    expect(held == (is_there ? std::optional(found->number) : std::nullopt), "a dynamic attribute by its name");
    switch (step.what) {
      case action::set_dynamic: {
        const int number = step.number % range_of(of_.all.dict);
        of_.set_dynamic(one.object, name, number, step.by == way::key);
        if (is_there)
          found->number = number;
        else
          dict.push_back({name, number});
        break;
      }
      case action::erase_dynamic:
        expect(of_.erase_dynamic(one.object, name) == (is_there ? 1u : 0u), "erase()");
        if (is_there) dict.erase(found);
        break;
      default:
        of_.clear_dynamic(one.object);
        dict.clear();
    }
    count(one, of_);
  }
  void change_reference(const operation& step, place& one) {
    if (!of_.all.weak) return;
    const std::size_t i = step.detail % subject::references;
    const std::size_t from = static_cast<std::size_t>(step.number) % subject::references;
    if (step.what == action::drop_reference) return drop_reference(i);
    if (step.what == action::refer_as) {
      if (i == from) return;
      of_.refer_as(i, from);
      references_[i] = {references_[from].identity, false};  // a copy has no callback
    } else if (one.object) {
      const bool calls = step.number % 3 == 0;
      of_.refer(i, one.object, calls ? &runs_ : nullptr);
      references_[i] = {one.should.identity, calls};
    }
  }

  subject& of_;
  broken wrong_;
  std::array<place, places> all_{};
  std::array<reference, subject::references> references_{};
  int last_identity_ = 0;
  long runs_ = 0;
  long expected_runs_ = 0;
  std::size_t steps_ = 0;
  std::vector<seen_value> found_;  // memory that is used again
  std::vector<std::string_view> names_;
};

}  // namespace model
