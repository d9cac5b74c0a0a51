// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads Debian package records, most of whose fields are rare, and says what it costs to have them all at hand:
//
//   sparse_packages                          the records of this machine (/var/lib/dpkg/status)
//   sparse_packages FILE                     those of a file
//   sparse_packages FILE --field Essential   who has this field, and what it says there
//
// What is wrong in the file is reported as file:line: message.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deb822.hpp"
#include "heap.hpp"  // how much heap is in use, as the allocator itself counts it
#include "package.hpp"
#include "package_records.hpp"
#include "rivals.hpp"

namespace {

constexpr std::string_view usage =
    "usage: sparse_packages [FILE] [--field NAME]\n"
    "  FILE          package records; without one, those of this machine, or else a small sample\n"
    "  --field NAME  the records that have this field\n";

using stanzas = std::vector<deb822::stanza>;
using packages = std::vector<Package>;

template <class Make>
auto make_all(const stanzas& all, Make make) {
  std::vector<decltype(make(all.front()))> made;
  made.reserve(all.size());
  for (const deb822::stanza& one : all) made.push_back(make(one));
  return made;
}

// ---- the report

struct field_use {
  std::size_t records = 0;
  std::string example;
};

// The fields that are dynamic attributes, by name.
std::map<std::string, field_use> rare_fields(const packages& records) {
  std::map<std::string, field_use> fields;
  for (const Package& package : records)
    for (const auto [name, text] : vars(package)) {
      field_use& use = fields[std::string(name)];
      if (use.records++ == 0) use.example = name_of(package) + ": " + deb822::quoted(text);
    }
  return fields;
}

void print_rarest(const std::map<std::string, field_use>& fields, std::size_t most) {
  std::vector<std::pair<std::string, field_use>> rarest(fields.begin(), fields.end());
  std::ranges::sort(rarest, {}, [](const auto& field) { return std::pair(field.second.records, field.first); });
  rarest.resize(std::min(most, rarest.size()));
  std::cout << "\nthe rarest             records  for example\n";
  for (const auto& [name, use] : rarest)
    std::cout << std::left << std::setw(22) << name << std::right << std::setw(8) << use.records << "  " << use.example
              << '\n';
}

// The bytes that each object takes, as the allocator counts them; nothing where it does not count.
template <class Make>
std::optional<double> heap_bytes(const stanzas& all, Make make) {
  const auto before = static_cast<double>(bench::heap_in_use());
  const auto objects = make_all(all, make);
  const auto bytes = static_cast<double>(bench::heap_in_use()) - before;
  if (bytes <= 0) return std::nullopt;
  return bytes / static_cast<double>(objects.size());
}

struct heap_use {
  const char* name;
  std::optional<double> bytes;
};

// To be called before there are other packages: their shapes are counted, too, which all of them share. With the five
// of the sample there is nothing to share, and the shapes are most of what is counted.
std::vector<heap_use> compare_heap(const stanzas& all) {
  return {{"Package", heap_bytes(all, [&](const deb822::stanza& one) { return to_package(one, deb822::quietly); })},
          {"struct and unordered_map", heap_bytes(all, to_struct)},
          {"unordered_map", heap_bytes(all, to_map)}};
}

void print_bytes(const std::vector<heap_use>& rivals) {
  std::cout << "\nbytes for each record, all heap counted\n" << std::fixed;
  for (const auto& [name, bytes] : rivals) {
    std::cout << std::left << std::setw(28) << name << std::right << std::setw(8) << std::setprecision(0);
    if (bytes && rivals.front().bytes)
      std::cout << *bytes << std::setw(8) << std::setprecision(2) << *bytes / *rivals.front().bytes << "x\n";
    else
      std::cout << '-' << '\n';
  }
}

void print_report(const packages& records, const std::vector<heap_use>& rivals) {
  const auto fields = rare_fields(records);
  std::size_t attributes = 0;
  std::size_t bytes = 0;
  for (const Package& package : records) {
    attributes += vars(package).size();
    bytes += sl::footprint(package);
  }
  std::cout << records.size() << " records with " << sl::slot_count<Package> + fields.size()
            << " different fields: " << sl::slot_count<Package> << " slots, " << fields.size()
            << " dynamic attributes\n"
            << attributes << " values of dynamic attributes, their names in " << sl::shape_count<Package>()
            << " shapes\n"
            << sizeof(Package) << " bytes for each record, " << bytes / records.size()
            << " with its dynamic attributes, text on the heap not counted\n";
  print_rarest(fields, 10);
  print_bytes(rivals);
}

// ---- one field

bool print_field(const packages& records, const std::string& name) {
  std::size_t count = 0;
  for (const Package& package : records) {
    if (!hasattr(package, name)) continue;
    ++count;
    std::cout << name_of(package) << ": " << getattr(package, name) << '\n';
  }
  std::cout << count << " of " << records.size() << " records have " << deb822::quoted(name) << '\n';
  return count != 0;
}

// ---- the command line

struct command {
  std::string file, field;
};

std::optional<command> parse(const std::vector<std::string>& words) {
  command result;
  auto word = words.begin();
  if (word != words.end() && !word->starts_with('-')) result.file = *word++;
  if (words.end() - word == 2 && *word == "--field") {
    result.field = deb822::capitalised(word[1]);
    word = words.end();
  }
  if (word != words.end()) return std::nullopt;
  if (result.file.empty()) result.file = deb822::default_file();
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  const auto command = parse({argv + 1, argv + argc});
  if (!command) {
    std::cerr << usage;
    return 2;
  }
  deb822::problems problems;
  const deb822::reporter report = problems.report();
  const stanzas all = deb822::read_stanzas(deb822::text_of(command->file), report);
  const auto rivals = compare_heap(all);
  const packages records = make_all(all, [&](const deb822::stanza& one) { return to_package(one, report); });
  problems.print(std::cerr, command->file);
  if (records.empty()) {
    std::cerr << command->file << ": no package records could be read\n";
    return EXIT_FAILURE;
  }

  if (!command->field.empty()) return print_field(records, command->field) ? EXIT_SUCCESS : EXIT_FAILURE;
  print_report(records, rivals);
  return EXIT_SUCCESS;
}
