// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// One object's hold on a shape, and the shapes next to it: with a name more, without one, for another class.
#ifndef SLOTTED_OWNED_SHAPE_HPP
#define SLOTTED_OWNED_SHAPE_HPP

#include <slotted/shape_registry.hpp>
#include <slotted/taken.hpp>

#include <cstdint>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// A shape that is given back unless it is taken. A template for the reason that its registry is one.
template <class Shape>
class basic_owned_shape {
 public:
  explicit basic_owned_shape(Shape* owned) noexcept : owned_(owned) {}
  basic_owned_shape(const basic_owned_shape&) = delete;
  basic_owned_shape& operator=(const basic_owned_shape&) = delete;
  ~basic_owned_shape() {
    if (owned_) give_back(*owned_);
  }
  [[nodiscard]] Shape& operator*() const noexcept { return *owned_; }
  [[nodiscard]] Shape* take() noexcept { return taken(owned_); }

  static void give_back(Shape& owned) noexcept {
    shape_registry& registry = *owned.real->registry;
    if (owned.is_private)
      registry.free_private(owned);
    else
      registry.release(owned.shared());
  }

  /// Adds a name to a shared shape, and returns true; false, and nothing changed, where it is not to be shared.
  bool add(const shape& from, std::uint32_t place) {
    shape* const more =
        owned_->real->registry->advance(owned_->shared(), {from.names()[place]->view(), from.hash_at(place)});
    if (more) owned_ = more;
    return more != nullptr;
  }
  /// The same names for objects of another class. Throws attribute_error where one of them is a slot there.
  static shape* for_class(const shape& from, class_record& to) {
    if (!from.is_private) {
      basic_owned_shape names(&to.root);
      std::uint32_t i = 0;
      while (i != from.used && names.add(from, i)) ++i;
      if (i == from.used) return names.take();
    }
    check_names(from, to);
    return to.registry->copy_private(from, &to, capacity_of(from));
  }
  /// None of them may be a slot of the class.
  static void check_names(const shape& from, const class_record& to) {
    for (std::uint32_t i = from.next_name(0); i != from.used; i = from.next_name(i + 1))
      check_name(to, from.names()[i]->view());
  }
  /// The names of a shared shape without one of them.
  static shape* without(shared_shape& from, std::uint32_t place) {
    shape_registry& registry = *from.real->registry;
    shared_shape* kept = from.parent;
    while (kept->used > place) kept = kept->parent;
    registry.retain(*kept);
    basic_owned_shape names(kept);
    std::uint32_t i = place + 1;
    while (i != from.used && names.add(from, i)) ++i;
    if (i == from.used) return names.take();
    shape* const apart = registry.copy_private(from, from.real, capacity_of(from));
    registry.release(*apart->names()[place]);
    apart->leave_hole(place);
    return apart;
  }

 private:
  Shape* owned_;
};
using owned_shape = basic_owned_shape<shape>;

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
