// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The vertex attribute table of a class, made at compile time: what glVertexAttribPointer and
// VkPipelineVertexInputState want to be told, and what is written by hand elsewhere, and wrong after the next change.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include <slotted/slotted.hpp>

enum class component : std::uint8_t { f32, unorm8 };  // unorm8: a byte that stands for 0 to 1

// One input of the vertex shader.
struct attribute {
  std::uint32_t location;
  std::string_view name;
  component type;
  std::uint32_t count;   // of components, 1 to 4
  std::uint32_t offset;  // bytes from the start of the vertex
  friend constexpr bool operator==(const attribute&, const attribute&) = default;
};

constexpr bool is_attribute(const slotted::member& slot) {
  const bool has_component =
      slot.element_kind == slotted::value_kind::f32 || slot.element_kind == slotted::value_kind::u8;
  return (slot.flags & slotted::member::is_field) && has_component && slot.element_count >= 1 &&
         slot.element_count <= 4 && slot.offset % 4 == 0;
}

template <class V>
constexpr bool all_are_attributes() {
  for (const slotted::member& slot : slotted::members<V>)
    if (!is_attribute(slot)) return false;
  return true;
}

template <class V>
concept vertex = std::is_trivially_copyable_v<V> && slotted::is_exact<V> && all_are_attributes<V>();

template <vertex V>
inline constexpr auto attributes_of = [] {
  std::array<attribute, slotted::slot_count<V>> table{};
  std::uint32_t location = 0;
  for (const slotted::member& slot : slotted::members<V>) {
    const auto type = slot.element_kind == slotted::value_kind::f32 ? component::f32 : component::unorm8;
    table[location] = {location, slot.name, type, static_cast<std::uint32_t>(slot.element_count),
                       static_cast<std::uint32_t>(slot.offset)};
    ++location;
  }
  return table;
}();
