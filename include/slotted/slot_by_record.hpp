// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What can be done with a slot that was found by a name at run time: types meet at run time, too.
#ifndef SLOTTED_SLOT_BY_RECORD_HPP
#define SLOTTED_SLOT_BY_RECORD_HPP

#include <slotted/access.hpp>
#include <slotted/lookup.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Whether slots can be reached by their offsets: not in constant expressions, and not in an abstract class, whose
/// objects are always of another one.
template <class C>
constexpr bool has_addresses() noexcept {
  return !std::is_constant_evaluated() && !std::is_abstract_v<C>;
}

template <class C>
SLOTTED_INLINE constexpr bool is_set_at(const C& object, const slot_record& record) noexcept {
  if (has_addresses<C>()) return is_set_by_record(object, record);
  const auto read = [&object]<class Entry, std::size_t>() { return has_value<Entry>(object); };
  return dispatch<C, bool>(record.index, read);
}

/// A T in that slot, or null: another type, or unset.
template <class T, class C>
SLOTTED_INLINE constexpr T* find_at(C& object, const slot_record& record) noexcept {
  using class_type = std::remove_const_t<C>;
  if (has_addresses<class_type>()) {
    const bool there = holds_by_record<T, class_type>(record) && is_set_by_record(object, record);
    return there ? __builtin_addressof(value_by_record<T>(object, record)) : nullptr;
  } else {
    return typed_finder<T, C>{object}.at(record.index);
  }
}

/// Says why there is no T in a slot that exists.
template <class T, class C>
[[noreturn]] SLOTTED_COLD inline void raise_not_found(std::size_t index) {
  const auto* type = records_of<C>.all[index].type;
  if (type != &identity_of<std::remove_const_t<T>>)
    raise_wrong_type(class_name<C>, name_of_slot<C>(index), type->name, type_name<std::remove_const_t<T>>);
  raise_unset(class_name<C>, name_of_slot<C>(index));
}

/// The T in that slot; throws where there is none.
template <class T, class C>
SLOTTED_INLINE constexpr T& get_at(C& object, const slot_record& record) {
  using class_type = std::remove_const_t<C>;
  if (!holds_by_record<T, class_type>(record) || !is_set_at<class_type>(object, record)) [[unlikely]]
    raise_not_found<T, class_type>(record.index);
  if (has_addresses<class_type>()) return value_by_record<T>(object, record);
  return *typed_finder<T, C>{object}.at(record.index);
}

/// A copy of the T in the slot of that name or else of `fallback`, without a branch on which of the two it is.
template <class T, class C>
SLOTTED_INLINE T select_by_name(const C& object, std::string_view name, const T& fallback) {
  const auto at = name_table_of<C>::look_up(name.data(), name.size());
  const slot_record& record = records_by_name_of<C>.all[at.place];  // of no slot where there is none, and full of zeros
  const bool there = at.found & is_set_by_record(object, record);
  if (there & !holds_by_record<T, C>(record)) [[unlikely]]
    raise_not_found<T, C>(record.index);
  const auto slot = reinterpret_cast<std::uintptr_t>(bytes_of(object) + record.offset);
  const auto other = reinterpret_cast<std::uintptr_t>(__builtin_addressof(fallback));
  std::uintptr_t mask = 0 - static_cast<std::uintptr_t>(there);
  __asm__("" : "+r"(mask));  // unknown to the compiler: clang would make a branch of it
  return *std::launder(reinterpret_cast<const T*>(other ^ ((slot ^ other) & mask)));
}
/// Whether that can be asked: numbers, which are copied in one step, and a fallback that is a number, too: the
/// conversion function of a class is called only where there is no value.
template <class T, class C, class Name, class F>
inline constexpr bool can_select_by_name =
    std::is_scalar_v<T> && std::is_scalar_v<std::remove_cvref_t<F>> && string_like<const Name&> &&
    !std::is_abstract_v<C> && !declaration_of<C>::has_dict && name_table_of<C>::can_look_up &&
    (fit_of<T, F>() == fit::same || fit_of<T, F>() == fit::implicit);

template <class C, class V>
struct storing_visitor {
  C& object;
  V&& value;
  template <class Entry, std::size_t>
  constexpr void operator()() const {
    if constexpr (Entry::readonly) {
      raise_read_only(class_name<C>, Entry::name_type::text);
    } else if constexpr (!fits<typename Entry::value_type, V> ||
                         !std::is_move_assignable_v<std::remove_all_extents_t<typename Entry::value_type>>) {
      raise_unfit(class_name<C>, Entry::name_type::text, type_name<typename Entry::value_type>,
                  type_name<std::remove_cvref_t<V>>);
    } else {
      store_value<Entry>(object, std::forward<V>(value));
    }
  }
};

template <class C, class V>
SLOTTED_INLINE constexpr void store_at(C& object, const slot_record& record, V&& value) {
  using T = std::remove_cvref_t<V>;
  if constexpr (!std::is_abstract_v<C> && !std::is_array_v<T> && std::is_assignable_v<T&, V>) {
    if (has_addresses<C>() && holds_by_record<T, C>(record) && !record.readonly && is_set_by_record(object, record)) {
      value_by_record<T>(object, record) = std::forward<V>(value);
      return;
    }
  }
  storing_visitor<C, V> store{object, std::forward<V>(value)};
  dispatch<C, void>(record.index, store);
}

template <class C>
struct deleting_visitor {
  C& object;
  template <class Entry, std::size_t>
  constexpr void operator()() const {
    if constexpr (!Entry::may_be_unset)
      raise_undeletable(class_name<C>, Entry::name_type::text);
    else if constexpr (Entry::readonly)
      raise_read_only(class_name<C>, Entry::name_type::text);
    else
      delete_value<Entry>(object);
  }
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
