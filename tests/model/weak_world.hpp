// Objects, their weak references and callbacks, and beside them a model, which knows for each reference what it must
// name, who has died, and which callback is the next to run. A step does something random to both and compares; so do
// callbacks.
#pragma once

#include <slotted/slotted.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "model/expect.hpp"
#include "model/seeds.hpp"

namespace model {

namespace sl = slotted;
using namespace sl::literals;

/// Counts how many of it are alive.
struct counted {
  static inline long alive = 0;
  counted() noexcept { ++alive; }
  counted(const counted&) noexcept { ++alive; }
  counted& operator=(const counted&) noexcept = default;
  ~counted() { --alive; }
};

template <class Item>
struct Base
    : sl::object<Base<Item>,
                 sl::slots<sl::field<"key", std::uint32_t>, sl::field<"count", counted, sl::defaults_to<>>, Item>> {
  using Base::object::object;
};
template <class Item>
struct Derived : sl::object<Derived<Item>, sl::extends<Base<Item>>, sl::slots<sl::slot<"more", int>>> {
  using Derived::object::object;
};
/// With a destructor that has something to do: is used as a watched<Body>.
template <class Item>
struct Body : sl::object<Body<Item>, sl::extends<Base<Item>>, sl::slots<sl::slot<"more", int>>> {
  static inline long seen_alive = 0;  // by destructors

  using Body::object::object;
  Body(const Body&) = default;
  Body(Body&&) = default;
  Body& operator=(const Body&) = default;
  Body& operator=(Body&&) = default;
  ~Body() {
    const sl::weak_ref<Body> late(*this);
    if (!late.expired()) ++seen_alive;
  }
};

struct thrown_by_callback {};
inline long heard = 0;       // by the handler of what callbacks throw
inline long heard_else = 0;  // what no callback has thrown
inline void hear(std::exception_ptr thrown) {
  try {
    std::rethrow_exception(std::move(thrown));
  } catch (const thrown_by_callback&) {
    ++heard;
  } catch (...) {
    ++heard_else;
  }
}

/// What references name: moves from object to object. Made with the object; when that moves, it leaves a new one
/// behind.
struct entity {
  bool alive = true;
  bool referenced = false;  // who dies without ever having been is nothing afterwards
  int level = 0;            // how derived the classes are as which it has been referred to
  const void* place = nullptr;
  bool* busy = nullptr;  // whether its object is in the hands of an operation
  std::size_t references = 0;
  std::vector<int> listed{};  // callbacks to come, the oldest first

  [[nodiscard]] bool is_marked() const { return referenced || !alive; }
};
using entity_ptr = std::shared_ptr<entity>;

struct registration {
  entity_ptr who;
  bool is_listed;
  bool has_handle;
  bool throws;
};

/// `Numbers` has random_numbers' `below`.
template <class Item, class Numbers = random_numbers>
class world {
  using base = Base<Item>;
  using derived = Derived<Item>;
  using body = Body<Item>;
  using watched_body = sl::watched<body>;

  template <class C>
  static constexpr int level_of = std::is_same_v<C, base>           ? 0
                                  : std::is_same_v<C, watched_body> ? 2
                                                                    : 1;

 public:
  /// A callback. Owns memory, so that a sanitizer sees a use after it has gone.
  class call {
   public:
    static inline long alive = 0;
    call(world& in, int id) : in_(&in), id_(new int(id)) { ++alive; }
    call(call&& other) noexcept : in_(other.in_), id_(std::move(other.id_)) { ++alive; }
    call& operator=(call&&) = delete;
    ~call() { --alive; }
    void operator()() const { in_->run(*id_); }

   private:
    world* in_;
    std::unique_ptr<int> id_;
  };

  explicit world(Numbers& random) : random_(random) {}
  world(const world&) = delete;
  world& operator=(const world&) = delete;
  ~world() { is_over_ = true; }

