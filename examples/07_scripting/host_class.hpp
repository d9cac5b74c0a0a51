// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A class of the host as scripts see it: made from its list of slots, without a line for any of them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

#include "objects.hpp"

namespace script {

using named_values = std::vector<std::pair<std::string, value>>;

// The verbs of a class that is known at run time only. A slot is a number here, which a name is resolved to once.
class host_class {
 public:
  host_class() = default;
  host_class(const host_class&) = delete;
  host_class& operator=(const host_class&) = delete;
  virtual ~host_class() = default;

  [[nodiscard]] virtual std::optional<std::size_t> resolve(std::string_view name) const = 0;
  [[nodiscard]] virtual value get(const Object& object, std::size_t slot) const = 0;
  virtual void set(Object& object, std::size_t slot, const value& given) const = 0;
  virtual void remove(Object& object, std::size_t slot) const = 0;
  [[nodiscard]] virtual std::shared_ptr<Object> make(const named_values& values) const = 0;
  // The slots with their types and docs, a line for each.
  [[nodiscard]] virtual std::string description() const = 0;
};

template <class C>
class host_class_of final : public host_class {
  using key = sl::slot_key<C>;

 public:
  std::optional<std::size_t> resolve(std::string_view name) const override {
    const key found = sl::resolve<C>(name);
    return found ? std::optional(found.index()) : std::nullopt;
  }
  value get(const Object& object, std::size_t slot) const override {
    return getattr(static_cast<const C&>(object), key::at(slot)).visit([](const auto& held) { return value_of(held); });
  }
  // A value of a script is a variant: the library opens it, and sees to it that what is inside fits the slot.
  void set(Object& object, std::size_t slot, const value& given) const override {
    setattr(static_cast<C&>(object), key::at(slot), given);
  }
  void remove(Object& object, std::size_t slot) const override { delattr(static_cast<C&>(object), key::at(slot)); }

  std::shared_ptr<Object> make(const named_values& values) const override {
    sl::builder<C> made;
    for (const auto& [name, given] : values) made.set(name, given);
    return std::make_shared<C>(std::move(made).build());
  }

  std::string description() const override {
    std::string lines;
    for (const sl::member& slot : sl::members<C>) {
      if ((slot.flags & sl::member::is_hidden) != 0) continue;
      const bool is_field = (slot.flags & sl::member::is_field) != 0;
      lines += std::string(is_field ? "  field " : "  slot  ") + std::string(slot.name) + ": " +
               std::string(slot.type_name) + (slot.doc.empty() ? "" : ", " + std::string(slot.doc)) + '\n';
    }
    return lines;
  }
};

}  // namespace script
