// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// SQLite as C++ has it: what was opened is closed, and every error is an exception.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <sqlite3.h>

namespace sqlite {

struct error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What a column of a row holds. A text is valid until the next step.
struct null {};
using value = std::variant<null, std::int64_t, double, std::string_view>;

class statement {
 public:
  statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
    handle_.reset(made);
    if (code != SQLITE_OK) throw error(sqlite3_errmsg(database));
    if (!made) throw error("no SQL statement");
  }

  // Parameters count from 1, columns from 0, as in SQLite.
  void bind(int parameter, null) { check(sqlite3_bind_null(get(), parameter)); }
  void bind(int parameter, std::floating_point auto number) { check(sqlite3_bind_double(get(), parameter, number)); }
  void bind(int parameter, std::integral auto number) {
    if (!std::in_range<std::int64_t>(number)) throw error(std::to_string(number) + " is more than SQLite can hold");
    check(sqlite3_bind_int64(get(), parameter, static_cast<std::int64_t>(number)));
  }
  void bind(int parameter, bool truth) { check(sqlite3_bind_int(get(), parameter, truth ? 1 : 0)); }
  void bind(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(get(), parameter, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }

  // Whether there is a row.
  bool step() {
    const int code = sqlite3_step(get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) check(code);
    return code == SQLITE_ROW;
  }
  // Ready for the next values.
  void reset() {
    sqlite3_reset(get());  // it says once more what step has said
    sqlite3_clear_bindings(get());
  }
  void run() {
    while (step()) {
    }
    reset();
  }

  [[nodiscard]] int column_count() const { return sqlite3_column_count(get()); }
  [[nodiscard]] std::string_view column_name(int column) const { return sqlite3_column_name(get(), column); }
  [[nodiscard]] value column(int column) const {
    switch (sqlite3_column_type(get(), column)) {
      case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(get(), column)};
      case SQLITE_FLOAT:
        return sqlite3_column_double(get(), column);
      case SQLITE_NULL:
        return null();
      default: {  // a blob is bytes, as a text is
        const void* const bytes = sqlite3_column_blob(get(), column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(get(), column));
        return bytes ? std::string_view(static_cast<const char*>(bytes), size) : std::string_view();
      }
    }
  }

  // The SQL with the values in it.
  [[nodiscard]] std::string expanded() const {
    const std::unique_ptr<char, decltype(&sqlite3_free)> sql(sqlite3_expanded_sql(get()), &sqlite3_free);
    return sql ? sql.get() : "";
  }

 private:
  struct finalizer {
    void operator()(sqlite3_stmt* closed) const { sqlite3_finalize(closed); }
  };

  [[nodiscard]] sqlite3_stmt* get() const { return handle_.get(); }
  void check(int code) {
    if (code == SQLITE_OK) return;
    const error what(sqlite3_errmsg(sqlite3_db_handle(get())));
    reset();
    throw what;
  }

  std::unique_ptr<sqlite3_stmt, finalizer> handle_;
};

class database {
 public:
  explicit database(const std::string& file) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(file.c_str(), &opened);
    handle_.reset(opened);  // also where it failed
    if (code != SQLITE_OK) throw error(opened ? sqlite3_errmsg(opened) : "no memory");
  }

  [[nodiscard]] statement prepare(std::string_view sql) const { return {handle_.get(), sql}; }
  void run(std::string_view sql) const { prepare(sql).run(); }

 private:
  struct closer {
    void operator()(sqlite3* closed) const { sqlite3_close(closed); }
  };
  std::unique_ptr<sqlite3, closer> handle_;
};

// All that is done in its lifetime or, without a commit, nothing.
class transaction {
 public:
  explicit transaction(database& on) : on_(&on) { on_->run("BEGIN IMMEDIATE"); }
  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;
  ~transaction() {
    if (!on_) return;
    try {
      on_->run("ROLLBACK");
    } catch (const error&) {  // SQLite has done so itself
    }
  }
  void commit() {
    on_->run("COMMIT");
    on_ = nullptr;
  }

 private:
  database* on_;
};

}  // namespace sqlite
