// The subject "packages": Debian package records, text mostly, in which any field may be missing and names come from a
// file. The slotted class is like that of examples/02_packages, the reader is the same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "../../examples/support/package_records.hpp"
#include "rivals.hpp"

namespace bench {

// Plain structs and optionals have the same members: Maybe<T> is T or std::optional<T>.
template <template <class> class Maybe>
struct basic_package {
  Maybe<std::string> package, version, architecture, status, priority, section;
  Maybe<std::int64_t> installed_size{};
  Maybe<std::string> maintainer, source, multi_arch, depends, homepage, description;
  leftovers other;
};

template <class T>
using always = T;

using package = basic_package<always>;  // an empty string is one that is missing
using optional_package = basic_package<std::optional>;

// clang-format off
struct FieldPackageSlots : sl::slots<
    sl::field<"Package", std::string, sl::defaults_to<>>,
    sl::field<"Version", std::string, sl::defaults_to<>>,
    sl::field<"Architecture", std::string, sl::defaults_to<>>,
    sl::field<"Status", std::string, sl::defaults_to<>>,
    sl::field<"Priority", std::string, sl::defaults_to<>>,
    sl::field<"Section", std::string, sl::defaults_to<>>,
    sl::field<"Installed_Size", std::int64_t, sl::defaults_to<>, sl::alias<"Installed-Size">>,
    sl::field<"Maintainer", std::string, sl::defaults_to<>>,
    sl::field<"Source", std::string, sl::defaults_to<>>,
    sl::field<"Multi_Arch", std::string, sl::defaults_to<>, sl::alias<"Multi-Arch">>,
    sl::field<"Depends", std::string, sl::defaults_to<>>,
    sl::field<"Homepage", std::string, sl::defaults_to<>>,
    sl::field<"Description", std::string, sl::defaults_to<>>,
    sl::field<"other", leftovers, sl::defaults_to<>, sl::hidden>> {};

struct SlotPackageSlots : sl::slots<
    sl::slot<"Package", std::string>,
    sl::slot<"Version", std::string>,
    sl::slot<"Architecture", std::string>,
    sl::slot<"Status", std::string>,
    sl::slot<"Priority", std::string>,
    sl::slot<"Section", std::string>,
    sl::slot<"Installed_Size", std::int64_t, sl::alias<"Installed-Size">>,
    sl::slot<"Maintainer", std::string>,
    sl::slot<"Source", std::string>,
    sl::slot<"Multi_Arch", std::string, sl::alias<"Multi-Arch">>,
    sl::slot<"Depends", std::string>,
    sl::slot<"Homepage", std::string>,
    sl::slot<"Description", std::string>,
    sl::field<"other", leftovers, sl::defaults_to<>, sl::hidden>> {};

// clang-format on

struct FieldPackage : sl::object<FieldPackage, FieldPackageSlots> {
  using object::object;
};

struct SlotPackage : sl::object<SlotPackage, SlotPackageSlots> {
  using object::object;
};

// For Debian's records the struct's author, too, spells the names as the files do.
template <class Package, class F>
  requires std::is_same_v<std::remove_const_t<Package>, package> ||
           std::is_same_v<std::remove_const_t<Package>, optional_package>
bool any_member(Package& p, F f) {
  return f("Package", p.package) || f("Version", p.version) || f("Architecture", p.architecture) ||
         f("Status", p.status) || f("Priority", p.priority) || f("Section", p.section) ||
         f("Installed-Size", p.installed_size) || f("Maintainer", p.maintainer) || f("Source", p.source) ||
         f("Multi-Arch", p.multi_arch) || f("Depends", p.depends) || f("Homepage", p.homepage) ||
         f("Description", p.description) || f("other", p.other);
}

struct packages {
  using plain = package;
  using optionals = optional_package;
  using with_fields = FieldPackage;
  using with_slots = SlotPackage;
  using source = std::vector<std::pair<std::string, value>>;

  static std::string title() { return "Debian package records {12 strings, int64, and a list of all other fields}"; }
  static constexpr std::array<const char*, 13> names{
      "Package",    "Version", "Architecture", "Status",  "Priority", "Section",    "Installed-Size",
      "Maintainer", "Source",  "Multi-Arch",   "Depends", "Homepage", "Description"};

  static std::vector<source> sources() {
    std::vector<source> records;
    for (deb822::stanza& stanza : deb822::read_stanzas(deb822::text_of(deb822::default_file()))) {
      source& record = records.emplace_back();
      for (deb822::field& field : stanza) {
        if (field.name == "Installed-Size")
          record.emplace_back(std::move(field.name), static_cast<std::int64_t>(deb822::to_number(field.value).value()));
        else
          record.emplace_back(std::move(field.name), std::move(field.value));
      }
    }
    return records;
  }

  // As a reader does it: an empty object, then field after field by its run-time name.
  template <class Rival>
  static typename Rival::object make(const source& fields) {
    typename Rival::object result{};
    for (const auto& [name, v] : fields)
      if (!Rival::write(result, name, v)) rest(result).emplace_back(name, std::get<std::string>(v));
    return result;
  }

  static std::vector<std::pair<std::string, value>> writes() {
    std::vector<std::pair<std::string, value>> all;
    for (const char* const name : names) all.emplace_back(name, std::string("short text"));
    all[6].second = std::int64_t{17};
    return all;
  }

  static double get(const package& p) { return static_cast<double>(p.installed_size); }
  static double get(const optional_package& p) { return static_cast<double>(p.installed_size.value_or(0)); }
  static double get(const FieldPackage& p) { return static_cast<double>(getattr(p, "Installed_Size"_slot)); }
  static double get(const SlotPackage& p) {
    return static_cast<double>(getattr(p, "Installed_Size"_slot, std::int64_t{0}));
  }
  template <class Map>
  static double get(const Map& map) {
    const auto it = map.find("Installed-Size");
    return it == map.end() ? 0.0 : static_cast<double>(as<std::int64_t>(it->second));
  }

  static void set(package& p, double v) { p.installed_size = static_cast<std::int64_t>(v); }
  static void set(optional_package& p, double v) { p.installed_size = static_cast<std::int64_t>(v); }
  static void set(FieldPackage& p, double v) { setattr(p, "Installed_Size"_slot, static_cast<std::int64_t>(v)); }
  static void set(SlotPackage& p, double v) { setattr(p, "Installed_Size"_slot, static_cast<std::int64_t>(v)); }
  template <class Map>
  static void set(Map& map, double v) {
    map["Installed-Size"] = static_cast<std::int64_t>(v);
  }

 private:
  static leftovers& rest(package& p) { return p.other; }
  static leftovers& rest(optional_package& p) { return p.other; }
  static leftovers& rest(FieldPackage& p) { return p["other"_slot]; }
  static leftovers& rest(SlotPackage& p) { return p["other"_slot]; }
  template <class Map>
  static leftovers& rest(Map&) {
    static leftovers never;  // a map takes every name
    return never;
  }
};

}  // namespace bench
