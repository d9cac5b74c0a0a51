// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads package records from JSON lines into objects, and writes them again:
//
//   json                          a look at a sample, 189 of the packages of a Debian 12, made from its dpkg status
//   json FILE                     the records as JSON lines: what the program knows first, all else behind it
//   json FILE --apply CHANGES     those that CHANGES changes, a line for each package, as RFC 7396 has it
//   json FILE --check             the way from JSON to objects and back, and whether anything is lost on it
//
// What is wrong is reported as file:line:column: message; then the exit status is 1.

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "json_lines.hpp"
#include "package.hpp"

namespace {

constexpr std::string_view usage =
    "usage: json [FILE] [--apply CHANGES | --check]\n"
    "  FILE             JSON lines, a package record in each; without one, a look at a sample\n"
    "  --apply CHANGES  the packages that these change; a line with a mistake changes nothing\n"
    "  --check          is anything lost?\n";

struct file {
  std::string name;
  std::optional<std::string> text;
  std::size_t mistakes = 0;

  explicit file(const std::string& from) : name(from) {
    if (std::ifstream in(from, std::ios::binary); in) text = std::string(std::istreambuf_iterator<char>(in), {});
    if (!text) complain("cannot be read");
  }
  void complain(const std::string& what) {
    std::cerr << name << ": " << what << '\n';
    ++mistakes;
  }

  template <class Use>
  void for_each_value(Use use) {
    json_lines::for_each_value(text.value_or(""), use, [this](std::size_t line, const json_lines::mistake& found) {
      std::cerr << name << ':' << line << ':' << found.column << ": " << found.what << '\n';
      ++mistakes;
    });
  }
};

std::vector<Package> read_packages(file& in) {
  std::vector<Package> packages;
  in.for_each_value([&](const json& value) { packages.push_back(object_from<Package>(value, json_path())); });
  if (packages.empty() && in.text) in.complain("no package could be read");
  return packages;
}

void write(const Package& package) { std::cout << json_from(package).dump() << '\n'; }

void apply_changes(std::vector<Package>& packages, file& changes) {
  std::map<std::string, Package*> by_name;
  for (Package& package : packages) by_name.emplace(package["package"_slot], &package);
  std::vector<const Package*> changed;
  changes.for_each_value([&](json value) {
    if (!value.is_object()) raise_wrong(value, json_path(), "an object");
    const json_path key("/package");
    if (!value.contains("package")) throw wrong_value{json_path(), "no member 'package' says which is to be changed"};
    const auto found = by_name.find(value_from<std::string>(value["package"], key));
    if (found == by_name.end()) throw wrong_value{key, "no package has the name " + ::quoted(value["package"].dump())};
    value.erase("package");
    merge_or_leave(*found->second, value);
    if (std::ranges::find(changed, found->second) == changed.end()) changed.push_back(found->second);
  });
  for (const Package* package : changed) write(*package);
}

// JSON to objects to JSON to objects. The order of members may change, and the way a number or a text is spelt.
bool check(file& in) {
  std::size_t lines = 0, members = 0, slots = 0, lost = 0;
  in.for_each_value([&](const json& value) {
    const auto package = object_from<Package>(value, json_path());
    const std::string written = json_from(package).dump();
    const auto again = object_from<Package>(json::parse(written), json_path());
    const bool same_json = nlohmann::json::parse(value.dump()) == nlohmann::json::parse(written);
    if (!same_json || again != package || state(again) != state(package)) ++lost;
    ++lines;
    members += value.size();
    slots += value.size() - vars(package).size();
  });
  std::cout << lines << " packages with " << members << " members, " << slots << " in slots and " << members - slots
            << " in dicts: " << (lost == 0 ? "nothing is lost" : std::to_string(lost) + " are not the same") << '\n';
  return lines != 0 && lost == 0;
}

void summarise(const std::vector<Package>& packages) {
  std::cout << packages.size() << " packages, " << sizeof(Package) << " bytes each and their texts\n";
  const auto line = [](std::string_view name, std::string_view where, std::size_t count) {
    std::cout << "  " << name << std::string(16 - std::min<std::size_t>(15, name.size()), ' ') << where << count
              << '\n';
  };
  sl::for_each_slot<Package>([&](auto slot) {
    const auto has = [slot](const Package& package) { return slot.has(package); };
    line(slot.name, "slot  ", static_cast<std::size_t>(std::ranges::count_if(packages, has)));
  });
  std::map<std::string, std::size_t> others;
  for (const Package& package : packages)
    for (const auto [name, value] : vars(package)) ++others[std::string(name)];
  for (const auto& [name, count] : others) line(name, "dict  ", count);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const bool has_file = !words.empty() && !words[0].starts_with('-');
  const std::string option = words.size() > 1 ? words[1] : "";
  const bool applies = option == "--apply" && words.size() == 3;
  const bool checks = option == "--check" && words.size() == 2;
  if (words.size() > (has_file ? 1u : 0u) && !(has_file && (applies || checks))) {
    std::cerr << usage;
    return 2;
  }

  file in(has_file ? words[0] : SAMPLE_FILE);
  bool good = true;
  if (checks) {
    good = check(in);
  } else {
    std::vector<Package> packages = read_packages(in);
    if (applies) {
      file changes(words[2]);
      apply_changes(packages, changes);
      good = changes.mistakes == 0;
    } else if (has_file) {
      for (const Package& package : packages) write(package);
    } else {
      summarise(packages);
    }
  }
  return good && in.mistakes == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
