// Graphs of objects, told by bytes what to do: objects own others through slots and dynamic attributes, name each other
// weakly, are copied, moved and destroyed. Beside them the same graph of standard pointers. Or the world of
// model/weak_world.hpp, whose callbacks do all that, too.
#include <slotted/slotted.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/bytes.hpp"
#include "model/weak_world.hpp"

namespace {

namespace sl = slotted;
using namespace sl::literals;
using fuzz::expect;

struct Node;
using owner = std::shared_ptr<Node>;
/// What a dynamic attribute holds: an object, or the name of one.
struct link {
  owner owned{};
  sl::weak_ref<Node> named{};
};

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::field<"count", model::counted, sl::defaults_to<>>,
                                         sl::slot<"child", owner>, sl::slot<"other", sl::weak_ref<Node>>,
                                         sl::dict_slot<link>, sl::weakref_slot>> {
  using object::object;
};
struct Leaf : sl::object<Leaf, sl::extends<Node>, sl::slots<sl::slot<"more", owner>>> {
  using object::object;
};
/// Says in its destructor that it dies, before its members do.
struct Hub : sl::object<Hub, sl::extends<Node>, sl::slots<sl::slot<"hub", int>>> {
  std::string plain = "a member that is no slot, too long for the string itself";
  using object::object;
  Hub(const Hub&) = default;
  Hub(Hub&&) = default;
  Hub& operator=(const Hub&) = default;
  Hub& operator=(Hub&&) = default;
  ~Hub() { expire(*this); }
};

/// What weak references name: dies with the object, and moves with it.
struct identity {
  int id;
};
using identity_ptr = std::shared_ptr<identity>;
using weak_identity = std::weak_ptr<identity>;

/// What an object must be.
struct twin;
using twin_ptr = std::shared_ptr<twin>;
struct twin_link {
  twin_ptr owned{};
  weak_identity named{};
};
struct twin {
  std::uint32_t kind = 0;   // Node, Leaf, Hub
  std::uint32_t level = 0;  // an object owns those of higher levels only, so that there is no circle
  identity_ptr self{};
  int id = 0;
  std::optional<twin_ptr> child{};
  std::optional<twin_ptr> more{};
  std::optional<weak_identity> other{};
  std::vector<std::pair<std::string, twin_link>> dict{};

  auto find(const std::string& name) {
    return std::find_if(dict.begin(), dict.end(), [&](const auto& one) { return one.first == name; });
  }
};

class graph {
 public:
  explicit graph(fuzz::bytes& from) : from_(from) {}

  void step() {
    switch (from_.below(20)) {
      case 0:
      case 1:
        return create();
      case 2:
        return drop();
      case 3:
      case 4:
        return own();
      case 5:
        return name();
      case 6:
        return unset();
      case 7:
        return set_dynamic(true);
      case 8:
        return set_dynamic(false);
      case 9:
        return erase_dynamic();
      case 10:
        return copy();
      case 11:
        return assign();
      case 12:
        return move();
      case 13:
        return exchange();
      case 14:
        return change_row();
      case 15:
        return refer(false);
      case 16:
        return refer(true);
      case 17:
        return change_reference();
      case 18:
        return lock();
      default:
        return end_identity();
    }
  }
  void check_everything() {
    for (const place& one : roots_) check(*one.object, *one.beside);
    for (std::size_t i = 0; i != row_.size(); ++i) check(row_[i], row_beside_[i]);
    for (const reference& one : references_) {
      check(one.held, one.beside);
      if (!one.runs) continue;
      expect(*one.runs == (one.began_alive && one.beside.expired() ? 1 : 0),
             "a callback runs once, when its object dies");
    }
  }

 private:
  struct place {
    owner object;
    twin_ptr beside;
  };
  struct reference {
    sl::weak_ref<Node> held;
    weak_identity beside;
    std::shared_ptr<int> runs{};  // of its callback
    bool began_alive = true;
  };