  void step() {
    try {
      step_any();
      if (++steps_ % 32 == 0) check_everything();
    } catch (...) {
      is_over_ = true;
      throw;
    }
    if (!failed_.empty()) {
      is_over_ = true;
      throw disagreement(failed_);
    }
  }

  void check_everything() {
    for (const holder& one : holders_) check(one);
    for (const final_holder& one : finalizers_)
      expect(one.handle.alive() == is_listed(one.id), "alive() of a finalizer");
    for_each_shelf([this](auto& shelf) {
      for (auto& one : shelf.spots)
        if (one.get() != nullptr) check_count(*one.get(), *one.who);
      for (std::size_t i = 0; i != shelf.row.size(); ++i) check_count(shelf.row[i], *shelf.row_who[i]);
    });
    expect(heard == thrown_, "what callbacks threw has been heard");
  }

  /// The objects die, those too that callbacks make meanwhile; then the references go.
  void end() {
    try {
      for (bool all_dead = false; !all_dead;) {
        all_dead = true;
        for_each_shelf([this, &all_dead](auto& shelf) {
          for (auto& one : shelf.spots) {
            if (one.get() == nullptr) continue;
            all_dead = false;
            destroy(one);
          }
          for (; !shelf.row.empty(); all_dead = false) erase_at(shelf, below(shelf.row.size()));
        });
      }
      check_everything();
      while (!holders_.empty()) drop_holder(below(holders_.size()));
      while (!finalizers_.empty()) drop_finalizer(below(finalizers_.size()));
      expect(registrations_.empty(), "callbacks are left");
    } catch (...) {
      is_over_ = true;
      throw;
    }
    if (!failed_.empty()) throw disagreement(failed_);
  }

  static void expect_nothing_left() {
    expect(counted::alive == 0, "objects are left");
    expect(call::alive == 0, "callbacks are left in memory");
    expect(body::seen_alive == 0, "a destructor found its object alive to references");
    expect(heard_else == 0, "the handler heard what no callback has thrown");
  }

 private:
  // Objects.

  /// Room for one object, in place or on the heap, which does not move by itself.
  template <class C>
  struct spot {
    bool is_on_heap = false;
    std::optional<C> in_place{};
    std::unique_ptr<C> on_heap{};
    entity_ptr who{};
    bool busy = false;

    [[nodiscard]] C* get() { return is_on_heap ? on_heap.get() : in_place ? &*in_place : nullptr; }
    [[nodiscard]] bool is_free() { return !busy && get() == nullptr; }
    template <class... Arguments>
    void make(Arguments&&... arguments) {
      if (is_on_heap)
        on_heap = std::make_unique<C>(std::forward<Arguments>(arguments)...);
      else
        in_place.emplace(std::forward<Arguments>(arguments)...);
    }
    void reset() {
      on_heap.reset();
      in_place.reset();
    }
  };
  template <class C>
  struct shelf_of {
    using object_type = C;
    std::array<spot<C>, 8> spots;
    std::vector<C> row;
    std::vector<entity_ptr> row_who;
    bool row_busy = false;

    shelf_of() {
      for (std::size_t i = 0; i != spots.size(); ++i) spots[i].is_on_heap = i % 2 != 0;
    }
  };
  /// An object somewhere, that no operation has in hand; or none.
  template <class C>
  struct place {
    C* object = nullptr;
    entity_ptr* who = nullptr;
    bool* busy = nullptr;
    explicit operator bool() const { return object != nullptr; }
  };
  /// Until it goes, nobody else touches the object.
  class in_hand {
   public:
    explicit in_hand(bool& busy) : busy_(busy), before_(std::exchange(busy, true)) {}
    in_hand(const in_hand&) = delete;
    in_hand& operator=(const in_hand&) = delete;
    ~in_hand() { busy_ = before_; }

   private:
    bool& busy_;
    bool before_;
  };

