// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The memory of a class's own slots: each one a base of one storage class, in memory order behind the real bases, so
// that the ABI lets the first of them lie in a base's tail padding. Copies, moves and destroys what is set.
#ifndef SLOTTED_STORAGE_HPP
#define SLOTTED_STORAGE_HPP

#include <slotted/cell_work.hpp>
#include <slotted/item_array.hpp>
#include <slotted/storage_traits.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class Declaration, class Given, class... Bases>
constexpr bool bases_made_without_throwing(pack<Bases...>*) {
  using given = decltype(given_to_bases<Declaration>(std::declval<const Given&>()));
  return all_of({std::is_nothrow_constructible_v<stored_base<Bases>, from_arguments, const given&>...});
}

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
// Copying an object copies the room of its unset slots, too, where their types are trivial: as intended.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif

/// For debuggers, which read the names of the slots in the name of this type. Never defined: LLDB makes up the names of
/// types that are, without the texts in them.
template <class Items>
struct items_for_debuggers;

template <class Declaration, class Bases = typename Declaration::bases, class Order = memory_order<Declaration>>
struct slotted_cell_bases;

/// Bases and cells, copied and moved as the language does it: fields are, slots are not unless they are trivial. All
/// that needs code per slot is in `cells`, whose name stays short however many slots there are.
template <class Declaration, class... Bases, std::size_t... Members>
struct slotted_cell_bases<Declaration, pack<Bases...>, std::index_sequence<Members...>>
    : stored_base<Bases>..., cell_at<Declaration, Members>::type... {
  static const items_for_debuggers<typename Declaration::items> slotted_items;  // never defined

  template <class Given>
  constexpr slotted_cell_bases(from_arguments, const Given& slotted_given)
      : stored_base<Bases>(from_arguments{}, given_to_bases<Declaration>(slotted_given))...,
        cell_at<Declaration, Members>::type(cell_work<Declaration>::template source_of<Members>(slotted_given))... {}

  /// Fields from `other`, const slotted_cell_bases& or slotted_cell_bases&&; slots unset.
  template <class Other>
  constexpr slotted_cell_bases(from_other, Other&& slotted_other)
      : stored_base<Bases>(
            cell_work<Declaration>::template base_of<stored_base<Bases>>(std::forward<Other>(slotted_other)))...,
        cell_at<Declaration, Members>::type(
            cell_work<Declaration>::template field_of<Members>(std::forward<Other>(slotted_other)))... {}
};

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/// Destroys the slots that are set, should the constructor that it stands in throw. `Simply`: there is nothing to
/// destroy.
template <class Cells, bool Simply>
class rollback {
 public:
  constexpr explicit rollback(Cells* made) noexcept : made_(made) {}
  rollback(const rollback&) = delete;
  rollback& operator=(const rollback&) = delete;
  SLOTTED_INLINE constexpr ~rollback() {
    if (made_) made_->slotted_destroy();
  }
  constexpr void dismiss() noexcept { made_ = nullptr; }

 private:
  Cells* made_;
};
template <class Cells>
class rollback<Cells, true> {
 public:
  constexpr explicit rollback(Cells*) noexcept {}
  constexpr void dismiss() noexcept {}
};

/// The same, aligned as the items that follow, as a struct is that ends with an array of them.
template <class Declaration>
struct alignas(item_alignment<Declaration>()) slotted_aligned_bases : slotted_cell_bases<Declaration> {
  using slotted_cell_bases<Declaration>::slotted_cell_bases;
};
template <class Declaration>
constexpr auto find_aligned_bases() {
  if constexpr (!Declaration::declares_items)
    return std::type_identity<slotted_cell_bases<Declaration>>{};
  else if constexpr (item_alignment<Declaration>() <= alignof(slotted_cell_bases<Declaration>))
    return std::type_identity<slotted_cell_bases<Declaration>>{};
  else
    return std::type_identity<slotted_aligned_bases<Declaration>>{};
}
template <class Declaration>
using aligned_bases = typename decltype(find_aligned_bases<Declaration>())::type;

/// Cells with all special members but the destructor.
template <class Declaration>
class slotted_cells : public aligned_bases<Declaration> {
  using slotted_traits = storage_traits<Declaration>;
  using slotted_work = cell_work<Declaration>;
  using slotted_bases = aligned_bases<Declaration>;

