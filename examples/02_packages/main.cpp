// Reads Debian package records into slotted objects and answers questions about them:
//
//   packages                          what the records of this machine (/var/lib/dpkg/status) hold
//   packages depends libc6            who needs libc6
//   packages Packages largest 5       the same program on another file
//
// What is wrong in the file is reported as file:line: message, and kept: --check proves that nothing is lost.

#include <algorithm>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>

#include "dependencies.hpp"
#include "package.hpp"
#include "package_records.hpp"

namespace {

using packages = std::vector<Package>;

constexpr std::string_view usage =
    "usage: packages [FILE] [QUESTION]\n"
    "  FILE             package records; without one, those of this machine, or else a small sample\n"
    "  largest [N]      the N packages that take the most room (10)\n"
    "  by-section       how many packages each section holds, and how large they are\n"
    "  depends NAME     who depends on NAME\n"
    "  show NAME        everything about NAME\n"
    "  missing FIELD    the records in which FIELD is unset\n"
    "  --check          write every record again and compare it with the file, line by line\n";

std::string text_or(const Package& package, auto name, std::string_view fallback = "-") {
  return std::string(getattr(package, name, std::string(fallback)));
}

std::string name_of(const Package& package) { return text_or(package, "Package"_slot, "(no name)"); }

std::string size_text(std::uint64_t kibibytes) {
  std::ostringstream text;
  const double mebibytes = static_cast<double>(kibibytes) / 1024;
  text << std::fixed << std::setprecision(1);
  if (mebibytes < 1024)
    text << mebibytes << " MiB";
  else
    text << mebibytes / 1024 << " GiB";
  return text.str();
}

// ---- the questions

void summary(const packages& records) {
  std::uint64_t kibibytes = 0;
  std::size_t others = 0;
  std::map<std::string, std::size_t> kinds_of_others;
  for (const Package& package : records) {
    kibibytes += getattr(package, "Installed_Size"_slot, std::uint64_t{0});
    for (const deb822::field& field : package["other"_slot]) ++others, ++kinds_of_others[field.name];
  }
  std::cout << records.size() << " packages, " << size_text(kibibytes) << " when installed\n"
            << sizeof(Package) << " bytes each, beside their text\n\n"
            << std::left << std::setw(18) << "slot" << std::right << std::setw(8) << "set" << std::setw(8) << "unset"
            << '\n';
  sl::for_each_slot<Package>([&](auto slot) {
    if (slot.name == "line" || slot.name == "other") return;
    const auto set = std::ranges::count_if(records, [&](const Package& package) { return slot.has(package); });
    std::cout << std::left << std::setw(18) << field_name(slot.name) << std::right << std::setw(8) << set
              << std::setw(8) << std::ssize(records) - set << '\n';
  });
  std::cout << '\n' << others << " fields have no slot and are kept beside\n";
  for (const auto& [name, count] : kinds_of_others)
    std::cout << std::left << std::setw(18) << (name.empty() ? "(no name)" : name) << std::right << std::setw(8)
              << count << '\n';
}

void largest(const packages& records, std::size_t count) {
  std::vector<const Package*> known;
  for (const Package& package : records)
    if (hasattr(package, "Installed_Size"_slot)) known.push_back(&package);
  const auto size = [](const Package* package) { return getattr(*package, "Installed_Size"_slot); };
  std::ranges::sort(known, [&](auto a, auto b) { return std::pair(size(b), a) < std::pair(size(a), b); });
  known.resize(std::min(count, known.size()));
  for (const Package* package : known)
    std::cout << std::setw(14) << size_text(getattr(*package, "Installed_Size"_slot)) << "  " << name_of(*package)
              << ' ' << text_or(*package, "Version"_slot) << '\n';
}

void by_section(const packages& records) {
  struct total {
    std::size_t packages = 0;
    std::uint64_t kibibytes = 0;
  };
  std::map<std::string, total> sections;
  for (const Package& package : records) {
    total& section = sections[text_or(package, "Section"_slot, "(none)")];
    ++section.packages;
    section.kibibytes += getattr(package, "Installed_Size"_slot, std::uint64_t{0});
  }
  for (const auto& [name, section] : sections)
    std::cout << std::left << std::setw(24) << name << std::right << std::setw(6) << section.packages << " packages"
              << std::setw(14) << size_text(section.kibibytes) << '\n';
}

void depends(const packages& records, std::string_view wanted) {
  std::size_t count = 0;
  for (const Package& package : records) {
    for (const std::string_view field : {"Pre-Depends", "Depends"}) {
      const std::string* const text = sl::find_attr<std::string>(package, field);
      if (text == nullptr) continue;
      for (const deb822::alternatives& any_of : deb822::parse_dependencies(*text)) {
        if (std::ranges::find(any_of, wanted, &deb822::dependency::package) == any_of.end()) continue;
        ++count;
        std::cout << name_of(package) << "  " << field << ": ";
        for (const char* between = ""; const deb822::dependency& one : any_of) {
          std::cout << between << one.text;
          between = " | ";
        }
        std::cout << '\n';
      }
    }
  }
  std::cout << count << " dependencies on " << wanted << '\n';
}

void show(const packages& records, std::string_view wanted) {
  bool found = false;
  for (const Package& package : records) {
    if (name_of(package) != wanted) continue;
    found = true;
    for_each_field(package,
                   [](std::string_view name, std::string_view text) { std::cout << deb822::to_text(name, text); });
    std::cout << '\n';
  }
  if (!found) std::cout << "no package is called " << deb822::quoted(wanted) << '\n';
}

void missing(const packages& records, std::string_view field) {
  if (!sl::with_slot<Package>(field, [](auto) {})) {
    std::cout << "no slot is called " << deb822::quoted(field) << "; there are";
    for (const std::string_view name : sl::slot_names<Package>)
      if (name != "line" && name != "other") std::cout << ' ' << field_name(name);
    std::cout << '\n';
    return;
  }
  std::size_t count = 0;
  for (const Package& package : records) {
    if (hasattr(package, field)) continue;
    ++count;
    std::cout << std::setw(8) << package["line"_slot] << "  " << name_of(package) << '\n';
  }
  std::cout << count << " of " << records.size() << " records have no " << field << '\n';
}

// ---- the round trip: lines as they are compared, where neither blanks at the ends nor a name's capitals matter

std::string comparable(std::string_view line) {
  const bool continues = line.starts_with(' ') || line.starts_with('\t');
  const auto colon = line.find(':');
  if (continues || colon == line.npos) return std::string(line.substr(0, line.find_last_not_of(" \t\r") + 1));
  return deb822::lower_case(line.substr(0, colon)) + ":" + std::string(deb822::trimmed(line.substr(colon + 1)));
}

// The lines of each stanza, sorted. It knows nothing of fields, so that it shares no mistake with the reader.
std::vector<std::vector<std::string>> lines_of_stanzas(std::string_view text) {
  std::vector<std::vector<std::string>> stanzas(1);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.starts_with('#')) continue;
    if (!deb822::trimmed(line).empty())
      stanzas.back().push_back(comparable(line));
    else if (!stanzas.back().empty())
      stanzas.emplace_back();
  }
  if (stanzas.back().empty()) stanzas.pop_back();
  for (auto& lines : stanzas) std::ranges::sort(lines);
  return stanzas;
}

