// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Where the items of an object lie, found through any class that it is seen as, and what dies with the object.
#ifndef SLOTTED_ITEM_ARRAY_HPP
#define SLOTTED_ITEM_ARRAY_HPP

#include <slotted/cell.hpp>
#include <slotted/offset.hpp>

#include <cstddef>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Items in their order.
template <class T>
struct item_array {
  T* first;
  std::size_t count;

  [[nodiscard]] constexpr T* begin() const noexcept { return first; }
  [[nodiscard]] constexpr T* end() const noexcept { return first + count; }
};

/// Where items begin, counted from the start of the class that declares them. It is aligned as they are, so a multiple
/// of its alignment and theirs is right for any object.
template <class Declaration>
struct trailing_layout {
  using owner = typename items_declaration_of<Declaration>::self;
  using item = item_type_of<Declaration>;

  /// What distances are counted in, in bytes. A dict slot that a derived class adds fits into two.
  static constexpr std::size_t unit = alignof(item) > alignof(void*) ? alignof(item) : alignof(void*);

  /// In an object of the class itself: right behind it, in its tail padding, too. The object is never assigned to, so
  /// nothing else writes there.
  static consteval std::size_t nearest() {
    static_assert(alignof(owner) % alignof(item) == 0);
    return align_up(data_size_of<owner>(), alignof(item));
  }
  /// Bytes from the start of the class to the items.
  static constexpr std::size_t offset(std::size_t distance) noexcept {
    constexpr std::size_t begin = nearest();
    return begin + distance * unit;
  }

  /// The least distance that is behind all of an object whose class is `C`.
  template <class C>
  static consteval std::size_t distance_in() {
    constexpr std::size_t begin = offset_of_base<C, owner>() + nearest();
    return data_size_of<C>() <= begin ? 0 : (data_size_of<C>() - begin + unit - 1) / unit;
  }
};

/// The items of an object, seen as the class that declares them.
template <class Declaration, class Owner>
SLOTTED_INLINE auto items_behind(Owner* owner, std::size_t count, std::size_t distance) noexcept {
  using item = std::conditional_t<std::is_const_v<Owner>, const item_type_of<Declaration>, item_type_of<Declaration>>;
  using byte = std::conditional_t<std::is_const_v<Owner>, const unsigned char, unsigned char>;
  byte* const memory = reinterpret_cast<byte*>(owner) + trailing_layout<Declaration>::offset(distance);
  return item_array<item>{reinterpret_cast<item*>(memory), count};
}

template <class Declaration>
using item_count_of = typename items_type_of<Declaration>::value_type;
template <class Declaration>
SLOTTED_INLINE constexpr const item_count_of<Declaration>& count_in(const count_cell_of<Declaration>& cell) noexcept {
  return cell.slotted_value;
}

/// The distance in objects of the class itself. It is guessed for those that are seen as of that class: a branch that
/// is guessed is no step on the way to the items, as arithmetic with the count would be. 0 for an abstract class.
template <class C, class Declaration = declaration_of<C>>
consteval std::size_t usual_distance() {
  if constexpr (std::is_abstract_v<C>)
    return 0;
  else
    return trailing_layout<Declaration>::template distance_in<C>();
}

template <class Declaration, std::size_t Usual, class Owner>
SLOTTED_INLINE auto find_items_behind(Owner* owner, const item_count_of<Declaration>& count) noexcept {
  auto found = items_behind<Declaration>(owner, count.size(), Usual);
  if (count.distance() != Usual) [[unlikely]] {
    found = items_behind<Declaration>(owner, count.size(), count.distance());
    __asm__("" : "+r"(found.first));  // or the compiler would see that it can do without a branch
  }
  return found;
}

/// The items of an object of a complete class, const as the object is. No object that a constant expression made has
/// any.
template <class C, class Declaration = declaration_of<C>>
SLOTTED_INLINE constexpr auto items_in(C& object) noexcept {
  using declarer = typename trailing_layout<Declaration>::owner;
  using owner = std::conditional_t<std::is_const_v<C>, const declarer, declarer>;
  using found = decltype(items_behind<Declaration, owner>(nullptr, 0, 0));
  constexpr std::size_t usual = usual_distance<std::remove_const_t<C>>();
  const item_count_of<Declaration>& count = count_in<Declaration>(object);
  // Not without a look at the object: what asks nothing of it is a constant, and so none, for an object known at run
  // time only, too, where it initialises a reference (P2280).
  if (__builtin_is_constant_evaluated() && count.size() == 0) return found{nullptr, 0};
  owner* const seen = __builtin_addressof(static_cast<owner&>(object));
  if constexpr (std::is_final_v<C>)
    return items_behind<Declaration>(seen, count.size(), usual);
  else
    return find_items_behind<Declaration, usual>(seen, count);
}

/// As the class that declares the items, of an object whose destructor has begun: a pointer is all that is wanted.
template <class Declaration, class Cells>
__attribute__((no_sanitize("undefined"))) auto* as_owner_of_items(Cells& dying) noexcept {
  return static_cast<typename Declaration::self*>(static_cast<count_cell_of<Declaration>*>(__builtin_addressof(dying)));
}

/// Destroys the items, the last one first. The count goes before: a destructor that looks at its object finds none. Not
/// constexpr, so that clang does not look into it, and from there at the class, as soon as it sees the destructor.
template <class Declaration, class Cells>
void destroy_items(Cells& dying) noexcept {
  using item = item_type_of<Declaration>;
  item_count_of<Declaration>& count = static_cast<count_cell_of<Declaration>&>(dying).slotted_value;
  if (count.size() == 0) return;
  const auto all = find_items_behind<Declaration, 0>(as_owner_of_items<Declaration>(dying), count);
  count.set(0, count.distance());
  for (item* one = all.end(); one != all.begin();) (--one)->~item();
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
