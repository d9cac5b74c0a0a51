// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A class as it is declared: object<Self, Parts...> read into bases, slots and policies, and what follows from its own
// slots alone.
#ifndef SLOTTED_DECLARATION_HPP
#define SLOTTED_DECLARATION_HPP

#include <slotted/diagnose.hpp>
#include <slotted/layout.hpp>
#include <slotted/slots.hpp>
#include <slotted/type_name.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline v0 {

/// The bases of a class: slotted ones, whose slots it inherits, and any others, whose members are untouched.
template <class... Bases>
struct extends {};

namespace detail {

template <class Part>
struct bases_in {
  static constexpr bool is_extends = false;
  using type = pack<>;
};
template <class... Bases>
struct bases_in<extends<Bases...>> {
  static constexpr bool is_extends = true;
  using type = pack<Bases...>;
};

template <class Part>
struct slots_in {
  using type = pack<>;
};
template <class Part>
  requires(is_list<Part>())
struct slots_in<Part> {
  using type = flat_slots<Part>;
};

/// What the brackets of `object<Self, Parts...>` say.
template <class Self, class... Parts>
struct declaration {
  using self = Self;
  using parts = pack<Parts...>;
  using bases = join_t<typename bases_in<Parts>::type...>;
  using slots_pack = join_t<typename slots_in<Parts>::type...>;
  static constexpr std::size_t count = slots_pack::size;
  static constexpr bool keeps_order = (std::is_same_v<Parts, declared_order> || ...);
};

/// The presence bits of a class's own slots: which slot has which bit.
template <std::size_t N>
struct presence_plan {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t bit[N != 0 ? N : 1]{};
  std::size_t bits = 0;
  [[nodiscard]] constexpr std::size_t bytes() const { return (bits + 7) / 8; }
};

template <class... Slots>
constexpr presence_plan<sizeof...(Slots)> plan_presence(pack<Slots...>*) {
  presence_plan<sizeof...(Slots)> plan;
  const bool may_be_unset[] = {Slots::may_be_unset..., false};
  for (std::size_t i = 0; i != sizeof...(Slots); ++i) plan.bit[i] = may_be_unset[i] ? plan.bits++ : plan.none;
  return plan;
}

template <class Declaration>
inline constexpr auto presence_of = plan_presence(static_cast<typename Declaration::slots_pack*>(nullptr));

/// One slot of a class that declares it: everything that is known of it without an object.
template <class Declaration, std::size_t I>
struct slot_entry {
  using declaration = Declaration;
  using owner = typename Declaration::self;
  using slot = at<I, typename Declaration::slots_pack>;
  using value_type = typename slot::value_type;
  using name_type = typename slot::name_type;
  static constexpr std::size_t own_index = I;
  static constexpr bool may_be_unset = slot::may_be_unset;
  static constexpr bool readonly = is_readonly<slot>;
};

/// A class that derives from an object<...>, itself or through plain C++ classes.
template <class C>
concept slotted_class = requires { typename std::remove_cv_t<C>::slotted_declaration; };

template <class C>
using declaration_of = typename std::remove_cv_t<C>::slotted_declaration;

/// The class itself, or the nearest base of it that declares slots.
template <class C>
using seen_as = typename declaration_of<C>::self;

/// The name that make_class and extended give; of no other class.
template <class C>
inline constexpr std::string_view given_class_name{};

/// Asks nothing of the class but its type, which may be incomplete.
template <class Self>
inline constexpr std::string_view name_of_class =
    given_class_name<Self>.empty() ? without_scope(type_name<Self>) : given_class_name<Self>;

}  // namespace detail

/// The name of a class without its namespaces: Python's `__name__`.
template <class C>
  requires detail::slotted_class<C>
inline constexpr std::string_view class_name = detail::name_of_class<detail::seen_as<C>>;

}  // namespace slotted::inline v0

#endif
