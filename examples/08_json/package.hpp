// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A package record as JSON has it: a slot for each member that the program knows, and a dict slot that keeps all
// others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <slotted/slotted.hpp>

#include "json_and_objects.hpp"

using namespace slotted::literals;
namespace sl = slotted;

// clang-format off

// The package of which this one is made, where it has another name or version.
struct Source : sl::object<Source, sl::slots<
    sl::field<"name", std::string>,
    sl::slot<"version", std::string>,
    sl::dict_slot<json>>> {
  using object::object;
};

struct PackageSlots : sl::slots<
    sl::field<"package", std::string, sl::readonly>,         // a field is a member that must be there
    sl::field<"version", std::string>,
    sl::slot<"architecture", std::string>,                   // a slot is one that may be absent: unset
    sl::slot<"installed_size", std::uint32_t, sl::doc<"KiB">>,
    sl::slot<"essential", bool>,
    sl::slot<"source", Source>,
    sl::slot<"depends", std::vector<std::vector<std::string>>, sl::doc<"all of these: any of those">>,
    sl::slot<"homepage", std::optional<std::string>>,        // absent, null and a text are three different things
    sl::dict_slot<json>> {};
// clang-format on

struct Package : sl::object<Package, PackageSlots> {
  using object::object;
};