  template <class F>
  void for_each_shelf(const F& f) {
    f(bases_);
    f(deriveds_);
    f(watcheds_);
  }
  template <class F>
  void in_any_shelf(const F& f) {
    switch (below(3)) {
      case 0:
        return f(bases_);
      case 1:
        return f(deriveds_);
      default:
        return f(watcheds_);
    }
  }
  std::size_t below(std::size_t limit) { return random_.below(static_cast<std::uint32_t>(limit)); }

  template <class C>
  place<C> any_place(shelf_of<C>& shelf) {
    for (int tries = 0; tries != 4; ++tries) {
      const std::size_t number = below(shelf.spots.size() + shelf.row.size());
      if (number < shelf.spots.size()) {
        spot<C>& one = shelf.spots[number];
        if (!one.busy && one.get() != nullptr) return {one.get(), &one.who, &one.busy};
      } else if (!shelf.row_busy) {
        const std::size_t at = number - shelf.spots.size();
        return {&shelf.row[at], &shelf.row_who[at], &shelf.row_busy};
      }
    }
    return {};
  }
  template <class C>
  spot<C>* free_spot(shelf_of<C>& shelf) {
    spot<C>& one = shelf.spots[below(shelf.spots.size())];
    return one.is_free() ? &one : nullptr;
  }

  static entity_ptr new_entity() { return std::make_shared<entity>(); }
  static void settle(const base* object, entity_ptr& who, bool& busy) {
    who->place = object;
    who->busy = &busy;
  }
  template <class C>
  static void settle(spot<C>& one) {
    settle(one.get(), one.who, one.busy);
  }
  template <class C>
  static void settle(const place<C>& one) {
    settle(one.object, *one.who, *one.busy);
  }
  template <class C>
  static void settle_row(shelf_of<C>& shelf) {
    for (std::size_t i = 0; i != shelf.row.size(); ++i) settle(&shelf.row[i], shelf.row_who[i], shelf.row_busy);
  }

  /// What an operation ends: all callbacks have run when it is done. Unless it had ended before, in an operation that
  /// is still running them.
  class death {
   public:
    death() = default;
    explicit death(entity_ptr who) {
      if (std::exchange(who->alive, false)) who_ = std::move(who);
    }
    void check() const { expect(!who_ || who_->listed.empty(), "a callback did not run when its object died"); }

   private:
    entity_ptr who_;
  };
  /// What references name goes with a move as a class of that level. Returns what the target gives up, if anything.
  static death move_entity(entity_ptr& from, entity_ptr& to, int level) {
    const auto stays = [level](const entity& who) { return who.alive && who.level > level; };
    if ((!from->is_marked() && !to->is_marked()) || stays(*from) || stays(*to)) return {};
    entity_ptr old = std::exchange(to, from);
    from = new_entity();
    from->alive = to->alive;  // what has died is dead still, at both places
    return death(std::move(old));
  }

