// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// One slot as it is declared: slot<> may be unset, field<> always holds a value, and the traits of both.
#ifndef SLOTTED_SLOT_HPP
#define SLOTTED_SLOT_HPP

#include <slotted/name.hpp>
#include <slotted/pack.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

struct no_default {};
struct default_constructed {};

/// A default as a template argument: a number, an enumerator, a string literal, a function object.
template <class T>
struct constant {
  T value;
  constexpr constant(T given) : value(given) {}  // implicit: `defaults_to<1>` is the spelling
  template <std::size_t N>
  consteval constant(const char (&literal)[N])
    requires std::is_same_v<T, name<N>>
      : value(literal) {}
};
template <std::size_t N>
constant(const char (&)[N]) -> constant<name<N>>;
template <class T>
constant(T) -> constant<T>;

}  // namespace detail

/// Trait: the text that describes the slot; Python's values of a `__slots__` dict, but on the descriptor itself.
/// @snippet declaring.cpp traits
template <name Text>
struct doc {};

#if SLOTTED_REAL_MEMBERS
namespace detail {

/// Stands for a text that a type cannot say, by its length alone.
template <std::size_t N>
consteval name<N> blank_text() {
  const char blank[N]{};
  return blank;
}

}  // namespace detail

/// The same as an annotation of a member of a struct that is adopted: `[[=slotted::doc("metres")]] double x;`.
template <name Text>
  requires(Text.view().size() != 0 && Text.text[0] == '\0')
struct doc<Text> {
  decltype(Text) slotted_text;
  consteval doc(const char (&literal)[sizeof(Text.text)]) : slotted_text(literal) {}
};
template <std::size_t N>
doc(const char (&)[N]) -> doc<detail::blank_text<N>()>;
#endif

/// Trait: the value a new object starts with. A function object is run for each object; `defaults_to<>` is `T{}`.
/// @snippet declaring.cpp defaults_to
template <detail::constant Value = detail::default_constructed{}>
struct defaults_to {};

/// Trait: the slot hands out `const` only. Constructors give it its value; assignment of whole objects may replace it.
/// @snippet declaring.cpp traits
struct readonly {};

/// Trait: a second name, of any characters, for use at run time: `alias<"Installed-Size">`.
/// @snippet declaring.cpp traits
template <name Text>
struct alias {};

/// Trait: not reachable by a run-time name; `"x"_slot` and descriptors still reach it.
/// @snippet declaring.cpp traits
struct hidden {};

namespace detail {

enum class trait_kind { unknown, doc, defaults_to, readonly, alias, hidden, without };

template <class Trait>
struct trait_facts {
  static constexpr trait_kind kind = trait_kind::unknown;
  static constexpr std::string_view text{};
};
template <name Text>
struct trait_facts<doc<Text>> {
  static constexpr trait_kind kind = trait_kind::doc;
  static constexpr std::string_view text = Text.view();
};
template <constant Value>
struct trait_facts<defaults_to<Value>> {
  static constexpr trait_kind kind = trait_kind::defaults_to;
  static constexpr std::string_view text{};
};
template <>
struct trait_facts<readonly> {
  static constexpr trait_kind kind = trait_kind::readonly;
  static constexpr std::string_view text{};
};
template <name Text>
struct trait_facts<alias<Text>> {
  static constexpr trait_kind kind = trait_kind::alias;
  static constexpr std::string_view text = Text.view();
};
template <>
struct trait_facts<hidden> {
  static constexpr trait_kind kind = trait_kind::hidden;
  static constexpr std::string_view text{};
};

/// How the default is made: `make<T>()` returns the value, straight into the slot.
template <class... Traits>
struct default_of {
  using kind = no_default;
};
template <class First, class... Rest>
struct default_of<First, Rest...> : default_of<Rest...> {};
template <constant Value, class... Rest>
struct default_of<defaults_to<Value>, Rest...> {
  using kind = std::remove_const_t<decltype(Value.value)>;
  static constexpr const auto& value = Value.value;
};

template <class... Traits>
struct slot_traits {
  static constexpr std::size_t count(trait_kind kind) {
    return (std::size_t{0} + ... + static_cast<std::size_t>(trait_facts<Traits>::kind == kind));
  }
  static constexpr std::string_view doc_text() {
    std::string_view found;
    (void(trait_facts<Traits>::kind == trait_kind::doc ? void(found = trait_facts<Traits>::text) : void()), ...);
    return found;
  }
  static constexpr bool readonly = count(trait_kind::readonly) != 0;
  static constexpr bool hidden = count(trait_kind::hidden) != 0;
  static constexpr std::string_view doc = doc_text();
  using default_type = default_of<Traits...>;
  static constexpr bool has_default = !std::is_same_v<typename default_type::kind, no_default>;
  static constexpr std::size_t alias_count = count(trait_kind::alias);
};

/// No traits is the common case, and costs the compiler one instantiation for all slots together.
template <>
struct slot_traits<> {
  static constexpr bool readonly = false;
  static constexpr bool hidden = false;
  static constexpr std::string_view doc{};
  using default_type = default_of<>;
  static constexpr bool has_default = false;
  static constexpr std::size_t alias_count = 0;
};

}  // namespace detail

/// A slot: one named, typed place that starts unset and can be deleted, as in Python. Costs its type and one bit.
/// @snippet declaring.cpp slot
template <name Name, class T, class... Traits>
struct slot {
  using value_type = T;
  using name_type = slot_name<Name>;
  using traits = detail::slot_traits<Traits...>;
  using trait_pack = detail::pack<Traits...>;
  static constexpr bool may_be_unset = true;
};

/// A field: a slot that always holds a value, given to the constructor or by `defaults_to`. Costs its type, no bit;
/// access is the machine code of a struct's member.
/// @snippet declaring.cpp field
template <name Name, class T, class... Traits>
struct field {
  using value_type = T;
  using name_type = slot_name<Name>;
  using traits = detail::slot_traits<Traits...>;
  using trait_pack = detail::pack<Traits...>;
  static constexpr bool may_be_unset = false;
};

namespace detail {

template <class T>
inline constexpr bool is_slot = false;
template <name Name, class T, class... Traits>
inline constexpr bool is_slot<slot<Name, T, Traits...>> = true;
template <name Name, class T, class... Traits>
inline constexpr bool is_slot<field<Name, T, Traits...>> = true;

/// `const T` in a list reads as a readonly slot of `T`: neither can be written after construction.
template <class Slot>
inline constexpr bool is_readonly =
    Slot::traits::readonly || std::is_const_v<std::remove_all_extents_t<typename Slot::value_type>>;

/// Whether an object cannot be made without a value for it.
template <class Slot>
inline constexpr bool is_required = !Slot::may_be_unset && !Slot::traits::has_default;

/// The names by which a slot is known at run time: its own, then its aliases.
template <class Trait>
constexpr void append_alias(std::string_view*& out) {
  if (trait_facts<Trait>::kind == trait_kind::alias) *out++ = trait_facts<Trait>::text;
}
template <class... Traits>
constexpr void append_aliases(std::string_view*& out, pack<Traits...>*) {
  (append_alias<Traits>(out), ...);
}
template <class Slot>
constexpr void append_names(std::string_view*& out) {
  *out++ = Slot::name_type::text;
  if constexpr (Slot::traits::alias_count != 0) append_aliases(out, static_cast<typename Slot::trait_pack*>(nullptr));
}

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
