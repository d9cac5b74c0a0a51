// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads events by the names of their columns and answers questions about them:
//
//   events                                       100,000 events of its own making, and what it costs to read them
//   events FILE                                  what the file holds
//   events FILE --column value                   one column
//   events FILE --where kind purchase            the events whose kind is purchase
//
// What is wrong in the file is reported as file:line: message.

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <slotted/format.hpp>  // an Event can be printed
#include <slotted/slotted.hpp>

#include "compare.hpp"
#include "csv.hpp"
#include "event.hpp"
#include "make_lines.hpp"
#include "quoted.hpp"
#include "read_events.hpp"

namespace {

constexpr std::string_view usage =
    "usage: events [FILE] [QUESTION]\n"
    "  FILE               lines of cells with commas between them, the first of which names the columns;\n"
    "                     without one, 100,000 lines of the program's own making\n"
    "  --summary          what there is (that is what is asked without a question)\n"
    "  --column NAME      the values of one column\n"
    "  --where NAME TEXT  the events that have this value in that column\n"
    "  --compare          what it costs to read these lines, beside a struct and hash maps\n";

bool no_column(std::string_view name) {
  std::cerr << "no column " << quoted(name) << "; there are";
  for (const std::string_view known : sl::slot_names<Event>) std::cerr << ' ' << known;
  std::cerr << '\n';
  return false;
}

// ---- the questions: whether they could be answered

bool summary(const std::vector<Event>& events) {
  std::map<std::string_view, std::size_t> kinds;
  std::size_t late = 0;
  for (const Event& e : events) ++kinds[e.kind];  // each member is where it was in the struct
  for (std::size_t i = 1; i < events.size(); ++i) late += is_later(events[i - 1], events[i]);
  std::cout << events.size() << " events of " << sizeof(Event) << " bytes, " << late << " of them out of order\n";
  for (const auto& [kind, count] : kinds) std::cout << "  " << kind << ": " << count << '\n';
  return true;
}

// What getattr gives for a name that is known at run time only is an attribute_ref: it prints as the value does.
bool print_column(const std::vector<Event>& events, std::string_view name) {
  const auto key = sl::resolve<Event>(name);
  if (!key) return no_column(name);
  for (const Event& e : events) std::cout << getattr(e, key) << '\n';
  return true;
}

// The text becomes a value of the slot's type, once; then values are compared.
bool print_where(const std::vector<Event>& events, std::string_view name, std::string_view text) {
  bool done = false;
  const bool known = sl::with_slot<Event>(name, [&](auto slot) {
    typename decltype(slot)::value_type wanted{};
    if (const std::errc error = csv::parse(text, wanted); error != std::errc{}) {
      std::cerr << slot.name << ": " << quoted(text) << ' ' << csv::what_is_wrong(error) << '\n';
      return;
    }
    for (const Event& e : events)
      if (slot.get(e) == wanted) std::cout << e << '\n';
    done = true;
  });
  return known ? done : no_column(name);
}

struct command {
  std::string file, question = "--summary";
  std::vector<std::string> arguments;
};

std::optional<command> parse_command(const std::vector<std::string>& words) {
  command result;
  auto word = words.begin();
  if (word != words.end() && !word->starts_with('-')) result.file = *word++;
  if (word != words.end()) result.question = *word++;
  result.arguments.assign(word, words.end());
  const std::map<std::string, std::size_t> questions{
      {"--summary", 0}, {"--column", 1}, {"--where", 2}, {"--compare", 0}};
  const auto found = questions.find(result.question);
  if (found == questions.end() || found->second != result.arguments.size()) return std::nullopt;
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto command = parse_command(words);
  if (!command) {
    std::cerr << usage;
    return 2;
  }

  std::string text;
  if (command->file.empty()) {
    text = make_lines(100'000);
  } else {
    std::ifstream in(command->file, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(in), {});
    if (!in) {
      std::cerr << command->file << ": cannot be read\n";
      return EXIT_FAILURE;
    }
  }

  constexpr std::size_t most_messages = 20;
  std::size_t problems = 0;
  const std::vector<Event> events = read_events(text, [&](std::size_t line, const std::string& message) {
    if (++problems <= most_messages) std::cerr << command->file << ':' << line << ": " << message << '\n';
  });
  if (problems > most_messages) std::cerr << command->file << ": and " << problems - most_messages << " more\n";
  if (events.empty()) {
    std::cerr << command->file << ": no events could be read\n";
    return EXIT_FAILURE;
  }

  const std::string& question = command->question;
  bool done = true;
  if (question == "--summary") done = summary(events);
  if (question == "--column") done = print_column(events, command->arguments[0]);
  if (question == "--where") done = print_where(events, command->arguments[0], command->arguments[1]);
  if (question == "--compare" || words.empty()) {
    // The struct is read by the places of the columns, and no rival says as much about mistakes.
    if (problems != 0 || !text.starts_with("ts,kind,value")) {
      std::cerr << "only a file without mistakes, with the columns ts, kind, value, can be compared\n";
      return EXIT_FAILURE;
    }
    done = compare(text);
    if (!done) std::cerr << "what was read differs\n";
  }
  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
