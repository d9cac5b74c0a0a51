// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// All slots of a class, those of its bases first, found by a name that the compiler knows; and their names as text.
#ifndef SLOTTED_ENTRIES_HPP
#define SLOTTED_ENTRIES_HPP

#include <slotted/declaration.hpp>

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <class Declaration, class Indices>
struct own_entries;
template <class Declaration, std::size_t... I>
struct own_entries<Declaration, std::index_sequence<I...>> {
  using type = pack<slot_entry<Declaration, I>...>;
};

template <class Base>
struct entries_of_base {
  using type = pack<>;
};

template <class Bases>
struct entries_of_bases;
template <class... Bases>
struct entries_of_bases<pack<Bases...>> {
  using type = join_t<typename entries_of_base<Bases>::type...>;
};

/// The slots of a class: bases first, then its own in declared order.
template <class Declaration>
struct all_entries {
  using inherited = typename entries_of_bases<typename Declaration::bases>::type;
  using type = join_t<inherited, typename own_entries<Declaration, std::make_index_sequence<Declaration::count>>::type>;
};
template <class Declaration>
using entries_of = typename all_entries<Declaration>::type;

template <slotted_class Base>
struct entries_of_base<Base> {
  using type = entries_of<declaration_of<Base>>;
};

// Compile-time names: one overload resolution finds the slot, however many there are.

template <class Name, std::size_t I, class Entry>
struct named_entry {
  static constexpr std::size_t index = I;
  using type = Entry;
  name<sizeof(Name::literal)> text = Name::literal;  // in row_of_names
};

template <class Indices, class Entries>
struct name_map;
template <std::size_t... I, class... Entries>
struct name_map<std::index_sequence<I...>, pack<Entries...>> : named_entry<typename Entries::name_type, I, Entries>... {
};

template <class Declaration>
using name_map_of = name_map<std::make_index_sequence<entries_of<Declaration>::size>, entries_of<Declaration>>;

template <class Name, std::size_t I, class Entry>
named_entry<Name, I, Entry> find_entry(const named_entry<Name, I, Entry>*);
template <class Name>
void find_entry(const void*);

/// named_entry of that name, or void.
template <class C, class Name>
using found_entry = decltype(find_entry<Name>(static_cast<const name_map_of<declaration_of<C>>*>(nullptr)));

template <class C, class Name>
concept has_slot = !std::is_void_v<found_entry<C, Name>>;

// Names as text.

/// The names of all slots, one behind the other in one row of characters, a NUL after each. Only messages read them:
/// with a constant and a symbol for each, they were half of the object file of a large class.
template <class Declaration>
inline constexpr name_map_of<Declaration> row_of_names{};

/// In linear time.
inline std::string_view nth_name(const void* row, std::size_t n) noexcept {
  const char* text = static_cast<const char*>(row);
  while (n-- != 0) text += __builtin_strlen(text) + 1;
  return text;
}

/// The name of the slot that a class has itself at this place in its list.
template <class Declaration>
std::string_view own_name(std::size_t own_index) noexcept {
  static_assert(alignof(name_map_of<Declaration>) == 1);
  return nth_name(&row_of_names<Declaration>, all_entries<Declaration>::inherited::size + own_index);
}

// With the slot that each belongs to, aliases included.

template <class... Entries>
constexpr std::size_t count_names(pack<Entries...>*) {
  const std::size_t counts[] = {0, (1 + Entries::slot::traits::alias_count)...};
  std::size_t sum = 0;
  for (const std::size_t one : counts) sum += one;
  return sum;
}

template <std::size_t N>
struct name_texts {
  std::string_view text[N != 0 ? N : 1];
  std::size_t entry[N != 0 ? N : 1]{};
};

template <class Entry>
constexpr bool append_texts(std::string_view*& out) {
  append_names<typename Entry::slot>(out);
  return true;
}

/// Every name and alias of the slots in a pack, in their order.
template <class... Entries>
constexpr auto names_in(pack<Entries...>* entries) {
  name_texts<count_names(static_cast<pack<Entries...>*>(nullptr))> names{};
  static_cast<void>(entries);
  [[maybe_unused]] std::string_view* out = names.text;
  const bool appended[] = {true, append_texts<Entries>(out)...};
  static_cast<void>(appended);
  const std::size_t counts[] = {(1 + Entries::slot::traits::alias_count)..., 0};
  std::size_t at_name = 0;
  for (std::size_t i = 0; i != sizeof...(Entries); ++i)
    for (std::size_t k = 0; k != counts[i]; ++k) names.entry[at_name++] = i;
  return names;
}

/// A few characters and the length: compilers are slow at loops, and names that meet are compared.
constexpr std::size_t hash_of_text(std::string_view text) {
  const std::size_t n = text.size();
  if (n == 0) return 0;
  const char* const t = text.data();
  std::size_t hash = n;
  for (const std::size_t i : {std::size_t{0}, n / 2, n - n / 4 - 1, n < 3 ? 0 : n - 3, n < 2 ? 0 : n - 2, n - 1})
    hash = hash * 31 + static_cast<unsigned char>(t[i]);
  return hash;
}

struct same_names {
  bool found = false;
  std::size_t first = 0, second = 0;  // slots, by their place in the pack
};

/// The first two equal names. A hash table: the work grows with the number of names, not with its square.
template <std::size_t N>
constexpr same_names find_same_names(const name_texts<N>& names) {
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  constexpr std::size_t buckets = 2 * N + 1;
  std::size_t head[buckets]{};
  std::size_t next[N + 1]{};
  for (std::size_t& one : head) one = none;
  for (std::size_t i = 0; i != N; ++i) {
    std::size_t& bucket = head[hash_of_text(names.text[i]) % buckets];
    for (std::size_t k = bucket; k != none; k = next[k])
      if (same_text(names.text[k], names.text[i])) return {true, names.entry[k], names.entry[i]};
    next[i] = bucket;
    bucket = i;
  }
  return {};
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