 public:
  /// Fields and bases first, in memory order; then the slots that have a value, in memory order, too. A slot that
  /// throws takes with it what was made before it. In line, with the constructors above it: else clang puts the
  /// arguments into memory, to be read there again.
  template <class Given>
  SLOTTED_INLINE constexpr slotted_cells(from_arguments slotted_tag, const Given& slotted_given) noexcept(
      bases_made_without_throwing<Declaration, Given>(static_cast<typename Declaration::bases*>(nullptr)) &&
      slotted_work::template all_made_without_throwing<Given>(memory_order<Declaration>{}))
      : slotted_bases(slotted_tag, slotted_given) {
    slotted_work::enter_class(*this);
    rollback<slotted_cells, slotted_traits::simply_destroyed> slotted_undo(this);
    slotted_work::make_slots(*this, slotted_given, memory_order<Declaration>{});
    slotted_undo.dismiss();
  }

  slotted_cells(const slotted_cells&)
    requires(slotted_traits::simply_copied)
  = default;
  constexpr slotted_cells(const slotted_cells& slotted_other) noexcept(slotted_traits::copies_without_throwing)
    requires(!slotted_traits::simply_copied)
      : slotted_bases(from_other{}, slotted_other) {
    slotted_work::enter_class(*this);
    rollback<slotted_cells, slotted_traits::simply_destroyed> slotted_undo(this);
    slotted_work::take_slots(*this, slotted_other, memory_order<Declaration>{});
    slotted_undo.dismiss();
  }

  slotted_cells(slotted_cells&&)
    requires(slotted_traits::simply_moved)
  = default;
  /// The slots that are set in `other` stay set there, with moved-from values, as in std::optional.
  constexpr slotted_cells(slotted_cells&& slotted_other) noexcept(slotted_traits::moves_without_throwing)
    requires(!slotted_traits::simply_moved)
      : slotted_cells(move_of_references<Declaration>(slotted_other), std::move(slotted_other)) {}

  slotted_cells& operator=(const slotted_cells&)
    requires(slotted_traits::simply_copy_assigned)
  = default;
  /// Slot by slot in memory order, as a struct's members: one that throws keeps its old value, those before it have the
  /// new ones.
  constexpr slotted_cells& operator=(const slotted_cells& slotted_other) noexcept(
      slotted_traits::copy_assigns_without_throwing)
    requires(!slotted_traits::simply_copy_assigned)
  {
    if (this != __builtin_addressof(slotted_other)) slotted_work::assign(*this, slotted_other);
    return *this;
  }

  slotted_cells& operator=(slotted_cells&&)
    requires(slotted_traits::simply_move_assigned)
  = default;
  constexpr slotted_cells& operator=(slotted_cells&& slotted_other) noexcept(
      slotted_traits::move_assigns_without_throwing)
    requires(!slotted_traits::simply_move_assigned)
  {
    if (this != __builtin_addressof(slotted_other)) slotted_work::assign(*this, std::move(slotted_other));
    return *this;
  }

  /// For `object` to bring in where no base has subscripts.
  void operator[](nothing) const = delete;

  /// Ends the weak references and destroys the items and the slots that are set, last in memory first.
  constexpr void slotted_destroy() noexcept {
    slotted_work::expire(*this);
    if constexpr (destroys_items<Declaration>())
      if (!std::is_constant_evaluated()) destroy_items<Declaration>(*this);
    slotted_work::destroy_slots(*this, memory_order<Declaration>{});
    slotted_work::leave_class(*this);
  }

 private:
  /// While the other object is moved its references wait, the bases' part of the work included.
  constexpr slotted_cells(move_of_references<Declaration>&& slotted_references,
                          slotted_cells&& slotted_other) noexcept(slotted_traits::moves_without_throwing)
      : slotted_bases(from_other{}, std::move(slotted_other)) {
    slotted_work::enter_class(*this);
    rollback<slotted_cells, slotted_traits::simply_destroyed> slotted_undo(this);
    slotted_work::take_slots(*this, std::move(slotted_other), memory_order<Declaration>{});
    slotted_undo.dismiss();
    slotted_references.finish(*this);
  }
};

/// The destructor for slots that are not trivial. A class of its own: where a base has a virtual destructor this one is
/// virtual, too, and a virtual function cannot be constrained.
template <class Declaration>
struct slotted_destroyed_cells : slotted_cells<Declaration> {
  using slotted_cells<Declaration>::slotted_cells;
  slotted_destroyed_cells(const slotted_destroyed_cells&) = default;
  slotted_destroyed_cells(slotted_destroyed_cells&&) = default;
  slotted_destroyed_cells& operator=(const slotted_destroyed_cells&) = default;
  slotted_destroyed_cells& operator=(slotted_destroyed_cells&&) = default;
  constexpr ~slotted_destroyed_cells() { this->slotted_destroy(); }
};

/// The memory of a class's own slots and its bases.
template <class Declaration>
using storage = std::conditional_t<storage_traits<Declaration>::simply_destroyed, slotted_cells<Declaration>,
                                   slotted_destroyed_cells<Declaration>>;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
