// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A Debian package record: a slot for each field that every installed package has, and a dict slot for all others.
#pragma once

#include <cstdint>
#include <string>

#include <slotted/slotted.hpp>

#include "deb822.hpp"
#include "package_records.hpp"

using namespace slotted::literals;
namespace sl = slotted;

// All that has no slot is text, so the attributes are strings. A slotted::value, which takes any type, would be smaller
// itself and keep its string on the heap: 1478 bytes a record instead of 1340, counted on the 823 of a Debian 12.
// clang-format off
struct PackageSlots : sl::slots<
    sl::slot<"Package", std::string>,
    sl::slot<"Version", std::string>,
    sl::slot<"Architecture", std::string>,
    sl::slot<"Status", std::string>,
    sl::slot<"Priority", std::string>,
    sl::slot<"Section", std::string>,
    sl::slot<"Installed_Size", std::uint64_t, sl::alias<"Installed-Size">, sl::doc<"KiB">>,
    sl::slot<"Maintainer", std::string>,
    sl::slot<"Description", std::string>,
    sl::dict_slot<std::string>> {};
// clang-format on

struct Package : sl::object<Package, PackageSlots> {
  using object::object;
};

inline void put(Package& package, const deb822::field& field, const deb822::reporter& report) {
  const std::string name = deb822::capitalised(field.name);
  if (name.empty() || hasattr(package, name)) return;  // no field, or the second of its name: the reader has said so
  if (name != "Installed-Size")
    setattr(package, name, field.value);  // into the slot of that name or, where there is none, as an attribute
  else if (const auto kibibytes = deb822::to_number(field.value))
    package["Installed_Size"_slot] = *kibibytes;
  else
    report(field.line, "Installed-Size is not a number: " + deb822::quoted(field.value));
}

inline Package to_package(const deb822::stanza& stanza, const deb822::reporter& report) {
  Package package;
  for (const deb822::field& field : stanza) put(package, field, report);
  if (!hasattr(package, "Package"_slot)) report(stanza.front().line, "record without a Package field");
  return package;
}

inline std::string name_of(const Package& package) { return getattr(package, "Package"_slot, "(no name)"); }
