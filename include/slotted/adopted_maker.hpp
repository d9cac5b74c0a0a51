// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What an adopted aggregate is made from: a whole one, or the values of some of its members, with the others as
// `Aggregate{}` would have them.
#ifndef SLOTTED_ADOPTED_MAKER_HPP
#define SLOTTED_ADOPTED_MAKER_HPP

#include <slotted/arguments.hpp>
#include <slotted/cell.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// Becomes the value of an empty base, or of an array's element that is assigned later.
struct value_initialized {
  template <class T>
  constexpr operator T() const {
    return T();
  }
};

template <class Declaration, std::size_t Cell, class Given>
struct adopted_maker {
  using adopted = typename adopted_by<at<Cell, typename Declaration::items>>::type;
  using aggregate = typename adopted::aggregate;
  using whole_argument = found_argument<Given, whole_name<aggregate>>;
  template <std::size_t I>
  using entry = slot_entry<Declaration, first_slot_of<Declaration, Cell>() + I>;
  template <std::size_t I>
  using source = value_maker<entry<I>, Given>;
  using members = std::make_index_sequence<adopted::count>;

  static constexpr bool has_whole = !std::is_void_v<whole_argument>;
  static constexpr std::size_t bases = adopted::bases;
  /// Members, from the first, whose values the aggregate is made from.
  template <std::size_t... I>
  static constexpr std::size_t count_direct(std::index_sequence<I...>) {
    const bool given[] = {source<I>::has_argument..., false};
    std::size_t count = 0;
    while (given[count]) ++count;
    return count;
  }
  static constexpr std::size_t direct = has_whole || !adopted::takes_values ? 0 : count_direct(members{});
  /// The same with the elements of arrays counted one by one.
  static constexpr std::size_t values = adopted::first_value(direct);

  const Given& given;

  constexpr decltype(auto) whole() const { return static_cast<const whole_argument&>(given).get(); }

  template <std::size_t>
  static constexpr value_initialized base() {
    return {};
  }
  template <std::size_t V>
  constexpr auto value() const {
    constexpr std::size_t member = adopted::member_of_value(V);
    if constexpr (std::is_array_v<typename entry<member>::value_type>)
      return value_initialized{};
    else
      return source<member>{given}();
  }

  /// Assigns what is given and did not go into the aggregate as it was made.
  constexpr void assign(aggregate& made) const { assign_each(made, members{}); }

  static constexpr bool makes_without_throwing() { return each_makes_without_throwing(members{}); }

 private:
  template <std::size_t I>
  static constexpr bool is_assigned() {
    return source<I>::has_argument && (I >= direct || std::is_array_v<typename entry<I>::value_type>);
  }
  template <std::size_t... I>
  constexpr void assign_each(aggregate& made, std::index_sequence<I...>) const {
    const bool done[] = {true, assign_one<I>(made)...};
    static_cast<void>(done);
  }
  template <std::size_t I>
  constexpr bool assign_one(aggregate& made) const {
    using T = typename entry<I>::value_type;
    if constexpr (is_assigned<I>()) {
      if constexpr (!std::is_move_assignable_v<std::remove_all_extents_t<T>>)
        return report<error::member_cannot_be_assigned_give_all_before_it<typename Declaration::self,
                                                                          entry<I>::name_type::literal, T>>::kept;
      else if constexpr (std::is_array_v<T>)
        assign_elements(adopted::template in<I>(made), source<I>{given}.argument_value());
      else
        adopted::template in<I>(made) = source<I>{given}();
    }
    return true;
  }

  template <std::size_t I>
  static constexpr bool one_makes_without_throwing() {
    using T = std::remove_all_extents_t<typename entry<I>::value_type>;
    if constexpr (!source<I>::has_argument)
      return true;
    else
      return source<I>::makes_without_throwing() && (!is_assigned<I>() || std::is_nothrow_move_assignable_v<T>);
  }
  template <std::size_t... I>
  static constexpr bool each_makes_without_throwing(std::index_sequence<I...>) {
    if constexpr (has_whole)
      return std::is_nothrow_constructible_v<aggregate, decltype(std::declval<const adopted_maker&>().whole())> &&
             all_of({one_makes_without_throwing<I>()...});
    else
      return (direct == adopted::count || adopted::defaults_without_throwing()) &&
             all_of({one_makes_without_throwing<I>()...});
  }
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