  std::uint32_t below(std::size_t limit) { return from_.below(static_cast<std::uint32_t>(limit)); }
  place* any_root() { return roots_.empty() ? nullptr : &roots_[below(roots_.size())]; }
  std::string any_attribute() { return std::string(1, static_cast<char>('a' + below(8))); }

  static void check(const sl::weak_ref<Node>& held, const weak_identity& beside) {
    const identity_ptr expected = beside.lock();
    const Node* const found = held.get();
    expect((found != nullptr) == (expected != nullptr), "a reference names its object until that dies");
    expect(held.expired() == !expected, "expired()");
    if (found) expect(sl::getattr(*found, "id"_slot) == expected->id, "a reference names no other object");
  }
  static void check(const owner& held, const twin_ptr& beside) {
    expect(static_cast<bool>(held) == static_cast<bool>(beside), "an object is owned");
    if (held) expect(sl::getattr(*held, "id"_slot) == beside->id, "the object itself is owned");
  }
  void check(const Node& object, twin& beside) {
    expect(sl::getattr(object, "id"_slot) == beside.id, "id");
    expect(hasattr(object, "child"_slot) == beside.child.has_value(), "whether a slot is set");
    if (beside.child) check(sl::getattr(object, "child"_slot), *beside.child);
    expect(hasattr(object, "other"_slot) == beside.other.has_value(), "whether a weak reference is set");
    if (beside.other) check(sl::getattr(object, "other"_slot), *beside.other);
    expect(hasattr(object, std::string("more")) == beside.more.has_value(), "whether a slot of the real class is set");
    if (beside.more) check(sl::getattr<owner>(object, std::string("more")), *beside.more);
    const auto dict = vars(object);
    expect(dict.size() == beside.dict.size(), "how many dynamic attributes there are");
    std::size_t i = 0;
    for (const auto& [name, held] : dict) {
      expect(name == beside.dict[i].first, "the order of dynamic attributes");
      check(held.owned, beside.dict[i].second.owned);
      check(held.named, beside.dict[i].second.named);
      ++i;
    }
  }

  place made(std::uint32_t kind, std::uint32_t level) {
    const int id = ++last_id_;
    const auto beside = std::make_shared<twin>(twin{kind, level, std::make_shared<identity>(identity{id}), id});
    switch (kind) {
      case 0:
        return {std::make_shared<Node>("id"_slot = id), beside};
      case 1:
        return {std::make_shared<Leaf>("id"_slot = id), beside};
      default:
        return {std::make_shared<Hub>("id"_slot = id), beside};
    }
  }
  void create() {
    if (roots_.size() >= 16) return;
    const std::uint32_t kind = below(3);
    roots_.push_back(made(kind, below(4)));
  }
  void drop() {
    if (place* const one = any_root()) {
      std::swap(*one, roots_.back());
      roots_.pop_back();
    }
  }
  void own() {
    place* const one = any_root();
    if (!one) return;
    place* const owned = any_root();
    if (owned->beside->level <= one->beside->level) return;
    if (one->beside->kind == 1 && below(2) == 0) {
      setattr(*one->object, std::string("more"), owned->object);  // a slot of the real class
      one->beside->more = owned->beside;
    } else {
      setattr(*one->object, "child"_slot, owned->object);
      one->beside->child = owned->beside;
    }
  }
  void name() {
    place* const one = any_root();
    if (!one) return;
    place* const named = any_root();
    setattr(*one->object, "other"_slot, sl::weak_ref<Node>(*named->object));
    one->beside->other = named->beside->self;
  }
  void unset() {
    place* const one = any_root();
    if (!one) return;
    switch (below(3)) {
      case 0:
        if (hasattr(*one->object, "child"_slot)) delattr(*one->object, "child"_slot);
        one->beside->child.reset();
        return;
      case 1:
        if (hasattr(*one->object, "other"_slot)) delattr(*one->object, "other"_slot);
        one->beside->other.reset();
        return;
      default:
        if (hasattr(*one->object, std::string("more"))) delattr(*one->object, std::string("more"));
        one->beside->more.reset();
        return;
    }
  }
  void set_dynamic(bool owns) {
    place* const one = any_root();
    if (!one) return;
    place* const target = any_root();
    if (owns && target->beside->level <= one->beside->level) return;
    const std::string name = any_attribute();
    link real;
    twin_link beside;
    if (owns) {
      real.owned = target->object;
      beside.owned = target->beside;
    } else {
      real.named = sl::weak_ref<Node>(*target->object);
      beside.named = target->beside->self;
    }
    setattr(*one->object, name, std::move(real));
    const auto found = one->beside->find(name);
    if (found == one->beside->dict.end())
      one->beside->dict.emplace_back(name, std::move(beside));
    else
      found->second = std::move(beside);
  }
  void erase_dynamic() {
    place* const one = any_root();
    if (!one) return;
    if (below(8) == 0) {
      vars(*one->object).clear();
      one->beside->dict.clear();
      return;
    }
    const std::string name = any_attribute();
    const auto found = one->beside->find(name);
    expect(vars(*one->object).erase(name) == (found == one->beside->dict.end() ? 0u : 1u), "erase()");
    if (found != one->beside->dict.end()) one->beside->dict.erase(found);
  }

