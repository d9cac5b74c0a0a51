// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What a plain aggregate is made of, asked of the compiler: how many members it has, and which values it cannot be made
// without. A class is asked by trying to make one from values that become whatever type a member needs.
#ifndef SLOTTED_AGGREGATE_HPP
#define SLOTTED_AGGREGATE_HPP

#include <slotted/offset.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

// Values that become what is asked of them. They are never made: the bodies are there because compilers warn of
// functions of unnamed namespaces that have none.

/// Becomes nothing: what takes it takes anything.
struct no_value {};

/// Becomes a value of any member, but of no base of A: those are counted apart. A member that takes anything, as
/// std::any does, takes it as it is.
template <class A, std::size_t>
struct any_member {
  template <class T>
    requires(!std::is_base_of_v<T, A> && !std::is_convertible_v<no_value, T>)
  operator T() const noexcept {
    __builtin_trap();
  }
};
template <class A, std::size_t>
struct any_base {
  template <class T>
    requires(std::is_base_of_v<T, A>)
  operator T() const noexcept {
    __builtin_trap();
  }
};
template <class A, std::size_t>
struct any_empty_base {
  template <class T>
    requires(std::is_base_of_v<T, A> && std::is_empty_v<T>)
  operator T() const noexcept {
    __builtin_trap();
  }
};
struct any_union {
  template <class T>
    requires(std::is_union_v<T>)
  operator T() const noexcept {
    __builtin_trap();
  }
};
template <class A, std::size_t>
struct any_reference {
  template <class T>
    requires(!std::is_base_of_v<T, A>)
  operator T&() const noexcept {
    __builtin_trap();
  }
};

template <class A, std::size_t... B, std::size_t... M>
constexpr bool takes(std::index_sequence<B...>, std::index_sequence<M...>) {
  return requires { A{any_base<A, B>{}..., any_member<A, M>{}...}; };
}
/// Whether an A can be made from that many bases and, behind them, that many values. An array takes one value for each
/// of its elements; what is left out must be able to do without one.
template <class A, std::size_t Bases, std::size_t Values>
inline constexpr bool takes_values = takes<A>(std::make_index_sequence<Bases>{}, std::make_index_sequence<Values>{});

/// The same where the last base is a base, and nothing that takes anything.
template <class A, std::size_t... B, std::size_t... M>
constexpr bool takes_anything_behind(std::index_sequence<B...>, std::index_sequence<M...>) {
  return requires { A{any_base<A, B>{}..., no_value{}, any_member<A, M>{}...}; };
}
template <class A, std::size_t Bases, std::size_t Values>
constexpr bool find_takes_bases() {
  if constexpr (Bases == 0)
    return takes_values<A, 0, Values>;
  else if constexpr (!takes_values<A, Bases, Values>)
    return false;
  else
    return !takes_anything_behind<A>(std::make_index_sequence<Bases - 1>{}, std::make_index_sequence<Values>{});
}
template <class A, std::size_t Bases, std::size_t Values>
inline constexpr bool takes_bases = find_takes_bases<A, Bases, Values>();

template <class A, std::size_t... B, std::size_t... Before, std::size_t... Inside, std::size_t... Behind>
constexpr bool takes_some_in_braces(std::index_sequence<B...>, std::index_sequence<Before...>,
                                    std::index_sequence<Inside...>, std::index_sequence<Behind...>) {
  return requires {
    A{any_base<A, B>{}..., any_member<A, Before>{}..., {any_member<A, Inside>{}...}, any_member<A, Behind>{}...};
  };
}
/// The same with one member made from `Inside` values in braces, whole even where it is an array.
template <class A, std::size_t Bases, std::size_t Before, std::size_t Inside, std::size_t Behind>
inline constexpr bool takes_in_braces =
    takes_some_in_braces<A>(std::make_index_sequence<Bases>{}, std::make_index_sequence<Before>{},
                            std::make_index_sequence<Inside>{}, std::make_index_sequence<Behind>{});

/// Whether the member behind `Before` values takes a union, and not because it takes anything.
template <class A, std::size_t... B, std::size_t... Before, std::size_t... Behind>
constexpr bool takes_a_union(std::index_sequence<B...>, std::index_sequence<Before...>,
                             std::index_sequence<Behind...>) {
  return requires { A{any_base<A, B>{}..., any_member<A, Before>{}..., any_union{}, any_member<A, Behind>{}...}; } &&
         !requires { A{any_base<A, B>{}..., any_member<A, Before>{}..., no_value{}, any_member<A, Behind>{}...}; };
}
template <class A, std::size_t... M>
constexpr bool takes_references(std::index_sequence<M...>) {
  return requires { A{any_reference<A, M>{}...}; };
}

/// Arrays are counted by their elements, up to this many in all.
inline constexpr std::size_t most_values = 512;
inline constexpr std::size_t most_members = 64;

