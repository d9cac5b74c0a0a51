// A table of measurements: a row for each question, a column for each rival. People read ratios, so ratios it shows.
#pragma once

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <initializer_list>
#include <iomanip>
#include <iterator>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

inline std::string fixed(double number, int decimals) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(decimals) << number;
  return text.str();
}

// Three digits, which is more than the machine can promise.
inline std::string three_digits(double number) { return fixed(number, number < 9.995 ? 2 : number < 99.95 ? 1 : 0); }

struct row {
  std::string subject;                        // "Event {int64, string, double}, 100,000 of them"
  std::string question;                       // "read by fixed name"
  std::string unit;                           // "ns" or "B"
  std::vector<std::optional<double>> values;  // in the order of the columns; none where a rival has no such thing
};

// The columns of every table here.
namespace column {
enum : std::size_t { plain, optional, fields, slots, first_map, last_map = first_map + 3, count };
}

inline std::optional<double> best_map(const row& r) {
  std::optional<double> best;
  for (std::size_t i = column::first_map; i <= column::last_map; ++i)
    if (r.values[i] && (!best || *r.values[i] < *best)) best = r.values[i];
  return best;
}

inline std::string absolute(const row& r, std::optional<double> number) {
  if (!number) return "-";
  return (r.unit == "B" ? fixed(*number, 0) : three_digits(*number)) + " " + r.unit;
}

inline std::string ratio(std::optional<double> number, std::optional<double> base) {
  return number && base ? three_digits(*number / *base) + "x" : "-";
}

// The last of the rows, with a head where a subject begins: a table that grows while it is measured.
inline void print(std::ostream& out, const std::vector<row>& rows) {
  constexpr int label_width = 34;
  const auto cells = [&](std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) out << std::setw(10) << word;
  };
  const row& r = rows.back();
  if (rows.size() == 1 || rows[rows.size() - 2].subject != r.subject) {
    out << '\n' << r.subject << '\n' << std::string(label_width, ' ');
    cells({"plain", "struct of", "slotted,", "slotted,", "map", "map~", "map", "map~"});
    out << " |     best map beside\n" << std::string(label_width, ' ');
    cells({"struct", "optional", "fields", "slots", "any", "any", "variant", "variant"});
    out << " |    fields     slots\n";
  }
  out << std::left << std::setw(label_width) << "  " + r.question << std::right;
  cells({absolute(r, r.values[column::plain])});
  for (std::size_t i = column::optional; i < column::count; ++i) cells({ratio(r.values[i], r.values[column::plain])});
  out << " |";
  cells({ratio(best_map(r), r.values[column::fields]), ratio(best_map(r), r.values[column::slots])});
  out << std::endl;
}

inline std::string markdown(const std::vector<row>& rows, const std::string& provenance) {
  std::ostringstream out;
  std::string subject;
  for (const row& r : rows) {
    if (r.subject != subject) {
      out << (subject.empty() ? "" : "\n") << "**" << r.subject << "**\n\n"
          << "| | plain struct | struct of `optional` | slotted, fields | slotted, slots | best `unordered_map` | best "
             "map ÷ slots |\n"
          << "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
      subject = r.subject;
    }
    const auto plain = r.values[column::plain];
    out << "| " << r.question << " | " << absolute(r, plain) << " | " << ratio(r.values[column::optional], plain)
        << " | " << ratio(r.values[column::fields], plain) << " | " << ratio(r.values[column::slots], plain) << " | "
        << ratio(best_map(r), plain) << " | " << ratio(best_map(r), r.values[column::slots]) << " |\n";
  }
  out << "\nMeasured by `bench/objects.cpp` on " << provenance
      << ".\nTimes are for one object or one access. Smaller is better, but for the last column.\n";
  return out.str();
}

// Three numbers for the first screen of the README; empty where not all of them were measured.
inline std::string first_numbers(const std::vector<row>& rows) {
  const auto measured = [&](std::string_view subject, std::string_view question) {
    return std::ranges::find_if(rows,
                                [&](const row& r) { return r.subject.starts_with(subject) && r.question == question; });
  };
  const auto bytes = measured("Event", "bytes, with all heap");
  const auto read = measured("Event", "read by fixed name");
  const auto by_name = measured("Telemetry", "get by run-time name");
  if (bytes == rows.end() || read == rows.end() || by_name == rows.end()) return "";

  std::ostringstream out;
  out << "- **" << absolute(*bytes, bytes->values[column::slots])
      << "** for an event {int64, string, double} of slots, **" << absolute(*bytes, bytes->values[column::fields])
      << "** of fields: a struct takes " << absolute(*bytes, bytes->values[column::plain])
      << ", a struct of `std::optional` " << absolute(*bytes, bytes->values[column::optional])
      << ", the best `std::unordered_map` used as an object " << absolute(*bytes, best_map(*bytes)) << ".\n"
      << "- **" << ratio(read->values[column::fields], read->values[column::plain])
      << "** the time of a struct to read a field by its name in the source, **"
      << ratio(read->values[column::slots], read->values[column::plain]) << "** to read a slot, checked; a struct of "
      << "`std::optional` takes " << ratio(read->values[column::optional], read->values[column::plain]) << ".\n"
      << "- **" << three_digits(*best_map(*by_name) / *by_name->values[column::slots])
      << " times as fast** as the best `std::unordered_map` to get one of 16 slots by a name that comes at run time.\n";
  return out.str();
}

// Replaces what stands between the marks "<!-- MARK:begin -->" and "<!-- MARK:end -->". False where there are none.
inline bool replace_between_marks(std::string& page, const std::string& mark, const std::string& text) {
  const std::string begin = "<!-- " + mark + ":begin -->";
  const auto from = page.find(begin);
  const auto to = page.find("<!-- " + mark + ":end -->", from == page.npos ? 0 : from);
  if (from == page.npos || to == page.npos) return false;
  page.replace(from + begin.size(), to - from - begin.size(), "\n" + text);
  return true;
}

// Puts the table and, where the page has a place for them, the first numbers into the page.
inline bool write_into_page(const std::string& path, const std::string& table, const std::string& first) {
  std::ifstream in(path, std::ios::binary);
  std::string page{std::istreambuf_iterator<char>(in), {}};
  in.close();
  if (!replace_between_marks(page, "bench", table)) return false;
  if (!first.empty()) replace_between_marks(page, "bench:first", first);
  return static_cast<bool>(std::ofstream(path, std::ios::binary) << page << std::flush);
}

}  // namespace bench
