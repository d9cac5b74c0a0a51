// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Keeps package records in a SQLite table, which table.hpp makes from the slots of Package:
//
//   sqlite                      the records of this machine (of a sample, where it has none), and the largest of them
//   sqlite DATABASE STEP...     these steps; :memory: is a database for the time being
//
//     import FILE    all records of the file, or none: each is inserted or, where the table has one of that name, that
//                    is updated in what has changed, and in nothing else
//     select SQL     the rows of a query as objects
//     sql SQL        whatever else

#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <slotted/format.hpp>

#include "deb822.hpp"
#include "package.hpp"
#include "package_records.hpp"
#include "sqlite.hpp"
#include "table.hpp"

namespace {

constexpr std::string_view usage = "usage: sqlite [DATABASE [import FILE | select SQL | sql SQL]...]\n";

Package package_from(const deb822::stanza& record) {
  sl::builder<Package> made;
  for (const auto& field : record) {
    if (!sl::resolve<Package>(field.name)) continue;
    if (field.name == "Essential")
      made.set(field.name, field.value == "yes");
    else if (const auto number = deb822::to_number(field.value); number && field.name == "Installed-Size")
      made.set(field.name, *number);
    else
      made.set(field.name, field.value);
  }
  return std::move(made).build();
}

void import(sqlite::database& database, const std::string& file) {
  const std::string text = deb822::text_of(file);
  const auto records = deb822::read_stanzas(text);
  if (records.empty()) throw std::runtime_error("no package records could be read");

  sqlite::transaction all_or_nothing(database);
  auto insertion = insertion_of<Package>(database);
  auto query = database.prepare("SELECT * FROM Package WHERE name = ?");
  std::size_t inserted = 0, updated = 0;
  for (const auto& record : records) {
    try {
      const Package package = package_from(record);
      std::optional<Package> known;
      query.bind(1, getattr(package, "name"_slot));
      select<Package>(query, [&known](const Package& row) { known.emplace(row); });
      if (!known) {
        insert(insertion, package);
        ++inserted;
      } else if (const std::string done = update(database, *known, package); !done.empty()) {
        std::cout << done << '\n';
        ++updated;
      }
    } catch (const std::runtime_error& error) {
      throw std::runtime_error("the record of line " + std::to_string(record.front().line) + ": " + error.what());
    }
  }
  all_or_nothing.commit();
  std::cout << inserted << " inserted, " << updated << " updated, " << records.size() - inserted - updated
            << " as they were\n";
}

void run(sqlite::database& database, std::string_view step, const std::string& what) {
  if (step == "import") {
    import(database, what);
  } else if (step == "select") {
    auto query = database.prepare(what);
    select<Package>(query, [](const Package& package) { std::cout << package << '\n'; });
  } else {
    database.run(what);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty())
    words = {":memory:", "import", deb822::default_file(), "select",
             "SELECT name, version, installed_size FROM Package ORDER BY installed_size DESC LIMIT 3"};
  bool good = words.size() % 2 == 1;
  for (std::size_t i = 1; i < words.size(); i += 2)
    good = good && (words[i] == "import" || words[i] == "select" || words[i] == "sql");
  if (!good) {
    std::cerr << usage;
    return 2;
  }

  std::string doing = words[0];
  try {
    sqlite::database database(words[0]);
    database.run(table_sql<Package>());
    for (std::size_t i = 1; i != words.size(); i += 2) {
      doing = words[i + 1];
      run(database, words[i], words[i + 1]);
    }
  } catch (const std::runtime_error& error) {
    std::cerr << doing << ": " << error.what() << '\n';
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