bool check(const packages& records, std::string_view file, std::string_view source) {
  std::string written;
  for (const Package& package : records) {
    for_each_field(package,
                   [&](std::string_view name, std::string_view text) { written += deb822::to_text(name, text); });
    written += '\n';
  }
  const auto before = lines_of_stanzas(source);
  const auto after = lines_of_stanzas(written);
  std::size_t lines = 0;
  std::size_t lost = before.size() == after.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
    lines += before[i].size();
    std::vector<std::string> difference;
    std::ranges::set_symmetric_difference(before[i], after[i], std::back_inserter(difference));
    for (const std::string& line : difference)
      std::cerr << file << ':' << records[i]["line"_slot] << ": not written as it was read: " << deb822::quoted(line)
                << '\n';
    lost += difference.size();
  }
  std::cout << records.size() << " records, " << lines
            << " lines: " << (lost == 0 ? "nothing is lost" : std::to_string(lost) + " differences") << '\n';
  return lost == 0;
}

// ---- the command line

struct command {
  std::string file;
  std::string question = "summary";
  std::string argument;
};

// How many arguments the question takes at least and at most; nothing for a word that is no question.
struct arity {
  int least, most;
};

std::optional<arity> question_arity(std::string_view word) {
  if (word == "depends" || word == "show" || word == "missing") return arity{1, 1};
  if (word == "largest") return arity{0, 1};
  if (word == "by-section" || word == "summary" || word == "--check") return arity{0, 0};
  return std::nullopt;
}

std::optional<command> parse(std::vector<std::string> words) {
  command result;
  auto word = words.begin();
  if (word != words.end() && !question_arity(*word) && !word->starts_with('-')) result.file = *word++;
  if (word != words.end()) {
    const auto arity = question_arity(*word);
    const auto given = words.end() - word - 1;
    if (!arity || given < arity->least || given > arity->most) return std::nullopt;
    result.question = *word++;
    if (word != words.end()) result.argument = *word;
  }
  if (result.file.empty()) result.file = deb822::default_file();
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  const auto command = parse({argv + 1, argv + argc});
  const auto count = command && !command->argument.empty() ? deb822::to_number(command->argument) : 10u;
  if (!command || (command->question == "largest" && !count)) {
    std::cerr << usage;
    return 2;
  }

  const std::string source = deb822::text_of(command->file);
  deb822::problems problems;
  const packages records = read_packages(source, problems.report());
  problems.print(std::cerr, command->file);
  if (records.empty()) {
    std::cerr << command->file << ": no package records could be read\n";
    return EXIT_FAILURE;
  }

  const std::string& question = command->question;
  if (question == "summary") summary(records);
  if (question == "largest") largest(records, static_cast<std::size_t>(*count));
  if (question == "by-section") by_section(records);
  if (question == "depends") depends(records, command->argument);
  if (question == "show") show(records, command->argument);
  if (question == "missing") missing(records, deb822::capitalised(command->argument));
  if (question == "--check" && !check(records, command->file, source)) return EXIT_FAILURE;
  return EXIT_SUCCESS;
}
