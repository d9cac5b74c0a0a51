// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What an object with a dict slot knows of its class at run time: the record that its dict slot leads to, as a vptr
// leads to a table.
#ifndef SLOTTED_CLASS_RECORD_HPP
#define SLOTTED_CLASS_RECORD_HPP

#include <slotted/shape.hpp>
#include <slotted/type_identity.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

struct slot_record;
class shape_registry;

/// What a dict slot points to: a shape, and behind it the values, one for each place. The shape's lowest bits say how
/// many bases up from the shape's class the object's class is: while an object is made or dies it is of its base's
/// class, and a copy of an object's base stays so.
struct dict_block {
  const void* shape_and_level;

  static constexpr std::uintptr_t level_mask = alignof(shape) - 1;

  [[nodiscard]] SLOTTED_INLINE shape* names() const noexcept {
    auto* const at = static_cast<const unsigned char*>(shape_and_level) - level();
    return const_cast<shape*>(static_cast<const shape*>(static_cast<const void*>(at)));  // NOLINT: shapes are not const
  }
  [[nodiscard]] SLOTTED_INLINE std::size_t level() const noexcept {
    return reinterpret_cast<std::uintptr_t>(shape_and_level) & level_mask;
  }
  void set(const shape* names, std::size_t level = 0) noexcept {
    shape_and_level = reinterpret_cast<const unsigned char*>(names) + level;
  }
};

/// A value that is to be stored by a class that the caller does not know.
struct foreign_value {
  const type_identity_record* type;
  void* place;
  bool may_be_moved;
};

/// Everything about the slots of a class that is asked for at run time.
struct class_functions {
  const slot_record* records;  // by index
  std::size_t slot_count;
  /// Whether the other class has the same names, types and places.
  bool (*has_slots_of)(const class_record& other) noexcept;
  /// The slot with that name or alias, or null.
  const slot_record* (*find)(std::string_view name) noexcept;
  /// Whether there is one, also one that is hidden.
  bool (*declares)(std::string_view name) noexcept;
  std::string_view (*name_of_slot)(std::size_t index);
  void (*store)(void* object, std::size_t index, const foreign_value& value);
  void (*remove)(void* object, std::size_t index);
  void (*raise_unknown)(std::string_view name, const shape* names);
  /// A shape of the class has one owner less.
  void (*release)(shared_shape& names) noexcept;
};

/// A class whose objects have a dict slot. The shape of no names, and the block of all objects without dynamic
/// attributes, are part of it: such an object owns no memory.
struct class_record {
  std::string_view name;
  const type_identity_record* identity;
  class_record* base;   // the base that brings the dict slot; null in the class that declares it
  std::uint32_t level;  // how many bases that one is away
  std::uint32_t dict_offset;
  const class_functions* functions;
  shape_registry* registry;
  empty_shape root;
  dict_block empty;

  constexpr class_record(std::string_view its_name, const type_identity_record* its_identity, class_record* its_base,
                         std::uint32_t its_level, std::size_t offset, const class_functions* its_functions,
                         shape_registry* shapes) noexcept
      : name(its_name),
        identity(its_identity),
        base(its_base),
        level(its_level),
        dict_offset(static_cast<std::uint32_t>(offset)),
        functions(its_functions),
        registry(shapes),
        root(this),
        empty{&root} {}
  class_record(const class_record&) = delete;
  class_record& operator=(const class_record&) = delete;
  ~class_record() = default;

  /// The base so many levels up.
  [[nodiscard]] class_record* up(std::size_t levels) noexcept {
    class_record* found = this;
    for (; levels != 0; --levels) found = found->base;
    return found;
  }
  /// The same class: also where a shared library has a record of its own for it. Names alone do not tell: two local
  /// classes may have the same.
  [[nodiscard]] bool is(const class_record& other) const noexcept {
    return this == &other || (identity->name == other.identity->name && level == other.level &&
                              dict_offset == other.dict_offset && functions->has_slots_of(other));
  }
};

/// Between a class and the base that declares its dict slot.
inline constexpr std::size_t most_levels = dict_block::level_mask;

/// The class of the object whose dict slot points to that block.
[[nodiscard]] SLOTTED_INLINE class_record& class_of_block(const dict_block& block) noexcept {
  return *block.names()->real->up(block.level());
}

/// The record of a class. Defined where slots are looked up (real_class.hpp), since it knows them; its address is known
/// here.
template <class C>
struct record_of_class {
  static class_record record;
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
