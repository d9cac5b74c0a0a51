// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The dict slot in an object: finds, adds, replaces and erases dynamic attributes, copies and moves them with the
// object.
#ifndef SLOTTED_DICT_CELL_HPP
#define SLOTTED_DICT_CELL_HPP

#include <slotted/dict_slot.hpp>
#include <slotted/dict_values.hpp>
#include <slotted/owned_shape.hpp>
#include <slotted/taken.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// The memory of a block that has no values yet, given back unless it is taken.
template <class V>
class owned_block {
 public:
  explicit owned_block(dict_block* owned) noexcept : owned_(owned) {}
  owned_block(const owned_block&) = delete;
  owned_block& operator=(const owned_block&) = delete;
  ~owned_block() {
    if (owned_) dict_values<V>::free(owned_);
  }
  [[nodiscard]] dict_block* get() const noexcept { return owned_; }
  [[nodiscard]] dict_block* take() noexcept { return taken(owned_); }

 private:
  dict_block* owned_;
};

/// One pointer: to the empty block of the object's class or to a block of its own. Every change of the names may move
/// all values. A change either succeeds or changes nothing.
///
/// Values die last, when the rest is in order again: their destructors may use the object, this dict included.
template <class V>
class dict_cell {
  using values = dict_values<V>;
  using stored = typename values::stored;

 public:
  constexpr explicit dict_cell(class_record& its_class) noexcept : block_(&its_class.empty) {}
  dict_cell(const dict_cell&)
    requires(!std::is_copy_constructible_v<V>)
  = delete;
  constexpr dict_cell(const dict_cell& other)
    requires std::is_copy_constructible_v<V>
      : block_(other.block_) {
    if (!std::is_constant_evaluated()) block_ = other.copied_block();
  }
  constexpr dict_cell(dict_cell&& other) noexcept : block_(other.block_) {
    if (!std::is_constant_evaluated()) other.block_ = &class_of_block(*block_).empty;
  }
  dict_cell& operator=(const dict_cell&)
    requires(!std::is_copy_constructible_v<V>)
  = delete;
  /// The class stays that of the object. Throws attribute_error where a name is a slot of it, which can be only where
  /// objects of different classes are assigned as objects of a common base.
  constexpr dict_cell& operator=(const dict_cell& other)
    requires std::is_copy_constructible_v<V>
  {
    if (!other.is_constant()) {
      dict_cell copy(other);
      take_over(copy);
    }
    return *this;
  }
  /// Throws as the copy assignment, and std::bad_alloc, where the classes differ.
  constexpr dict_cell& operator=(dict_cell&& other) noexcept(false) {
    if (!other.is_constant() && this != &other) take_over(other);
    return *this;
  }
  constexpr ~dict_cell() {
    if (!std::is_constant_evaluated())
      while (!empty()) clear();  // again, where the destructor of a value has set another one
  }

  /// Whether a constant is being made, of which the object is part: there are no dynamic attributes in one. It looks at
  /// the object, as whoever leaves the dict out must: an expression that asks nothing of an object is a constant also
  /// where the object is known at run time only (P2280, in newer compilers), and `const bool same = a == b` is tried.
  [[nodiscard]] SLOTTED_INLINE constexpr bool is_constant() const noexcept {
    return __builtin_is_constant_evaluated() && block_ != nullptr;
  }

  // The class of the object.

  [[nodiscard]] SLOTTED_INLINE class_record& real_class() const noexcept { return class_of_block(*block_); }
  /// Whether the class is that one, at less cost.
  [[nodiscard]] SLOTTED_INLINE bool is_of(const class_record& asked) const noexcept {
    return block_->shape_and_level == static_cast<const void*>(block_->names()) ? block_->names()->real == &asked
                                                                                : &real_class() == &asked;
  }
  /// Called by the constructors of a class, when its bases are made.
  constexpr void enter_class(class_record& mine) {
    if (std::is_constant_evaluated()) {
      block_ = &mine.empty;
      return;
    }
    if (empty())
      block_ = &mine.empty;
    else
      enter_class_with_names(mine);
  }
  SLOTTED_COLD void enter_class_with_names(class_record& mine) {
    shape& names = *block_->names();
    class_record& real = *names.real;
    if (names.is_private && real.registry == mine.registry) {
      if (mine.level > real.level) owned_shape::check_names(names, mine);
      names.real = &mine;
    } else if (real.level >= mine.level && real.up(real.level - mine.level)->is(mine)) {
      block_->set(&names, real.level - mine.level);
    } else {
      change_class(mine);
    }
  }
  /// Called by its destructor, when its slots are dead.
  constexpr void leave_class(class_record& base) noexcept {
    if (std::is_constant_evaluated()) return;
    if (empty())
      block_ = &base.empty;
    else
      leave_class_with_names();
  }
  SLOTTED_COLD void leave_class_with_names() noexcept {
    shape& names = *block_->names();
    if (names.is_private)
      names.real = names.real->base ? names.real->base : names.real;
    else
      block_->set(&names, block_->level() + 1);
  }

