// Names of a shape: made up, set one after the other, read back.
#pragma once

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "support/lone_class.hpp"

namespace support {

inline std::string numbered(std::size_t i) { return "name " + std::to_string(i); }

/// The shape of an object that sets these names one after the other; null where one is refused.
inline slotted::detail::shared_shape* walk(lone_class& owner, std::initializer_list<std::string_view> names) {
  slotted::detail::shared_shape* at = &owner.root();
  for (const std::string_view name : names) {
    at = owner.advance(*at, name);
    if (!at) return nullptr;
  }
  return at;
}

/// What a shape has, as the loop over its names sees it.
inline std::vector<std::string> names_in(const slotted::detail::shape& names) {
  std::vector<std::string> found;
  for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1))
    found.emplace_back(names.names()[i]->view());
  return found;
}

}  // namespace support