  template <class C>
  C made() {
    return C(static_cast<std::uint32_t>(below(1000)));
  }
  template <class C>
  void create(shelf_of<C>& shelf) {
    if (below(3) != 0) {
      if (spot<C>* const one = free_spot(shelf)) {
        one->make(static_cast<std::uint32_t>(below(1000)));
        one->who = new_entity();
        settle(*one);
      }
    } else if (!shelf.row_busy && shelf.row.size() < 12) {
      if (below(2) == 0) {
        shelf.row.emplace_back(static_cast<std::uint32_t>(below(1000)));
        shelf.row_who.push_back(new_entity());
      } else {
        const auto at = static_cast<std::ptrdiff_t>(below(shelf.row.size() + 1));
        const in_hand hand(shelf.row_busy);
        shelf.row.insert(shelf.row.begin() + at, made<C>());
        shelf.row_who.insert(shelf.row_who.begin() + at, new_entity());
      }
      settle_row(shelf);
    }
  }
  template <class C>
  void destroy(spot<C>& one) {
    const death ended(std::exchange(one.who, nullptr));
    {
      const in_hand hand(one.busy);
      one.reset();
    }
    ended.check();
  }
  template <class C>
  void destroy_any(shelf_of<C>& shelf) {
    spot<C>& one = shelf.spots[below(shelf.spots.size())];
    if (!one.busy && one.get() != nullptr) destroy(one);
  }
  template <class C>
  void erase_at(shelf_of<C>& shelf, std::size_t at) {
    const auto offset = static_cast<std::ptrdiff_t>(at);
    const death ended(shelf.row_who[at]);
    shelf.row_who.erase(shelf.row_who.begin() + offset);
    {
      const in_hand hand(shelf.row_busy);
      shelf.row.erase(shelf.row.begin() + offset);
    }
    settle_row(shelf);
    ended.check();
  }
  template <class C>
  void change_row(shelf_of<C>& shelf) {
    if (shelf.row_busy || shelf.row.empty()) return;
    switch (below(8)) {
      case 0:
      case 1:
      case 2:
        return erase_at(shelf, below(shelf.row.size()));
      case 3:  // all of them; one by one, as in which order clear() does it is the library's affair
        for (std::size_t left = shelf.row.size(); left != 0 && !shelf.row.empty(); --left)
          erase_at(shelf, shelf.row.size() - 1);
        return;
      case 4: {  // new memory
        const in_hand hand(shelf.row_busy);
        if (below(2) == 0)
          shelf.row.reserve(shelf.row.capacity() + 1);
        else
          shelf.row.shrink_to_fit();
        break;
      }
      case 5: {
        const auto middle = static_cast<std::ptrdiff_t>(below(shelf.row.size()));
        const in_hand hand(shelf.row_busy);
        std::rotate(shelf.row.begin(), shelf.row.begin() + middle, shelf.row.end());
        std::rotate(shelf.row_who.begin(), shelf.row_who.begin() + middle, shelf.row_who.end());
        break;
      }
      default: {
        const in_hand hand(shelf.row_busy);
        std::vector<std::pair<std::uint32_t, entity_ptr>> sorted;
        for (std::size_t i = 0; i != shelf.row.size(); ++i) {
          const auto key = static_cast<std::uint32_t>(below(1'000'000) * 16 + i);
          setattr(shelf.row[i], "key"_slot, key);
          sorted.emplace_back(key, shelf.row_who[i]);
        }
        const auto by_key = [](const base& a, const base& b) {
          return getattr(a, "key"_slot) < getattr(b, "key"_slot);
        };
        std::sort(shelf.row.begin(), shelf.row.end(), by_key);
        std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i != sorted.size(); ++i) shelf.row_who[i] = sorted[i].second;
      }
    }
    settle_row(shelf);
  }

