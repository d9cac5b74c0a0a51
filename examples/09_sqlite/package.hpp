// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What a Debian package record says of a package, as far as the table has it. The aliases are the names in the records.
#pragma once

#include <cstdint>
#include <string>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

// clang-format off
struct PackageSlots : sl::slots<
    sl::field<"name", std::string, sl::readonly, sl::alias<"Package">>,
    sl::field<"version", std::string, sl::alias<"Version">>,
    sl::slot<"section", std::string, sl::alias<"Section">>,
    sl::slot<"essential", bool, sl::alias<"Essential">>,
    sl::slot<"installed_size", std::uint32_t, sl::alias<"Installed-Size">, sl::doc<"KiB">>,
    sl::slot<"maintainer", std::string, sl::alias<"Maintainer">>,
    sl::slot<"homepage", std::string, sl::alias<"Homepage">>> {};
// clang-format on

struct Package : sl::object<Package, PackageSlots> {
  using object::object;
};