// Where an A needs no value, any number up to the last member will do, and the last is found by halving. Otherwise the
// numbers that do lie in a row, and all are tried.

template <class A, std::size_t Bases, std::size_t Does, std::size_t DoesNot>
constexpr std::size_t last_between() {
  if constexpr (DoesNot - Does == 1)
    return Does;
  else if constexpr (takes_values<A, Bases, (Does + DoesNot) / 2>)
    return last_between<A, Bases, (Does + DoesNot) / 2, DoesNot>();
  else
    return last_between<A, Bases, Does, (Does + DoesNot) / 2>();
}
template <class A, std::size_t Bases, std::size_t Tried = 1>
constexpr std::size_t last_by_halving() {
  if constexpr (Tried > most_values) {
    if constexpr (takes_values<A, Bases, most_values + 1>)
      return most_values + 1;
    else
      return last_between<A, Bases, Tried / 2, most_values + 1>();
  } else if constexpr (takes_values<A, Bases, Tried>) {
    return last_by_halving<A, Bases, 2 * Tried>();
  } else {
    return last_between<A, Bases, Tried / 2, Tried>();
  }
}

/// The first number of values that an A can be made from; more than `most_members` where there is none.
template <class A, std::size_t Bases, std::size_t Tried = 0>
constexpr std::size_t first_in_turn() {
  if constexpr (Tried > most_members)
    return Tried;
  else if constexpr (takes_bases<A, Bases, Tried>)
    return Tried;
  else
    return first_in_turn<A, Bases, Tried + 1>();
}
template <class A, std::size_t Bases, std::size_t Does>
constexpr std::size_t last_in_turn() {
  if constexpr (Does > most_values)
    return Does;
  else if constexpr (takes_values<A, Bases, Does + 1>)
    return last_in_turn<A, Bases, Does + 1>();
  else
    return Does;
}

/// More bases than this are not looked for.
inline constexpr std::size_t most_bases = 8;

template <class A, std::size_t Bases>
constexpr std::size_t most_bases_taken() {
  if constexpr (Bases == most_bases || first_in_turn<A, Bases + 1>() > most_members)
    return Bases;
  else
    return most_bases_taken<A, Bases + 1>();
}
/// The first number of bases, not less than `Bases`, with which an A can be made; 0 where there is none.
template <class A, std::size_t Bases>
constexpr std::size_t least_bases_taken() {
  if constexpr (Bases > most_bases)
    return 0;
  else if constexpr (first_in_turn<A, Bases>() <= most_members)
    return Bases;
  else
    return least_bases_taken<A, Bases + 1>();
}
/// How many bases an aggregate has. Most have none, and one that needs no value says so at once.
template <class A>
constexpr std::size_t find_bases() {
  if constexpr (takes_values<A, 0, 0> && !takes_bases<A, 1, 0>)
    return 0;
  else if constexpr (first_in_turn<A, 1>() <= most_members)
    return most_bases_taken<A, 1>();
  else if constexpr (first_in_turn<A, 0>() <= most_members)
    return 0;
  else
    return most_bases_taken<A, least_bases_taken<A, 2>()>();
}

/// Whether a member that cannot be made from {} takes values in braces that are as many of the aggregate's: an array of
/// what must be given. A class that takes as many is one of the aggregate's values.
template <class A, std::size_t Bases, std::size_t Total, std::size_t Before, std::size_t Inside = 2>
constexpr bool is_array_of_required() {
  if constexpr (Before + Inside > Total)
    return false;
  else if constexpr (takes_in_braces<A, Bases, Before, Inside, Total - Before - 1>)
    return false;
  else if constexpr (takes_in_braces<A, Bases, Before, Inside, Total - Before - Inside>)
    return true;
  else
    return is_array_of_required<A, Bases, Total, Before, Inside + 1>();
}

/// How many values may follow a member that is made from {}: the most, found in the same two ways.
template <class A, std::size_t Bases, std::size_t Before, std::size_t Do, std::size_t DoNot>
constexpr std::size_t most_behind_between() {
  if constexpr (DoNot - Do == 1)
    return Do;
  else if constexpr (takes_in_braces<A, Bases, Before, 0, (Do + DoNot) / 2>)
    return most_behind_between<A, Bases, Before, (Do + DoNot) / 2, DoNot>();
  else
    return most_behind_between<A, Bases, Before, Do, (Do + DoNot) / 2>();
}
inline constexpr std::size_t nothing_behind = static_cast<std::size_t>(-1);
template <class A, std::size_t Bases, std::size_t Before, std::size_t Behind>
constexpr std::size_t most_behind_in_turn() {
  if constexpr (takes_in_braces<A, Bases, Before, 0, Behind>)
    return Behind;
  else if constexpr (Behind == 0)
    return nothing_behind;
  else
    return most_behind_in_turn<A, Bases, Before, Behind - 1>();
}

