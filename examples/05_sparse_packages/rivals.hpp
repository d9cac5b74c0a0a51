// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The same records as what else one could write: hash maps, and structs with a hash map for the fields that are rare.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "deb822.hpp"
#include "package_records.hpp"

using map_package = std::unordered_map<std::string, std::string>;

inline map_package to_map(const deb822::stanza& stanza) {
  map_package package;
  for (const deb822::field& field : stanza)
    if (!field.name.empty()) package.emplace(deb822::capitalised(field.name), field.value);
  return package;
}

struct struct_package {
  std::string package, version, architecture, status, priority, section, maintainer, description;
  std::optional<std::uint64_t> installed_size;
  map_package other;
};

inline std::string& text_of(struct_package& package, const std::string& name) {
  if (name == "Package") return package.package;
  if (name == "Version") return package.version;
  if (name == "Architecture") return package.architecture;
  if (name == "Status") return package.status;
  if (name == "Priority") return package.priority;
  if (name == "Section") return package.section;
  if (name == "Maintainer") return package.maintainer;
  if (name == "Description") return package.description;
  return package.other[name];
}

inline struct_package to_struct(const deb822::stanza& stanza) {
  struct_package package;
  for (const deb822::field& field : stanza) {
    const std::string name = deb822::capitalised(field.name);
    if (name.empty()) continue;
    if (name == "Installed-Size")
      package.installed_size = deb822::to_number(field.value);
    else if (std::string& text = text_of(package, name); text.empty())
      text = field.value;
  }
  return package;
}
