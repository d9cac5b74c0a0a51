// A table with a column for each rival of a program, the first of them ours: what it takes, and how many times as much
// the others take.
#pragma once

#include <cstddef>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "table.hpp"

namespace bench {

struct heading {
  std::string first, second;  // two lines
};

class ratio_table {
 public:
  explicit ratio_table(std::vector<heading> columns) : columns_(std::move(columns)) {}

  // Prints the row, too: a table that grows while it is measured.
  void add(std::ostream& out, row added) {
    constexpr int label_width = 34;
    const auto cell = [&out](const std::string& text) { out << std::setw(10) << text; };
    if (rows_.empty() || rows_.back().subject != added.subject) {
      out << '\n' << added.subject << '\n' << std::string(label_width, ' ');
      for (const heading& column : columns_) cell(column.first);
      out << '\n' << std::string(label_width, ' ');
      for (const heading& column : columns_) cell(column.second);
      out << '\n';
    }
    out << std::left << std::setw(label_width) << "  " + added.question << std::right;
    for (std::size_t i = 0; i < columns_.size(); ++i) cell(text_of(added, i));
    out << std::endl;
    rows_.push_back(std::move(added));
  }

  std::string markdown() const {
    std::ostringstream out;
    std::string subject;
    for (const row& r : rows_) {
      if (r.subject != subject) {
        out << (subject.empty() ? "" : "\n") << "**" << r.subject << "**\n\n|";
        for (const heading& column : columns_)
          out << " | " << column.first << (column.second.empty() ? "" : " ") << column.second;
        out << " |\n| ---";
        for (std::size_t i = 0; i < columns_.size(); ++i) out << " | ---:";
        out << " |\n";
        subject = r.subject;
      }
      out << "| " << r.question;
      for (std::size_t i = 0; i < columns_.size(); ++i) out << " | " << text_of(r, i);
      out << " |\n";
    }
    return out.str();
  }

 private:
  static std::string text_of(const row& r, std::size_t column) {
    return column == 0 ? absolute(r, r.values[0]) : ratio(r.values[column], r.values[0]);
  }

  std::vector<heading> columns_;
  std::vector<row> rows_;
};

}  // namespace bench