  template <class C>
  void construct_from(shelf_of<C>& shelf) {
    spot<C>* const to = free_spot(shelf);
    const place<C> from = any_place(shelf);
    if (to == nullptr || !from) return;
    const in_hand hand(*from.busy);
    const in_hand other_hand(to->busy);
    to->who = new_entity();
    if (below(3) == 0) {
      to->make(std::as_const(*from.object));
    } else {
      to->make(std::move(*from.object));
      move_entity(*from.who, to->who, level_of<C>);
      settle(from);
    }
    settle(*to);
  }
  template <class C>
  void assign_from(shelf_of<C>& shelf) {
    const place<C> to = any_place(shelf);
    const place<C> from = any_place(shelf);
    if (!to || !from) return;
    const in_hand hand(*from.busy);
    const in_hand other_hand(*to.busy);
    if (below(4) == 0) {
      *to.object = std::as_const(*from.object);
    } else if (to.object == from.object) {
      C& same = *to.object;
      *to.object = std::move(same);
    } else {
      const death old = move_entity(*from.who, *to.who, level_of<C>);
      settle(from);
      settle(to);
      *to.object = std::move(*from.object);
      old.check();
    }
  }
  template <class C>
  void swap_any(shelf_of<C>& shelf) {
    const place<C> a = any_place(shelf);
    const place<C> b = any_place(shelf);
    if (!a || !b) return;
    const in_hand hand(*a.busy);
    const in_hand other_hand(*b.busy);
    using std::swap;
    swap(*a.object, *b.object);
    std::swap(*a.who, *b.who);
    settle(a);
    settle(b);
  }
  /// Moves a base out of a derived object, or into one.
  template <class C>
  void slice(shelf_of<C>& shelf) {
    const place<C> whole = any_place(shelf);
    if (!whole) return;
    base& part = *whole.object;
    const in_hand hand(*whole.busy);
    if (below(3) == 0) {
      if (spot<base>* const to = free_spot(bases_)) {
        const in_hand other_hand(to->busy);
        to->who = new_entity();
        to->make(std::move(part));
        move_entity(*whole.who, to->who, level_of<base>);
        settle(whole);
        settle(*to);
      }
      return;
    }
    const place<base> other = any_place(bases_);
    if (!other) return;
    const in_hand other_hand(*other.busy);
    const bool is_from_whole = below(2) == 0;
    entity_ptr& from = is_from_whole ? *whole.who : *other.who;
    entity_ptr& to = is_from_whole ? *other.who : *whole.who;
    const death old = move_entity(from, to, level_of<base>);
    settle(whole);
    settle(other);
    if (is_from_whole)
      *other.object = std::move(part);
    else
      part = std::move(*other.object);
    old.check();
  }
  template <class C>
  void expire_any(shelf_of<C>& shelf) {
    const place<C> one = any_place(shelf);
    if (!one) return;
    const death ended(*one.who);
    expire(*one.object);  // callbacks may destroy it
    ended.check();
  }

  // References.

  using any_reference = std::variant<sl::weak_ref<base>, sl::weak_ref<derived>, sl::weak_ref<body>,
                                     sl::weak_ref<watched_body>, sl::weak_ref<const base>>;
  struct holder {
    any_reference reference{};
    entity_ptr who{};  // null: nothing
    int callback = 0;  // 0: none
  };
  struct final_holder {
    sl::finalizer handle{};
    int id = 0;  // 0: of nothing
  };

  bool is_listed(int id) const {
    const auto found = registrations_.find(id);
    return found != registrations_.end() && found->second.is_listed;
  }
  static void gain(const entity_ptr& who) {
    if (who) ++who->references;
  }
  static void lose(const entity_ptr& who) {
    if (who) --who->references;
  }
  /// What a new reference to an object names.
  static entity_ptr refer(const entity_ptr& who, int level) {
    if (!who->is_marked() || who->alive) {
      who->referenced = true;
      who->level = std::max(who->level, level);
    }
    return who->referenced ? who : nullptr;
  }
  int enlist(const entity_ptr& who, bool has_handle) {
    const int id = ++last_id_;
    const bool listed = who && who->alive;
    if (listed) who->listed.push_back(id);
    registrations_.emplace(id, registration{who, listed, has_handle, below(10) == 0});
    return id;
  }
  void unlist(registration& one, int id) {
    if (!one.is_listed) return;
    one.is_listed = false;
    one.who->listed.erase(std::find(one.who->listed.begin(), one.who->listed.end(), id));
  }
  /// A reference to nothing, with or without a callback that has run, is going to be overwritten or destroyed.
  void forget(holder& one) {
    if (one.callback != 0) {
      const auto found = registrations_.find(one.callback);
      unlist(found->second, one.callback);
      registrations_.erase(found);
    }
    lose(one.who);
    one.who = nullptr;
    one.callback = 0;
  }
  void keep(holder&& one) {
    holders_.push_back(std::move(one));
    while (holders_.size() > 60) drop_holder(below(holders_.size()));
  }
  void drop_holder(std::size_t at) {
    forget(holders_[at]);
    holders_[at] = std::move(holders_.back());
    holders_.pop_back();
  }

