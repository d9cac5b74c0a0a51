// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The memory of an adopted aggregate: the aggregate itself, as a base, with all of its size to itself.
#ifndef SLOTTED_ADOPTED_CELL_HPP
#define SLOTTED_ADOPTED_CELL_HPP

#include <slotted/fields_of.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// The bytes of an aggregate's tail padding that the ABI would give to what comes next. Compilers do not agree for
/// which aggregates it does; so that all have one layout, and that a copy of the aggregate's bytes harms no slot, it
/// never does.
template <class Owner, std::size_t Cell, std::size_t Bytes>
struct slotted_tail_cell {
  unsigned char slotted_tail[Bytes]{};
};
template <class Owner, std::size_t Cell>
struct slotted_tail_cell<Owner, Cell, 0> {};

template <class A>
inline constexpr std::size_t tail_size = sizeof(A) - data_end<A>();

#if defined(__GNUC__)
#pragma GCC diagnostic push
// Members that are not given are initialised as the aggregate says. (g++ forgets this where it reads the header from a
// precompiled one, and warns with -Wextra of those without an initializer.)
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wmissing-braces"
#endif

template <class Owner, std::size_t Cell, class Adoption, class A = typename Adoption::aggregate>
struct slotted_adopted_cell : A, slotted_tail_cell<Owner, Cell, tail_size<A>> {
  /// `Maker` is an adopted_maker: it has either a whole aggregate, or values for the first members; what else is given
  /// is assigned.
  template <class Maker>
    requires Maker::has_whole
  constexpr explicit slotted_adopted_cell(const Maker& slotted_make) : A(slotted_make.whole()) {
    slotted_make.assign(static_cast<A&>(*this));
  }
  template <class Maker>
    requires(!Maker::has_whole)
  constexpr explicit slotted_adopted_cell(const Maker& slotted_make)
      : slotted_adopted_cell(slotted_make, std::make_index_sequence<Maker::bases>{},
                             std::make_index_sequence<Maker::values>{}) {}

 private:
  template <class Maker, std::size_t... B, std::size_t... V>
  constexpr slotted_adopted_cell(const Maker& slotted_make, std::index_sequence<B...>, std::index_sequence<V...>)
      : A{Maker::template base<B>()..., slotted_make.template value<V>()...} {
    slotted_make.assign(static_cast<A&>(*this));
  }
};

#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