  template <class F>
  static void as_real_class(const twin& beside, Node& object, const F& f) {
    switch (beside.kind) {
      case 0:
        return f(object);
      case 1:
        return f(static_cast<Leaf&>(object));
      default:
        return f(static_cast<Hub&>(object));
    }
  }
  /// A copy has the same values, and no references to it.
  twin copy_of(const twin& other) {
    twin made = other;
    made.self = std::make_shared<identity>(identity{made.id});
    return made;
  }
  void copy() {
    place* const one = any_root();
    if (!one || roots_.size() >= 16) return;
    const twin_ptr beside = std::make_shared<twin>(copy_of(*one->beside));
    owner object;
    as_real_class(*beside, *one->object,
                  [&]<class C>(const C& real) { object = std::static_pointer_cast<Node>(std::make_shared<C>(real)); });
    roots_.push_back({std::move(object), beside});
  }
  /// Two of one class and level, or none.
  std::pair<place*, place*> any_two() {
    place* const one = any_root();
    if (!one) return {};
    place* const other = any_root();
    if (one->beside->kind != other->beside->kind || one->beside->level != other->beside->level) return {};
    return {one, other};
  }
  void assign() {
    const auto [to, from] = any_two();
    if (!to) return;
    as_real_class(*to->beside, *to->object,
                  [&, source = from]<class C>(C& real) { real = static_cast<const C&>(*source->object); });
    if (to->object == from->object) return;
    twin copied = *from->beside;
    copied.self = to->beside->self;  // references stay with the object that is assigned to
    if (copied.self) copied.self->id = copied.id;
    *to->beside = std::move(copied);
  }
  /// Move assignment; the object that was moved from goes.
  void move() {
    const auto [to, from] = any_two();
    if (!to || to->object == from->object || from->object.use_count() != 1) return;
    as_real_class(*to->beside, *to->object,
                  [&, source = from]<class C>(C& real) { real = std::move(static_cast<C&>(*source->object)); });
    *to->beside = std::move(*from->beside);
    *from = place(std::move(roots_.back()));
    roots_.pop_back();
  }
  void exchange() {
    const auto [one, other] = any_two();
    if (!one || one->object == other->object) return;
    as_real_class(*one->beside, *one->object,
                  [&, source = other]<class C>(C& real) { std::swap(real, static_cast<C&>(*source->object)); });
    std::swap(*one->beside, *other->beside);
  }
  /// Nodes side by side, which move when there is no room.
  void change_row() {
    const std::size_t at = row_.empty() ? 0 : below(row_.size());
    const auto offset = static_cast<std::ptrdiff_t>(at);
    switch (below(6)) {
      case 0:
      case 1: {
        if (row_.size() >= 12) return;
        const int id = ++last_id_;
        row_.insert(row_.begin() + offset, Node("id"_slot = id));
        row_beside_.insert(row_beside_.begin() + offset, twin{0, 0, std::make_shared<identity>(identity{id}), id});
        return;
      }
      case 2: {
        place* const one = any_root();
        if (!one || one->beside->kind != 0 || row_.size() >= 12) return;
        row_.push_back(*one->object);
        row_beside_.push_back(copy_of(*one->beside));
        return;
      }
      case 3:
        if (row_.empty()) return;
        row_.erase(row_.begin() + offset);
        row_beside_.erase(row_beside_.begin() + offset);
        return;
      case 4:
        std::rotate(row_.begin(), row_.begin() + offset, row_.end());
        std::rotate(row_beside_.begin(), row_beside_.begin() + offset, row_beside_.end());
        return;
      default: {
        if (row_.empty()) return;
        place* const one = any_root();
        if (!one) return;
        setattr(*one->object, "other"_slot, sl::weak_ref<Node>(row_[at]));
        one->beside->other = row_beside_[at].self;
      }
    }
  }

