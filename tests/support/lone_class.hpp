// A class of which there is only the record, with a registry of shapes of its own: empty when a test begins.
#pragma once

#include <slotted/real_class.hpp>
#include <slotted/slotted.hpp>

#include <string_view>

namespace support {

/// Lends its slots, x and y, to all lone classes.
struct SlotsOfLoneClass
    : slotted::object<SlotsOfLoneClass, slotted::slots<slotted::slot<"x", int>, slotted::slot<"y", int>>> {
  using object::object;
};

struct lone_class {
  slotted::detail::shape_registry registry;
  slotted::detail::class_record record{"Lone",   &slotted::detail::identity_of<SlotsOfLoneClass>,
                                       nullptr,  0,
                                       0,        &slotted::detail::functions_of_class<SlotsOfLoneClass>::all,
                                       &registry};

  [[nodiscard]] slotted::detail::shared_shape& root() noexcept { return record.root; }
  /// The shape with one more name, instead of `from`; null where it is refused.
  [[nodiscard]] slotted::detail::shared_shape* advance(slotted::detail::shared_shape& from, std::string_view name) {
    return registry.advance(from, slotted::detail::hash_name(name));
  }
};

}  // namespace support