/// How many values the member takes that begins at value `Before` of `Total`: one, or an array's number of elements; 0
/// where no one can tell.
template <class A, std::size_t Bases, std::size_t Total, std::size_t Before>
constexpr std::size_t values_of_member() {
  constexpr std::size_t most = Total - Before - 1;
  if constexpr (takes_in_braces<A, Bases, Before, 0, most>) {
    return 1;
  } else if constexpr (takes_in_braces<A, Bases, Before, 0, 0>) {
    return Total - Before - most_behind_between<A, Bases, Before, 0, most>();
  } else {
    constexpr std::size_t behind = most_behind_in_turn<A, Bases, Before, most>();
    if constexpr (behind != nothing_behind)
      return Total - Before - behind;
    else  // it cannot be made from {}
      return is_array_of_required<A, Bases, Total, Before>() ? 0 : 1;
  }
}

/// The members of an aggregate by the values that they take.
struct aggregate_shape {
  std::size_t bases = 0;
  std::size_t members = 0;
  std::size_t values = 0;
  std::size_t required = 0;  // members, from the first, without which none can be made
  std::size_t first_value[most_members + 1]{};
  bool counted = true;
};

template <class A, std::size_t Bases, std::size_t Total, std::size_t Before>
constexpr void append_members(aggregate_shape& shape) {
  if constexpr (Before < Total) {
    constexpr std::size_t taken = values_of_member<A, Bases, Total, Before>();
    if (shape.members < most_members) shape.first_value[shape.members] = Before;
    ++shape.members;
    if constexpr (taken == 0)
      shape.counted = false;
    else
      append_members<A, Bases, Total, Before + taken>(shape);
  }
}

template <class A>
constexpr aggregate_shape find_shape() {
  constexpr std::size_t bases = find_bases<A>();
  constexpr std::size_t least = first_in_turn<A, bases>();
  aggregate_shape shape;
  shape.bases = bases;
  if constexpr (least > most_members) {
    shape.counted = false;
  } else {
    constexpr std::size_t values = [] {
      if constexpr (least == 0)
        return last_by_halving<A, bases>();
      else
        return last_in_turn<A, bases, least>();
    }();
    shape.values = values;
    if constexpr (values > most_values || takes_in_braces<A, bases, values, 0, 0>)
      shape.counted = false;  // too many, or one behind them that takes {} and no value of ours
    else
      append_members<A, bases, values, 0>(shape);
    if (shape.members <= most_members) shape.first_value[shape.members] = values;
    for (std::size_t i = 0; i != shape.members && i <= most_members; ++i)
      if (shape.first_value[i] < least) shape.required = i + 1;
  }
  return shape;
}
template <class A>
inline constexpr aggregate_shape shape_of = find_shape<A>();

template <class A, std::size_t... B, std::size_t... M>
constexpr bool takes_empty_bases(std::index_sequence<B...>, std::index_sequence<M...>) {
  return requires { A{any_empty_base<A, B>{}..., any_member<A, M>{}...}; };
}
template <class A>
constexpr bool has_base_with_members() {
  constexpr auto& shape = shape_of<A>;
  if constexpr (shape.bases == 0)
    return false;
  else
    return !takes_empty_bases<A>(std::make_index_sequence<shape.bases>{}, std::make_index_sequence<shape.values>{});
}
template <class A, std::size_t... M>
constexpr bool has_union_member(std::index_sequence<M...>) {
  constexpr auto& shape = shape_of<A>;
  const bool found[] = {
      false, takes_a_union<A>(std::make_index_sequence<shape.bases>{}, std::make_index_sequence<shape.first_value[M]>{},
                              std::make_index_sequence<shape.values - shape.first_value[M] - 1>{})...};
  for (const bool one : found)
    if (one) return true;
  return false;
}
template <class A, std::size_t... B, std::size_t... M>
constexpr bool takes_a_reference_behind(std::index_sequence<B...>, std::index_sequence<M...>) {
  return requires { A{any_base<A, B>{}..., any_member<A, M>{}..., any_reference<A, 0>{}}; };
}
/// Where counting stopped at a reference that has a default.
template <class A>
constexpr bool stops_at_a_reference() {
  constexpr auto& shape = shape_of<A>;
  return takes_a_reference_behind<A>(std::make_index_sequence<shape.bases>{}, std::make_index_sequence<shape.values>{});
}
template <class A, std::size_t Tried = 1>
constexpr bool has_reference_member() {
  if constexpr (Tried > most_members)
    return false;
  else if constexpr (takes_references<A>(std::make_index_sequence<Tried>{}))
    return true;
  else
    return has_reference_member<A, Tried + 1>();
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