  template <class R, class C>
  void take_as(const place<C>& from) {
    R& object = *from.object;
    holder made;
    made.who = refer(*from.who, level_of<std::remove_const_t<R>>);
    gain(made.who);
    if (below(2) == 0) {
      made.reference = sl::weak_ref<R>(object);
    } else {
      made.callback = enlist(made.who, true);
      made.reference = sl::weak_ref<R>(object, call(*this, made.callback));
    }
    keep(std::move(made));
  }
  template <class C>
  void take(shelf_of<C>& shelf) {
    const place<C> from = any_place(shelf);
    if (!from) return;
    const std::size_t choice = below(4);
    if (choice == 0) return take_as<base>(from);
    if (choice == 1) return take_as<const base>(from);
    if constexpr (std::is_same_v<C, watched_body>)
      if (choice == 2) return take_as<body>(from);
    take_as<C>(from);
  }

  /// Assigns a reference, where the classes allow it; says whether they do.
  template <class Reference>
  static bool assign(any_reference& to, Reference&& from) {
    return std::visit(
        [&from](auto& target) {
          if constexpr (std::is_constructible_v<std::remove_cvref_t<decltype(target)>, Reference&&>) {
            target = std::remove_cvref_t<decltype(target)>(std::forward<Reference>(from));
            return true;
          } else {
            return false;
          }
        },
        to);
  }
  void copy_or_move_reference() {
    if (holders_.empty()) return;
    const std::size_t from = below(holders_.size());
    const std::size_t to = below(holders_.size());
    switch (below(6)) {
      case 0: {  // a new one
        const holder copy{holders_[from].reference, holders_[from].who, 0};
        gain(copy.who);
        return keep(holder(copy));
      }
      case 1: {  // as a base
        holder made{sl::weak_ref<const base>(), holders_[from].who, 0};
        const bool moves = below(2) == 0;
        if (moves) {
          made.callback = std::exchange(holders_[from].callback, 0);
          holders_[from].who = nullptr;
        } else {
          gain(made.who);
        }
        std::visit([&](auto& one) { moves ? assign(made.reference, std::move(one)) : assign(made.reference, one); },
                   holders_[from].reference);
        return keep(std::move(made));
      }
      case 2: {  // swap
        std::swap(holders_[from], holders_[to]);
        return;
      }
      case 3: {
        std::visit(
            [&](const auto& one) {
              if (!assign(holders_[to].reference, one)) return;
              const entity_ptr who = holders_[from].who;
              gain(who);
              forget(holders_[to]);
              holders_[to].who = who;
            },
            std::as_const(holders_[from].reference));
        return;
      }
      case 4: {
        if (from == to) return;
        std::visit(
            [&](auto& one) {
              if (!assign(holders_[to].reference, std::move(one))) return;
              forget(holders_[to]);
              holders_[to].who = std::exchange(holders_[from].who, nullptr);
              holders_[to].callback = std::exchange(holders_[from].callback, 0);
            },
            holders_[from].reference);
        return;
      }
      default: {  // a further reference with a callback
        holder made;
        made.who = holders_[from].who;
        gain(made.who);
        made.callback = enlist(made.who, true);
        std::visit(
            [&](const auto& one) {
              made.reference = std::remove_cvref_t<decltype(one)>(one, call(*this, made.callback));
            },
            std::as_const(holders_[from].reference));
        return keep(std::move(made));
      }
    }
  }
  void drop_reference() {
    if (holders_.empty()) return;
    const std::size_t at = below(holders_.size());
    if (below(2) == 0) return drop_holder(at);
    forget(holders_[at]);
    std::visit([](auto& one) { one.reset(); }, holders_[at].reference);
  }

