// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Looking at a class: constants and plain tables of its slots, for people, for bindings, for tests.
#ifndef SLOTTED_INSPECT_HPP
#define SLOTTED_INSPECT_HPP

#include <slotted/lookup.hpp>
#include <slotted/object_layout.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE {

/// Number of slots, those of the bases included. The dict slot and the weakref slot are none of them.
/// @snippet looking.cpp names
template <class C>
  requires detail::slotted_class<C>
inline constexpr std::size_t slot_count = detail::slot_total<detail::seen_as<C>>;

namespace detail {

template <class... Entries>
constexpr std::array<std::string_view, sizeof...(Entries)> entry_names(pack<Entries...>*) {
  return {Entries::name_type::text...};
}

template <class Declaration>
using own_entries_of = typename own_entries<Declaration, std::make_index_sequence<Declaration::count>>::type;

}  // namespace detail

/// The names of all slots, bases first, in declared order.
/// @snippet looking.cpp names
template <class C>
  requires detail::slotted_class<C>
inline constexpr auto slot_names =
    detail::entry_names(static_cast<detail::entries_of<detail::declaration_of<C>>*>(nullptr));

/// The names of the slots that the class itself declares.
/// @snippet looking.cpp names
template <class C>
  requires detail::slotted_class<C>
inline constexpr auto own_slot_names =
    detail::entry_names(static_cast<detail::own_entries_of<detail::declaration_of<C>>*>(nullptr));

/// Whether objects have a dict slot, inherited ones included.
/// @snippet looking.cpp names
template <class C>
  requires detail::slotted_class<C>
inline constexpr bool has_dict = detail::declaration_of<C>::has_dict;

/// Whether objects have a weakref slot, inherited ones included.
/// @snippet looking.cpp names
template <class C>
  requires detail::slotted_class<C>
inline constexpr bool has_weakref = detail::declaration_of<C>::has_weakref;

/// What a slot holds, as far as other languages need to know.
/// @snippet looking.cpp members
enum class value_kind : std::uint8_t { other, boolean, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, string };

/// One slot as plain data, no templates: what a binding to Python, SQL or a GPU needs.
/// @snippet looking.cpp members
struct member {
  /// Bits of `flags`.
  enum flag : std::uint8_t { is_field = 1, is_readonly = 2, is_inherited = 4, is_hidden = 8 };

  std::string_view name;        ///< the slot's own, not an alias; the characters are followed by a zero
  std::string_view doc;         ///< empty where it has none, else followed by a zero
  value_kind kind;              ///< what it holds
  std::string_view type_name;   ///< the same as a C++ type
  std::size_t offset;           ///< bytes from the start of the object
  std::size_t size;             ///< bytes
  std::size_t alignment;        ///< bytes
  std::uint8_t flags;           ///< of the enumeration `flag`
  std::uint8_t presence_mask;   ///< 0 for a field
  std::size_t presence_offset;  ///< bytes from the start of the object to the byte that the mask is for
  value_kind element_kind;      ///< of an array (T[N], std::array, both also inside each other) that of its elements,
  std::size_t element_count;    ///< and how many there are in all; else `kind`, and 1
};

