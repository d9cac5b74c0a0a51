// What a program found out: on the screen, row by row while it measures, and on request as lines of JSON, from which
// bench/report.py makes its tables and pictures.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command_line.hpp"
#include "interleaved.hpp"
#include "machine.hpp"
#include "measured.hpp"

namespace bench {

struct question {
  std::string subject;         // "Event {int64, string, double}, 100,000 of them"
  std::string text;            // "get by run-time name"
  std::string parameter = {};  // "N", where it is asked for more than one
  std::size_t at = 0;

  std::string title() const { return parameter.empty() ? text : text + ", " + parameter + " = " + std::to_string(at); }
};

inline std::string fixed(double number, int decimals) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(decimals) << number;
  return text.str();
}

// Three digits, which is more than the machine can promise.
inline std::string three_digits(double number) { return fixed(number, number < 9.995 ? 2 : number < 99.95 ? 1 : 0); }

class report {
 public:
  // Throws where the file cannot be written.
  report(std::string program, const options& wanted) : program_(std::move(program)), wanted_(wanted) {
    std::cout << provenance()
              << "\nFor one object or one access: what the first takes, then how many times as much the "
              << "others do.\n";
    if (wanted.json_file.empty()) return;
    lines_.open(wanted.json_file);
    lines_.exceptions(std::ios::badbit | std::ios::failbit);
    lines_ << "{" << pair("program", program_) << ", " << pair("processor", processor()) << ", "
           << pair("cores", cores()) << ", " << pair("compiler", compiler()) << ", " << pair("flags", BENCH_FLAGS)
           << ", " << pair("missing", BENCH_MISSING) << "}" << std::endl;
  }

  const options& wanted() const { return wanted_; }
  bool asks(const question& q) const { return q.title().find(wanted_.only) != std::string::npos; }

  // Measures the times of the rivals side by side. A rival that is empty has no such thing.
  void time(const question& q, const std::vector<std::string>& rivals, const std::vector<measurement>& measurements) {
    if (asks(q)) add(q, "ns", rivals, measure_interleaved(measurements, wanted_.work));
  }

  void add(const question& q, std::string_view unit, const std::vector<std::string>& rivals, const answers& found) {
    show(q, unit, rivals, found);
    if (!lines_.is_open()) return;
    for (std::size_t i = 0; i < rivals.size(); ++i)
      if (found[i]) write(q, unit, rivals[i], *found[i]);
    lines_ << std::flush;
  }

 private:
  void show(const question& q, std::string_view unit, const std::vector<std::string>& rivals, const answers& found) {
    if (q.subject != subject_) std::cout << '\n' << q.subject << '\n';
    subject_ = q.subject;
    std::string line = "  " + q.title() + ":";
    const measured* first = nullptr;
    for (std::size_t i = 0; i < rivals.size(); ++i) {
      if (!found[i]) continue;
      const std::string number = first == nullptr || first->median() == 0
                                     ? three_digits(found[i]->median()) + " " + std::string(unit)
                                     : three_digits(found[i]->median() / first->median()) + "x";
      if (first == nullptr) first = &*found[i];
      const std::string words = "  " + rivals[i] + " " + number;
      if (line.size() + words.size() > 120) {
        std::cout << line << '\n';
        line = std::string(6, ' ');
      }
      line += words;
    }
    std::cout << line << std::endl;
  }

  void write(const question& q, std::string_view unit, const std::string& rival, const measured& found) {
    lines_ << "{" << pair("subject", q.subject) << ", " << pair("question", q.text) << ", ";
    if (!q.parameter.empty())
      lines_ << pair("parameter", q.parameter) << ", " << pair("at", std::to_string(q.at)) << ", ";
    lines_ << pair("unit", unit) << ", " << pair("rival", rival) << ", \"samples\": [";
    for (std::size_t i = 0; i < found.samples().size(); ++i)
      lines_ << (i == 0 ? "" : ", ") << std::setprecision(6) << found.samples()[i];
    lines_ << "]}\n";
  }

  static std::string pair(std::string_view key, std::string_view text) {
    std::string result = '"' + std::string(key) + "\": \"";
    for (const char c : text) {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
    return result + '"';
  }

  std::string program_, subject_;
  const options& wanted_;
  std::ofstream lines_;
};

// A program: its main() says its name and what it measures, f(report).
template <class F>
int run(std::string_view program, const std::vector<std::string>& words, F measure) {
  const auto wanted = parse(words, program);
  if (!wanted) return 2;
  try {
    report found{std::string(program), *wanted};
    measure(found);
  } catch (const std::exception& error) {
    std::cerr << program << ": " << error.what() << '\n';
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}

}  // namespace bench