  template <class C>
  void finalize_any(shelf_of<C>& shelf) {
    const place<C> one = any_place(shelf);
    if (!one) return;
    const entity_ptr who = refer(*one.who, level_of<C> == 2 ? 2 : level_of<C>);
    const bool keeps_handle = below(2) == 0;
    gain(who);
    const int id = enlist(who, keeps_handle);
    sl::finalizer handle = sl::finalize(*one.object, call(*this, id));
    expect(handle.alive() == is_listed(id), "whether a finalizer is alive");
    if (keeps_handle) {
      finalizers_.push_back({std::move(handle), id});
      while (finalizers_.size() > 20) drop_finalizer(below(finalizers_.size()));
    } else if (!is_listed(id)) {
      lose(who);
      registrations_.erase(id);
    }
  }
  void drop_finalizer(std::size_t at) {
    const int id = finalizers_[at].id;
    if (const auto found = registrations_.find(id); found != registrations_.end()) {
      if (found->second.is_listed) {
        found->second.has_handle = false;
      } else {
        lose(found->second.who);
        registrations_.erase(found);
      }
    }
    finalizers_[at] = std::move(finalizers_.back());
    finalizers_.pop_back();
  }
  void use_finalizer() {
    if (finalizers_.empty()) return;
    const std::size_t at = below(finalizers_.size());
    final_holder& one = finalizers_[at];
    const int id = one.id;
    const std::size_t choice = below(4);
    if (choice == 0) return drop_finalizer(at);
    if (!is_listed(id)) return expect(!(choice == 1 ? one.handle.detach() : one.handle()), "a finalizer that is over");
    registration& registered = registrations_.at(id);
    const entity_ptr who = registered.who;
    const bool throws = registered.throws;
    unlist(registered, id);
    registered.has_handle = false;
    one.id = 0;
    if (choice == 1) {
      expect(one.handle.detach(), "detach()");
    } else {
      called_ = id;
      bool has_thrown = false;
      try {
        expect(one.handle(), "a call of a finalizer");  // the callback may move the handle
      } catch (const thrown_by_callback&) {
        has_thrown = true;
      }
      expect(called_ == 0, "the callback of a finalizer did not run");
      expect(has_thrown == (throws && failed_.empty()), "what a finalizer throws");
    }
    lose(who);
    registrations_.erase(id);
  }

  // What is asked.

  void check(const holder& one) {
    const bool alive = one.who && one.who->alive;
    if (alive && depth_ != 0 && *one.who->busy) return;  // on its way
    const void* const expected = alive ? one.who->place : nullptr;
    std::visit(
        [&](const auto& reference) {
          const base* const found = reference.get();
          expect(found == expected, alive ? "a reference does not name its object" : "a reference to the dead");
          expect(reference.expired() == !alive, "expired()");
        },
        one.reference);
  }
  void check_count(const base& object, const entity& who) {
    if (depth_ != 0 && !who.alive) return;  // callbacks that are running count
    expect(weak_count(object) == who.references, "weak_count");
  }
  template <class C>
  void count_any(shelf_of<C>& shelf) {
    if (const place<C> one = any_place(shelf)) check_count(*one.object, **one.who);
  }
  void compare() {
    if (holders_.empty()) return;
    const holder& a = holders_[below(holders_.size())];
    const holder& b = holders_[below(holders_.size())];
    std::visit(
        [&](const auto& left, const auto& right) {
          const bool same = a.who == b.who;
          expect((left == right) == same, "==");
          const auto hash = [](const auto& one) { return std::hash<std::remove_cvref_t<decltype(one)>>()(one); };
          expect(!same || hash(left) == hash(right), "the hash of equal references");
        },
        a.reference, b.reference);
  }
  void lock_any() {
    if (holders_.empty()) return;
    const std::size_t at = below(holders_.size());
    const holder& one = holders_[at];
    const entity_ptr who = one.who;
    const bool alive = who && who->alive;
    if (alive && *who->busy) return;
    std::visit(
        [&](const auto& reference) {
          const auto guard = reference.lock();
          const base* const found = guard.get();
          expect(found == (alive ? who->place : nullptr), "lock()");
          if (!alive || depth_ >= deepest || below(3) != 0) return;
          const void* const before = found;
          {
            const in_hand hand(*who->busy);
            deeper([this] { step_any(); });  // the reference may go, too
          }
          expect(guard.get() == before && who->alive && who->place == before, "a guard keeps its object");
        },
        one.reference);
  }