namespace detail {

template <class T>
constexpr value_kind kind_of() {
  using bare = std::remove_cv_t<T>;
  if constexpr (std::is_same_v<bare, bool>) {
    return value_kind::boolean;
  } else if constexpr (std::is_same_v<bare, float>) {
    return value_kind::f32;
  } else if constexpr (std::is_same_v<bare, double>) {
    return value_kind::f64;
  } else if constexpr (std::is_same_v<bare, std::string>) {
    return value_kind::string;
  } else if constexpr (std::is_integral_v<bare> && sizeof(bare) <= 8) {
    constexpr bool sign = std::is_signed_v<bare>;
    switch (sizeof(bare)) {
      case 1:
        return sign ? value_kind::i8 : value_kind::u8;
      case 2:
        return sign ? value_kind::i16 : value_kind::u16;
      case 4:
        return sign ? value_kind::i32 : value_kind::u32;
      default:
        return sign ? value_kind::i64 : value_kind::u64;
    }
  } else {
    return value_kind::other;
  }
}

/// What a T consists of, as far as other languages need to know: the elements of an array, else a T.
template <class T>
struct elements_of {
  using type = T;
  static constexpr std::size_t count = 1;
};
template <class T, std::size_t N>
struct elements_of<T[N]> : elements_of<std::remove_cv_t<T>> {
  static constexpr std::size_t count = N * elements_of<std::remove_cv_t<T>>::count;
};
template <class T, std::size_t N>
struct elements_of<std::array<T, N>> : elements_of<T[N]> {};
template <class T>
struct elements_of<std::array<T, 0>> : elements_of<std::remove_cv_t<T>> {
  static constexpr std::size_t count = 0;
};

template <class C, class Entry>
constexpr std::uint8_t flags_of() {
  unsigned flags = 0;
  if (!Entry::may_be_unset) flags |= member::is_field;
  if (Entry::readonly) flags |= member::is_readonly;
  if (!std::is_same_v<typename Entry::owner, C>) flags |= member::is_inherited;
  if (Entry::slot::traits::hidden) flags |= member::is_hidden;
  return static_cast<std::uint8_t>(flags);
}

template <class C, class Entry>
constexpr member member_of() {
  const slot_record record = record_of<C, Entry>(0);
  using elements = elements_of<std::remove_cv_t<typename Entry::value_type>>;
  return {Entry::name_type::text,
          Entry::slot::traits::doc,
          kind_of<typename Entry::value_type>(),
          type_name<typename Entry::value_type>,
          record.offset,
          sizeof(typename Entry::value_type),
          alignof(typename Entry::value_type),
          flags_of<C, Entry>(),
          static_cast<std::uint8_t>(~record.other_bits),
          record.presence_offset,
          kind_of<typename elements::type>(),
          elements::count};
}

template <class C, class... Entries>
constexpr std::array<member, sizeof...(Entries)> members_of(pack<Entries...>*) {
  return {member_of<C, Entries>()...};
}

}  // namespace detail

/// One `member` for each slot of `C`, bases first, in declared order.
/// @snippet looking.cpp members
template <class C>
  requires detail::slotted_class<C>
inline constexpr auto members =
    detail::members_of<detail::seen_as<C>>(static_cast<detail::entries_of<detail::declaration_of<C>>*>(nullptr));

/// The layout of a class. Sizes and offsets in bytes, `none` where there is no such part.
/// @snippet looking.cpp layout_of
template <std::size_t Slots>
struct class_layout {
  /// The offset of what the class does not have.
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t size;  ///< `sizeof`
  /// How far a copy of bytes through a reference to this class may go: less than `size` where a derived class may have
  /// slots in the tail padding.
  std::size_t data_size;
  std::size_t alignment;  ///< `alignof`
  /// Bytes that hold no slot and no presence bits, nor are the dict slot, the weakref slot or the count of items. A
  /// vptr and plain members are counted here.
  std::size_t padding;
  std::size_t dict_offset;                 ///< of the dict slot
  std::size_t weakref_offset;              ///< of the weakref slot
  std::size_t item_size;                   ///< of one of the items that follow the object; 0 where there are none
  std::array<member, Slots> memory_order;  ///< the slots, those of bases included
};