  void refer(bool calls) {
    if (references_.size() >= 24) return;
    Node* object = nullptr;
    const identity_ptr* self = nullptr;
    if (!row_.empty() && below(2) == 0) {
      const std::size_t at = below(row_.size());
      object = &row_[at];
      self = &row_beside_[at].self;
    } else if (place* const one = any_root()) {
      object = one->object.get();
      self = &one->beside->self;
    } else {
      return;
    }
    reference made{{}, *self, {}, *self != nullptr};
    if (calls) {
      made.runs = std::make_shared<int>(0);
      made.held = sl::weak_ref<Node>(*object, [runs = made.runs] { ++*runs; });
    } else {
      made.held = sl::weak_ref<Node>(*object);
    }
    references_.push_back(std::move(made));
  }
  void change_reference() {
    if (references_.empty()) return;
    reference& one = references_[below(references_.size())];
    switch (below(3)) {
      case 0:
        std::swap(one, references_.back());
        references_.pop_back();
        return;
      case 1:
        if (references_.size() < 24) references_.push_back(reference{one.held, one.beside});
        return;
      default:
        std::swap(one, references_.front());
    }
  }
  void lock() {
    if (references_.empty()) return;
    const reference& one = references_[below(references_.size())];
    const auto guard = one.held.lock();
    expect(guard.get() == one.held.get(), "lock()");
    if (guard) expect(weak_count(*guard) >= 1, "weak_count()");
  }
  void end_identity() {
    place* const one = any_root();
    if (!one || below(4) != 0) return;
    expire(*one->object);
    one->beside->self.reset();
  }

  fuzz::bytes& from_;
  int last_id_ = 0;
  std::vector<place> roots_;
  std::vector<Node> row_;
  std::vector<twin> row_beside_;
  std::vector<reference> references_;
};

void play_graph(fuzz::bytes& from) {
  {
    graph all(from);
    for (int steps = 0; !from.empty(); ++steps) {
      all.step();
      if (steps % 4 == 0) all.check_everything();
    }
    all.check_everything();
  }
  expect(model::counted::alive == 0, "an object is still alive");
  expect(sl::shape_count<Node>() == 0, "a shape is still there");
}

template <class Item>
void play_weak(fuzz::bytes& from) {
  {
    model::world<Item, fuzz::bytes> all(from);
    while (!from.empty()) all.step();
    all.check_everything();
    all.end();
  }
  model::world<Item, fuzz::bytes>::expect_nothing_left();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  slotted::set_unraisable_handler(model::hear);
  try {
    fuzz::bytes from(data, size);
    switch (from.below(4)) {
      case 0:
        play_weak<sl::weakref_slot>(from);
        break;
      case 1:
        play_weak<sl::unsynchronized_weakref_slot>(from);
        break;
      default:
        play_graph(from);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    std::abort();
  }
  return 0;
}