  // Callbacks.

  static constexpr int deepest = 3;

  template <class F>
  void deeper(const F& f) {
    struct count {
      int& depth;
      explicit count(int& counted) : depth(counted) { ++depth; }
      count(const count&) = delete;
      count& operator=(const count&) = delete;
      ~count() { --depth; }
    } const one(depth_);
    for (std::size_t i = below(3); i != 0; --i) f();
  }
  void run(int id) {
    if (is_over_) return;
    bool throws = false;
    try {
      throws = run_expected(id);
    } catch (const disagreement& error) {
      if (failed_.empty()) failed_ = error.what();
    }
    if (throws) throw thrown_by_callback();
  }
  /// Returns whether the callback is one that throws.
  bool run_expected(int id) {
    const auto found = registrations_.find(id);
    expect(found != registrations_.end(), "a callback ran that was withdrawn, or has run");
    const bool throws = found->second.throws;
    const entity_ptr who = found->second.who;
    if (called_ == id) {
      called_ = 0;
    } else {
      expect(found->second.is_listed && who && !who->alive, "a callback ran while its object lived");
      expect(who->listed.back() == id, "callbacks ran in another order than the newest first");
      who->listed.pop_back();
      found->second.is_listed = false;
      if (!found->second.has_handle) {
        lose(who);
        registrations_.erase(found);
      }
      for (const holder& one : holders_)
        if (one.who == who) check(one);
      if (throws) ++thrown_;
    }
    ++runs_;
    if (depth_ < deepest) deeper([this] { step_any(); });
    return throws;
  }

  void step_any() {
    const auto here = [this](auto operation) { this->in_any_shelf([&](auto& shelf) { operation(shelf); }); };
    switch (below(36)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return here([this](auto& shelf) { this->create(shelf); });
      case 4:
      case 5:
        return here([this](auto& shelf) { this->destroy_any(shelf); });
      case 6:
      case 7:
        return here([this](auto& shelf) { this->change_row(shelf); });
      case 8:
      case 9:
        return here([this](auto& shelf) { this->construct_from(shelf); });
      case 10:
      case 11:
      case 12:
        return here([this](auto& shelf) { this->assign_from(shelf); });
      case 13:
        return here([this](auto& shelf) { this->swap_any(shelf); });
      case 14:
        return below(2) == 0 ? slice(deriveds_) : slice(watcheds_);
      case 15:
        return here([this](auto& shelf) { this->expire_any(shelf); });
      case 16:
      case 17:
      case 18:
      case 19:
      case 20:
        return here([this](auto& shelf) { this->take(shelf); });
      case 21:
      case 22:
      case 23:
        return copy_or_move_reference();
      case 24:
        return drop_reference();
      case 25:
      case 26:
        return here([this](auto& shelf) { this->finalize_any(shelf); });
      case 27:
      case 28:
        return use_finalizer();
      case 29:
      case 30:
        return lock_any();
      case 31:
      case 32:
        return here([this](auto& shelf) { this->count_any(shelf); });
      case 33:
        return compare();
      default:
        if (!holders_.empty()) check(holders_[below(holders_.size())]);
    }
  }

  Numbers& random_;
  std::uint64_t steps_ = 0;
  int depth_ = 0;
  int last_id_ = 0;
  int called_ = 0;  // a finalizer that is being called
  long runs_ = 0;
  long thrown_ = heard;
  bool is_over_ = false;  // callbacks do nothing any more
  std::string failed_;    // in a callback
  std::unordered_map<int, registration> registrations_;
  // The objects die first, while all else is there.
  std::vector<holder> holders_;
  std::vector<final_holder> finalizers_;
  shelf_of<base> bases_;
  shelf_of<derived> deriveds_;
  shelf_of<watched_body> watcheds_;

 public:
  [[nodiscard]] long runs() const { return runs_; }
};

}  // namespace model
