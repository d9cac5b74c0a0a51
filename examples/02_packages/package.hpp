// A Debian package record as a slotted class: a slot for each field that nearly all records have, and a place for all
// others, so that whatever a file says is found again.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

#include "deb822.hpp"
#include "package_records.hpp"

using namespace slotted::literals;
namespace sl = slotted;

// The slots are named as the fields in the files. A C++ identifier has no '-', hence the alias.
// clang-format off
struct PackageSlots : sl::slots<
    sl::slot<"Package", std::string, sl::doc<"its name">>,
    sl::slot<"Version", std::string>,
    sl::slot<"Architecture", std::string>,
    sl::slot<"Status", std::string, sl::doc<"wanted, flag, present state; only dpkg's own records have it">>,
    sl::slot<"Priority", std::string>,
    sl::slot<"Section", std::string>,
    sl::slot<"Installed_Size", std::uint64_t, sl::alias<"Installed-Size">, sl::doc<"KiB, as its maker estimated">>,
    sl::slot<"Maintainer", std::string>,
    sl::slot<"Source", std::string, sl::doc<"of which it was built, where that has another name">>,
    sl::slot<"Multi_Arch", std::string, sl::alias<"Multi-Arch">>,
    sl::slot<"Pre_Depends", std::string, sl::alias<"Pre-Depends">>,  // few have it, but a question asks for it
    sl::slot<"Depends", std::string>,
    sl::slot<"Homepage", std::string>,
    sl::slot<"Description", std::string>,
    // Ours, not the file's: hidden, so that a field that happens to be called "line" cannot reach it.
    sl::field<"line", std::size_t, sl::defaults_to<0>, sl::hidden, sl::doc<"where the record begins">>,
    sl::field<"other", deb822::stanza, sl::defaults_to<>, sl::hidden, sl::doc<"what has no slot, or did not fit">>> {};
// clang-format on

struct Package : sl::object<Package, PackageSlots> {
  using object::object;
};

// Puts a field into the slot of its name. False where there is none, it is taken already, or the value does not fit.
inline bool put(Package& package, const deb822::field& field, const deb822::reporter& report) {
  bool done = false;
  sl::with_slot<Package>(deb822::capitalised(field.name), [&](auto slot) {
    using value_type = typename decltype(slot)::value_type;
    if (slot.has(package)) return;
    if constexpr (std::same_as<value_type, std::string>) {
      slot.set(package, field.value);
      done = true;
    } else if constexpr (std::same_as<value_type, std::uint64_t>) {
      const auto number = deb822::to_number(field.value);
      done = number.has_value();
      if (number)
        slot.set(package, *number);
      else
        report(field.line, field.name + " is not a number: " + deb822::quoted(field.value));
    }
  });
  return done;
}

inline Package to_package(const deb822::stanza& stanza, const deb822::reporter& report) {
  Package package{"line"_slot = stanza.front().line};
  for (const deb822::field& field : stanza)
    if (!put(package, field, report)) package["other"_slot].push_back(field);
  if (!hasattr(package, "Package"_slot)) report(package["line"_slot], "record without a Package field");
  return package;
}

inline std::vector<Package> read_packages(std::string_view text, const deb822::reporter& report) {
  std::vector<Package> packages;
  for (const deb822::stanza& stanza : deb822::read_stanzas(text, report))
    packages.push_back(to_package(stanza, report));
  return packages;
}

// "Installed_Size" as the files write it: no field of theirs has a '_'.
inline std::string field_name(std::string_view slot_name) {
  std::string name(slot_name);
  std::ranges::replace(name, '_', '-');
  return name;
}

// Calls f(name, text) for each field of the record, as the file had it: lines that are no fields, slots, other fields.
template <class F>
void for_each_field(const Package& package, F f) {
  const deb822::stanza& other = package["other"_slot];
  for (const deb822::field& field : other)
    if (field.name.empty()) f(field.name, field.value);
  for_each_attr(package, [&]<class T>(std::string_view name, const T& value) {
    if (name == "line" || name == "other") return;
    if constexpr (std::same_as<T, std::string>) f(field_name(name), value);
    if constexpr (std::same_as<T, std::uint64_t>) f(field_name(name), std::to_string(value));
  });
  for (const deb822::field& field : other)
    if (!field.name.empty()) f(field.name, field.value);
}
