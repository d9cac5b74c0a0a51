// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Objects from JSON, and back, for any slotted class with a dict slot of JSON values: nothing here names a member.
//
//   JSON                            C++
//   member that is a slot's name    the slot: set. A member that is absent leaves it unset; that of a field is required
//   any other member                a dynamic attribute
//   null                            std::nullopt, and nothing else takes it
//   number                          an integer only from an integer in its range, never rounded, never cut off
//
// Written are the slots in declared order, then the dynamic attributes in theirs.
#pragma once

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

#include "quoted.hpp"

using json = nlohmann::ordered_json;  // its members stay in their order
using json_path = json::json_pointer;

// A value that is not what a slot needs.
struct wrong_value {
  json_path where;
  std::string what;
};

template <class T>
concept slotted_object = requires { slotted::slot_count<T>; };
template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

[[noreturn]] inline void raise_wrong(const json& given, const json_path& where, const std::string& wanted) {
  throw wrong_value{where, ::quoted(given.dump()) + " is not " + wanted};
}

// ---- from JSON

template <class C>
C object_from(const json& given, const json_path& where);

template <class T>
T value_from(const json& given, const json_path& where) {
  if constexpr (slotted_object<T>) {
    return object_from<T>(given, where);
  } else if constexpr (is_optional<T>) {
    return given.is_null() ? T() : T(value_from<typename T::value_type>(given, where));
  } else if constexpr (is_vector<T>) {
    if (!given.is_array()) raise_wrong(given, where, "an array");
    T values;
    for (const json& one : given) values.push_back(value_from<typename T::value_type>(one, where / values.size()));
    return values;
  } else if constexpr (std::same_as<T, bool>) {
    if (!given.is_boolean()) raise_wrong(given, where, "true or false");
    return given.get<bool>();
  } else if constexpr (std::integral<T>) {
    if (!given.is_number_integer()) raise_wrong(given, where, "an integer");
    const bool fits = given.is_number_unsigned() ? std::in_range<T>(given.get<json::number_unsigned_t>())
                                                 : std::in_range<T>(given.get<json::number_integer_t>());
    if (!fits)
      raise_wrong(given, where,
                  "from " + std::to_string(std::numeric_limits<T>::min()) + " to " +
                      std::to_string(std::numeric_limits<T>::max()));
    return given.get<T>();
  } else if constexpr (std::floating_point<T>) {
    if (!given.is_number()) raise_wrong(given, where, "a number");
    return given.get<T>();
  } else {
    static_assert(std::same_as<T, std::string>, "say here how a value of this type stands in JSON");
    if (!given.is_string()) raise_wrong(given, where, "a text");
    return given.get<std::string>();
  }
}

// The members are gathered in a state, which may lack some, until it is seen that all are there.
template <class C>
C object_from(const json& given, const json_path& where) {
  if (!given.is_object()) raise_wrong(given, where, "an object");
  slotted::object_state<C> members;
  for (const auto& [name, value] : given.items()) {
    const bool is_slot = slotted::with_slot<slotted::object_state<C>>(name, [&](auto slot) {
      slot.set(members, value_from<typename decltype(slot)::value_type>(value, where / name));
    });
    if (!is_slot) vars(members)[name] = value;
  }
  try {
    return slotted::restore<C>(std::move(members));
  } catch (const slotted::type_error& error) {
    throw wrong_value{where, error.what()};
  }
}

// ---- to JSON

template <slotted_object C>
json json_from(const C& object);

template <class T>
json json_from(const T& value) {
  if constexpr (is_optional<T>) {
    return value ? json_from(*value) : json(nullptr);
  } else if constexpr (is_vector<T>) {
    json array = json::array();
    for (const auto& one : value) array.push_back(json_from(one));
    return array;
  } else {
    return value;
  }
}

template <slotted_object C>
json json_from(const C& object) {
  json members = json::object();
  for_each_attr(object,
                [&](std::string_view name, const auto& value) { members[std::string(name)] = json_from(value); });
  return members;
}

// ---- changes, as RFC 7396 has them: null removes a member, an object changes one, anything else replaces it

template <class C>
void merge(C& object, const json& changes, const json_path& where);

template <class C>
void merge_member(C& object, const std::string& name, const json& change, const json_path& where) {
  if (change.is_null()) {
    if (hasattr(object, name)) delattr(object, name);
    return;
  }
  const bool is_slot = slotted::with_slot<C>(name, [&](auto slot) {
    using T = typename decltype(slot)::value_type;
    if constexpr (slotted_object<T>) {
      if (slot.has(object) && change.is_object()) return merge(slot.get(object), change, where);
      json made;  // what the changes make of nothing
      made.merge_patch(change);
      slot.set(object, value_from<T>(made, where));
    } else {
      setattr(object, slot.name, value_from<T>(change, where));
    }
  });
  if (!is_slot) vars(object)[name].merge_patch(change);
}

template <class C>
void merge(C& object, const json& changes, const json_path& where) {
  for (const auto& [name, change] : changes.items()) {
    const json_path here = where / name;
    try {
      merge_member(object, name, change, here);
    } catch (const slotted::attribute_error& error) {  // a field cannot go, what is readonly cannot change
      throw wrong_value{here, error.what()};
    }
  }
}

// All of the changes or, where one of them is wrong, none. The object stays where it is, whoever points to it.
template <class C>
void merge_or_leave(C& object, const json& changes) {
  auto before = state(object);
  try {
    merge(object, changes, json_path());
  } catch (...) {
    restore(object, std::move(before));
    throw;
  }
}
