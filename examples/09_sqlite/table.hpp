// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The table of a slotted class, whichever it is: nothing here names a slot.
//
//   C++                              SQLite
//   the class, its slots             a table, its columns; the first is the primary key, a hidden slot has none
//   kind: number, truth, text        INTEGER or REAL, INTEGER, TEXT
//   a field; a slot that is unset    NOT NULL; NULL
//
// A value from SQLite goes into its slot by the library's value rule: no integer is cut off, no text taken for a
// number. Columns are found by the names that they have in the query, aliases included.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <slotted/slotted.hpp>

#include "sqlite.hpp"

// ---- the table

constexpr std::string_view column_type(slotted::value_kind kind) {
  using enum slotted::value_kind;
  switch (kind) {
    case f32:
    case f64:
      return "REAL";
    case string:
      return "TEXT";
    case other:
      return "";
    default:
      return "INTEGER";
  }
}

constexpr bool has_column(const slotted::member& slot) { return (slot.flags & slotted::member::is_hidden) == 0; }

// The slots of the class as a list with commas, each as `f(member)` says.
template <class C, class F>
std::string listed(F f) {
  std::string list;
  for (const slotted::member& slot : slotted::members<C>)
    if (has_column(slot)) list += (list.empty() ? "" : ", ") + f(slot);
  return list;
}

template <class C>
std::string table_sql() {
  const auto column = [](const slotted::member& slot) {
    return std::string(slot.name) + ' ' + std::string(column_type(slot.kind)) +
           (&slot == slotted::members<C>.data() ? " PRIMARY KEY" : "") +
           (slot.flags & slotted::member::is_field ? " NOT NULL" : "");
  };
  return "CREATE TABLE IF NOT EXISTS " + std::string(slotted::class_name<C>) + " (" + listed<C>(column) + ") STRICT";
}

// ---- from objects

// Binds the values of these slots, one after the other.
template <class C>
class binder {
 public:
  binder(sqlite::statement& to, const C& from) : to_(&to), from_(&from) {}

  template <class Slot>
  void operator()(Slot slot) {
    constexpr auto kind = slotted::members<C>[Slot::index].kind;
    if constexpr (!Slot::hidden) {
      static_assert(!column_type(kind).empty(), "SQLite has no column for such a slot");
      slot.has(*from_) ? to_->bind(++bound_, slot.get(*from_)) : to_->bind(++bound_, sqlite::null());
    }
  }

 private:
  sqlite::statement* to_;
  const C* from_;
  int bound_ = 0;
};

template <class C>
sqlite::statement insertion_of(const sqlite::database& into) {
  return into.prepare("INSERT INTO " + std::string(slotted::class_name<C>) + " (" +
                      listed<C>([](const slotted::member& slot) { return std::string(slot.name); }) + ") VALUES (" +
                      listed<C>([](const slotted::member&) { return std::string("?"); }) + ')');
}

template <class C>
void insert(sqlite::statement& insertion, const C& object) {
  slotted::for_each_slot<C>(binder<C>(insertion, object));
  insertion.run();
}

// Changes the row of `before` in those columns in which `after` differs; what was done, as SQL. Empty, and nothing is
// done, where it differs in none.
template <class C>
std::string update(const sqlite::database& in, const C& before, const C& after) {
  const auto changed = diff(before, after);
  std::string columns;
  changed.for_each([&columns](auto slot) {
    if (!slot.hidden) columns += (columns.empty() ? "" : ", ") + std::string(slot.name) + " = ?";
  });
  if (columns.empty()) return {};

  auto change = in.prepare("UPDATE " + std::string(slotted::class_name<C>) + " SET " + columns + " WHERE " +
                           std::string(slotted::members<C>[0].name) + " = ?");
  binder<C> bind(change, after);
  changed.for_each(bind);
  slotted::for_each_slot<C>([&bind](auto slot) {
    if constexpr (slot.index == 0) bind(slot);
  });
  std::string done = change.expanded();
  change.run();
  return done;
}

// ---- to objects

// Calls `use(object)` for each row. The query may have any of the columns, in any order, but those of fields it must
// have. attribute_error where a column is that of no slot, type_error where a value does not fit or a field has none.
template <class C, class Use>
void select(sqlite::statement& query, Use use) {
  std::vector<slotted::slot_key<C>> keys;
  for (int i = 0; i != query.column_count(); ++i) {
    keys.push_back(slotted::resolve<C>(query.column_name(i)));
    if (!keys.back()) slotted::builder<C>().set(query.column_name(i), 0);  // says that there is none, and which is near
  }
  while (query.step()) {
    slotted::builder<C> made;
    for (int i = 0; i != query.column_count(); ++i)
      if (const auto value = query.column(i); !std::holds_alternative<sqlite::null>(value))
        made.set(keys[static_cast<std::size_t>(i)], value);
    use(std::move(made).build());
  }
  query.reset();
}