namespace detail {

template <class... Owners>
constexpr std::size_t presence_bytes_of(pack<Owners...>*) {
  // The presence bytes of a class are counted with its first slot.
  const std::size_t bytes[] = {
      (Owners::own_index == 0 ? presence_of<typename Owners::declaration>.bytes() : std::size_t{0})..., 0};
  std::size_t sum = 0;
  for (const std::size_t one : bytes) sum += one;
  return sum;
}

/// Merges ever longer runs: compilers count their steps, and a quadratic sort of a thousand slots is too many.
template <std::size_t N>
constexpr void sort_by_offset(std::array<member, N>& sorted) {
  std::size_t from[N + 1]{};
  std::size_t to[N + 1]{};
  for (std::size_t i = 0; i != N; ++i) from[i] = i;
  for (std::size_t run = 1; run < N; run *= 2) {
    for (std::size_t begin = 0; begin < N; begin += 2 * run) {
      const std::size_t middle = begin + run < N ? begin + run : N;
      const std::size_t end = begin + 2 * run < N ? begin + 2 * run : N;
      std::size_t a = begin;
      std::size_t b = middle;
      for (std::size_t k = begin; k != end; ++k) {
        const bool take_a = a != middle && (b == end || sorted[from[a]].offset <= sorted[from[b]].offset);
        to[k] = take_a ? from[a++] : from[b++];
      }
    }
    for (std::size_t i = 0; i != N; ++i) from[i] = to[i];
  }
  const std::array<member, N> unsorted = sorted;
  for (std::size_t i = 0; i != N; ++i) sorted[i] = unsorted[from[i]];
}

template <class C>
constexpr auto layout_of_class() {
  using entries = entries_of<declaration_of<C>>;
  using layout = class_layout<entries::size>;
  layout found{sizeof(C), data_size_of<C>(), alignof(C), 0, layout::none, layout::none, 0, members<C>};
  std::size_t used = presence_bytes_of(static_cast<entries*>(nullptr));
  for (const member& slot : members<C>) used += slot.size;
  if constexpr (declaration_of<C>::has_dict) {
    found.dict_offset = offset_of_dict<C>();
    used += sizeof(void*);
  }
  if constexpr (declaration_of<C>::has_weakref) {
    found.weakref_offset = offset_of_weakref<C>();
    used += sizeof(void*);
  }
  if constexpr (declaration_of<C>::has_items) {
    found.item_size = sizeof(item_type_of<declaration_of<C>>);
    used += sizeof(typename items_type_of<declaration_of<C>>::value_type);
  }
  sort_by_offset(found.memory_order);
  found.padding = std::is_empty_v<C> ? 0 : sizeof(C) - used;
  return found;
}

/// Of the bytes up to the end of the items, those behind the object; its tail padding may hold some.
template <class O>
constexpr std::size_t bytes_of_items_behind(const O& object) noexcept {
  const auto all = items_in(object);
  if (all.count == 0) return 0;
  const auto end = static_cast<std::size_t>(reinterpret_cast<const unsigned char*>(all.end()) -
                                            reinterpret_cast<const unsigned char*>(__builtin_addressof(object)));
  return end > sizeof(O) ? end - sizeof(O) : 0;
}

template <class Object>
struct with_vptr : Object {
  virtual void slotted_never_called();
};

template <class C>
constexpr bool adds_no_members() {
  using own = storage<declaration_of<C>>;
  if constexpr (std::is_polymorphic_v<C> && !std::is_polymorphic_v<own>)
    return sizeof(C) == sizeof(with_vptr<own>) && data_size_of<C>() == data_size_of<with_vptr<own>>();
  else
    return sizeof(C) == sizeof(own) && (std::is_final_v<C> || data_size_of<C>() == data_size_of<own>());
}

}  // namespace detail

/// Where everything in a `C` lies.
/// @snippet looking.cpp layout_of
template <class C>
  requires detail::slotted_class<C>
inline constexpr auto layout_of = detail::layout_of_class<detail::seen_as<C>>();

/// Bytes of the object, its items included, and of all heap memory that the library keeps for it: none in a class
/// without a dict slot and a weakref slot, none in an object without dynamic attributes and weak references. What the
/// values themselves own is not counted, nor are names that the object shares with others.
/// @snippet looking.cpp footprint
template <class O>
  requires detail::slotted_class<O>
[[nodiscard]] constexpr std::size_t footprint(const O& object) noexcept {
  std::size_t bytes = sizeof(O);
  if constexpr (detail::declaration_of<O>::has_items) bytes += detail::bytes_of_items_behind(object);
  if constexpr (detail::declaration_of<O>::has_dict)
    bytes += detail::dict_of(static_cast<const detail::seen_as<O>&>(object)).footprint();
  if constexpr (detail::declaration_of<O>::has_weakref)
    bytes += detail::weak_cell_in(static_cast<const detail::seen_as<O>&>(object)).footprint();
  static_cast<void>(object);
  return bytes;
}

/// Whether `C` adds no data members to its slots, not even in its tail. A vptr is none.
/// @snippet looking.cpp is_exact
template <class C>
  requires detail::slotted_class<C>
inline constexpr bool is_exact = detail::adds_no_members<C>();

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