  // The attributes.

  [[nodiscard]] SLOTTED_INLINE const shape& names() const noexcept { return *block_->names(); }
  [[nodiscard]] SLOTTED_INLINE bool empty() const noexcept { return names().used == 0; }
  /// Whether it has that shape, and the object's class is the shape's.
  [[nodiscard]] SLOTTED_INLINE bool has_shape(const shape* asked) const noexcept {
    return block_->shape_and_level == static_cast<const void*>(asked);
  }
  /// The place of a name, or shape::none.
  [[nodiscard]] SLOTTED_INLINE std::uint32_t find(hashed_name name) const noexcept { return names().find(name); }
  [[nodiscard]] SLOTTED_INLINE V& at(std::uint32_t place) const noexcept { return values::at(block_, place); }
  [[nodiscard]] SLOTTED_INLINE V* find_value(hashed_name name) const noexcept {
    const std::uint32_t place = find(name);
    return place == shape::none ? nullptr : &at(place);
  }
  /// Bytes on the heap. The names of a shared shape are not counted.
  [[nodiscard]] std::size_t footprint() const noexcept {
    const shape& all = names();
    if (all.used == 0) return 0;
    return values::bytes_for(capacity_of(all)) + (all.is_private ? all.bytes() : 0);
  }

  /// Gives the name a value made from `arguments`, in place of the one that it has. Returns its place.
  template <class... A>
  std::uint32_t set(const hashed_name& name, A&&... arguments) {
    stored fresh(std::in_place, std::forward<A>(arguments)...);  // may run anything, so nothing is looked up before
    const std::uint32_t place = find(name);
    if (place == shape::none) return append(name, fresh);
    values::stored_at(block_, place).swap(fresh);
    return place;
  }
  /// Adds a name that is not there, with a value made from `arguments`. Returns its place.
  template <class... A>
  std::uint32_t add(const hashed_name& name, A&&... arguments) {
    stored fresh(std::in_place, std::forward<A>(arguments)...);
    const std::uint32_t place = find(name);
    return place == shape::none ? append(name, fresh) : place;
  }

  /// Moves all that another object has here, name by name.
  void add_all(dict_cell& other) {
    const shape& theirs = other.names();
    for (std::uint32_t i = theirs.next_name(0); i != theirs.used; i = theirs.next_name(i + 1))
      set(hash_name(theirs.names()[i]->view()), std::move(other.at(i)));
  }

  /// Erases the name in a place; returns the place of the one behind it.
  std::uint32_t erase(std::uint32_t place) {
    settle();
    shape& names = *block_->names();
    if (names.alive == 1) {
      clear();
      return 0;
    }
    return names.is_private ? erase_private(names, place) : erase_shared(names, place);
  }
  void clear() noexcept {
    if (empty()) return;
    dict_block* block = block_;
    // Not the class's empty one, which g++ 12 would warn of where it has seen no other.
    __asm__("" : "+r"(block));
    shape& names = *block->names();
    block_ = &class_of_block(*block).empty;
    values::destroy_all(block, names);
    values::free(block);
    owned_shape::give_back(names);
  }

 private:
  [[nodiscard]] dict_block* copied_block() const {
    shape& from = *block_->names();
    if (from.used == 0) return block_;
    shape_registry& registry = *from.real->registry;
    if (from.is_private) {
      const std::uint32_t capacity = grown_capacity(from.alive - 1);
      owned_shape made(registry.copy_private(from, from.real, capacity));
      owned_block<V> block(values::allocate(capacity));
      values::copy_all(block_, from, block.get());
      block.get()->set(made.take());
      return block.take();
    }
    owned_block<V> block(values::allocate(shared_capacity(from.used)));
    values::copy_all(block_, from, block.get());
    registry.retain(from.shared());
    block.get()->shape_and_level = block_->shape_and_level;
    return block.take();
  }

  /// Moves what the other has here; it is empty then.
  void take_over(dict_cell& other) {
    class_record& mine = real_class();
    class_record& theirs = other.real_class();
    if (other.empty()) {
      clear();
      return;
    }
    if (!theirs.is(mine)) other.change_class(mine);
    const dict_cell before(std::move(*this));
    block_ = other.block_;
    other.block_ = &theirs.empty;
  }

  /// A shape of the object's own class instead of one of a class derived from it.
  void settle() {
    if (block_->level() != 0) change_class(real_class());
  }

