// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A Debian package record that threads may share, read from the lines of its file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include <slotted/slotted.hpp>

#include "deb822.hpp"
#include "package_records.hpp"

using namespace slotted::literals;
namespace sl = slotted;

// The last item lets weak references name a record, and any thread keep it alive for a moment. Only slots, and no
// destructor of its own: a class that has one is used as sl::watched<Package>, so that nobody reaches a record whose
// destructor has begun.
struct Package
    : sl::object<Package,
                 sl::slots<sl::slot<"Package", std::string>, sl::slot<"Version", std::string>,
                           sl::slot<"Section", std::string>, sl::slot<"Description", std::string>,
                           sl::slot<"Installed_Size", std::uint64_t, sl::alias<"Installed-Size">>, sl::weakref_slot>> {
  using object::object;
};

// Fields that have no slot are passed over, numbers that are none, too. Of two fields of one name the first stands.
inline std::unique_ptr<Package> parse_package(std::string_view text) {
  auto package = std::make_unique<Package>();
  deb822::stanza fields;
  deb822::reader(text).next(fields);
  for (const deb822::field& field : fields)
    sl::with_slot<Package>(deb822::capitalised(field.name), [&](auto slot) {
      if (slot.has(*package)) return;
      if constexpr (std::is_same_v<typename decltype(slot)::value_type, std::string>)
        slot.set(*package, field.value);
      else if (const auto number = deb822::to_number(field.value))
        slot.set(*package, *number);
    });
  return package;
}
