// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Inline caches: each place in a script where an attribute is named remembers what the name meant there the last time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <slotted/slotted.hpp>

#include "host_class.hpp"
#include "objects.hpp"

namespace script {

// How the caches of an interpreter fared; and whether it has any, to see what they are good for.
struct cache_counts {
  bool enabled = true;
  std::uint64_t hits = 0, misses = 0;

  bool count(bool hit) {
    hit = hit && enabled;
    ++(hit ? hits : misses);
    return hit;
  }
};

// `name` in `object.name`. A slot is found by its number in the class that was met here last. What is no slot is a
// dynamic attribute, and the key remembers where those objects have it that share their names.
class attribute_site {
 public:
  explicit attribute_site(std::string_view name) : name_(name) {}

  value get(const Object& object, cache_counts& counts) {
    const host_class& type = host_of(object);
    if (const auto slot = slot_in(type, counts)) return type.get(object, *slot);
    return counts.enabled ? getattr<value>(object, name_) : getattr<value>(object, name_.text());
  }
  void set(Object& object, const value& given, cache_counts& counts) {
    const host_class& type = host_of(object);
    if (const auto slot = slot_in(type, counts))
      type.set(object, *slot, given);
    else if (value* const known = counts.enabled ? find_attr<value>(object, name_) : nullptr)
      *known = given;  // setattr would look for the name
    else
      setattr(object, name_, given);
  }
  void remove(Object& object, cache_counts& counts) {
    const host_class& type = host_of(object);
    if (const auto slot = slot_in(type, counts))
      type.remove(object, *slot);
    else
      delattr(object, name_);
  }
  [[nodiscard]] const sl::attribute_key& name() const noexcept { return name_; }

 private:
  static const host_class& host_of(const Object& object) { return *(*object["class"_slot])["host"_slot]; }

  std::optional<std::size_t> slot_in(const host_class& type, cache_counts& counts) {
    if (!counts.count(type_ == &type)) {
      type_ = &type;
      slot_ = type.resolve(name_);
    }
    return slot_;
  }

  sl::attribute_key name_;
  const host_class* type_ = nullptr;
  std::optional<std::size_t> slot_;
};

// `name` in `object.name(...)`: a method of the object's class or the nearest of its bases. Whoever gives a class a
// method begins a new `generation`, in which nothing is remembered.
class method_site {
 public:
  explicit method_site(std::string_view name) : name_(name) {}

  // Null where there is no such method.
  const function* find(const Class& type, std::uint32_t generation, cache_counts& counts) {
    if (!counts.count(type_ == &type && generation_ == generation)) {
      type_ = &type;
      generation_ = generation;
      found_ = look_for(type);
    }
    return found_;
  }
  [[nodiscard]] const sl::attribute_key& name() const noexcept { return name_; }

 private:
  [[nodiscard]] const function* look_for(const Class& type) const {
    for (const Class* one = &type; one != nullptr; one = (*one)["base"_slot])
      if (const auto* const method = find_attr<const function*>(*one, name_)) return *method;
    return nullptr;
  }

  sl::attribute_key name_;
  const Class* type_ = nullptr;
  std::uint32_t generation_ = 0;
  const function* found_ = nullptr;
};

}  // namespace script