  std::uint32_t append(const hashed_name& name, stored& fresh) {
    settle();
    shape& names = *block_->names();
    return names.is_private ? append_private(names, name, fresh) : append_shared(names, name, fresh);
  }
  std::uint32_t append_shared(shape& names, const hashed_name& name, stored& fresh) {
    const std::uint32_t place = names.used;
    if (place == most_shared_names) return append_apart(names, name, fresh);
    const bool fits = place != 0 && shared_capacity(place + 1) == shared_capacity(place);
    owned_block<V> larger(fits ? nullptr : values::allocate(shared_capacity(place + 1)));
    shape* const more = names.real->registry->advance(names.shared(), name);
    if (!more) return append_apart(names, name, fresh);
    dict_block* const block = fits ? block_ : larger.take();
    if (!fits) values::move_all(block_, names, block);
    put(block, place, fresh);
    block->set(more);
    if (!fits && place != 0) values::free(block_);
    block_ = block;
    return place;
  }
  /// Leaves the shared shape for a private one.
  std::uint32_t append_apart(shape& shared, const hashed_name& name, stored& fresh) {
    check_name(*shared.real, name.text);
    const std::uint32_t capacity = grown_capacity(shared.used);
    owned_shape made(shared.real->registry->copy_private(shared, shared.real, capacity));
    const std::uint32_t place = append_to_larger(shared, *made, name, fresh);
    static_cast<void>(made.take());
    owned_shape::give_back(shared);
    return place;
  }
  std::uint32_t append_private(shape& names, const hashed_name& name, stored& fresh) {
    check_name(*names.real, name.text);
    if (names.used == names.capacity) {
      const bool has_holes = names.alive + names.alive / 3 < names.capacity;
      struct unfinished {
        shape* made;
        ~unfinished() {
          if (made) shape::free(made);
        }
      } larger{shape_registry::grow_private(names, has_holes ? names.capacity : grown_capacity(names.alive))};
      const std::uint32_t place = append_to_larger(names, *larger.made, name, fresh);
      larger.made = nullptr;
      shape::free(&names);
      return place;
    }
    const std::uint32_t place = names.used;
    names.append(names.real->registry->intern(name.text), name.hash);
    put(block_, place, fresh);
    return place;
  }
  /// Moves all values to a block for `larger`, which has their names, and adds one.
  std::uint32_t append_to_larger(const shape& before, shape& larger, const hashed_name& name, stored& fresh) {
    owned_block<V> room(values::allocate(larger.capacity));
    larger.append(before.real->registry->intern(name.text), name.hash);
    dict_block* const block = room.take();
    values::move_all(block_, before, block);
    put(block, larger.used - 1, fresh);
    block->set(&larger);
    if (before.used != 0) values::free(block_);
    block_ = block;
    return larger.used - 1;
  }
  static void put(dict_block* block, std::uint32_t place, stored& fresh) noexcept {
    ::new (static_cast<void*>(values::places(block) + place)) stored(std::move(fresh));
  }
  static stored take(dict_block* block, std::uint32_t place) noexcept {
    stored* const taken = std::launder(values::places(block) + place);
    stored out(std::move(*taken));
    taken->~stored();
    return out;
  }

  std::uint32_t erase_shared(shape& names, std::uint32_t place) {
    const std::uint32_t left = names.used - 1;
    owned_shape rest(owned_shape::without(names.shared(), place));
    if ((*rest).is_private) {
      [[maybe_unused]] const stored dying = take(block_, place);
      block_->set(rest.take());
      owned_shape::give_back(names);
      return block_->names()->next_name(place);
    }
    dict_block* block = block_;
    if (shared_capacity(left) != shared_capacity(names.used))
      block = values::try_allocate(shared_capacity(left), block_);
    [[maybe_unused]] const stored dying = take(block_, place);
    for (std::uint32_t i = block == block_ ? place + 1 : 0; i <= left; ++i)
      if (i != place) values::move_one(block_, i, block, i < place ? i : i - 1);
    block->set(rest.take());
    if (block != block_) values::free(block_);
    block_ = block;
    owned_shape::give_back(names);
    return place;
  }
  std::uint32_t erase_private(shape& names, std::uint32_t place) noexcept {
    [[maybe_unused]] const stored dying = take(block_, place);
    stored_name* const name = names.names()[place];
    names.leave_hole(place);
    names.real->registry->release(*name);
    if (names.used <= 16 || names.alive >= names.used / 4) return names.next_name(place);
    std::uint32_t before = 0;
    for (std::uint32_t i = names.next_name(0); i < place; i = names.next_name(i + 1)) ++before;
    close_holes();
    return before;
  }
  /// Of a private shape: names and values move together.
  void close_holes() noexcept {
    shape& names = *block_->names();
    if (names.alive == names.used) return;
    std::uint32_t to = 0;
    for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1)) {
      if (to != i) values::move_one(block_, i, block_, to);
      ++to;
    }
    names.close_holes();
  }
  /// A shape for objects of that class; its names have the same places.
  void change_class(class_record& mine) {
    close_holes();
    shape& names = *block_->names();
    block_->set(owned_shape::for_class(names, mine));
    owned_shape::give_back(names);
  }

  dict_block* block_;
};

/// The same names with equal values, in whatever order, as in Python.
template <class V>
bool equal_dicts(const dict_cell<V>& a, const dict_cell<V>& b) {
  const shape& names = a.names();
  if (names.alive != b.names().alive) return false;
  for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1)) {
    const V* const other = b.find_value(hash_name(names.names()[i]->view()));
    if (!other || !static_cast<bool>(std::as_const(a.at(i)) == *other)) return false;
  }
  return true;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
