// Plays every row of the table with every failure that there is, and compares what it sees with the guarantee that the
// row states.   slotted_guarantees [--rows]     --rows prints the rows, for check.py
#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guarantees/table.hpp"
#include "support/allocation_counts.hpp"

namespace guarantees {
namespace {

using support::allocations;

struct observed {
  guarantee seen = guarantee::never;
  bool is_noexcept = true;
  bool raises = false;  // without any failure
  unsigned causes = 0;  // a bit for each
  long points = 0;
  std::string example;  // of a change
  std::vector<std::string> wrong;
};

/// What can be made to fail at the n-th time: allocations, or operations of values.
struct failing {
  long& done;
  long& fail_at;
  bool& keeps_failing;
};

/// Plays a scenario again and again. Asks for no memory between making and destroying the objects.
class observer {
 public:
  explicit observer(observed& into) : into_(into) {
    for (std::string* const one : {&before_, &after_, &done_}) one->reserve(2000);
  }

  void play(const scenario& played) {
    into_.is_noexcept = into_.is_noexcept && played.is_noexcept;
    is_measured_ = false;  // the first time of anything may open what stays
    play_once(played, nullptr, 0);
    is_measured_ = true;
    play_once(played, nullptr, 0);
    failing sources[] = {{allocations::asked, allocations::fail_at, allocations::keeps_failing},
                         {operations::done, operations::fail_at, operations::keeps_failing}};
    for (failing& one : sources)
      for (const bool keeps_failing : {false, true}) {
        one.keeps_failing = keeps_failing;
        for (long n = 1; play_once(played, &one, n); ++n) {
          ++into_.points;
          if (&one == sources) into_.causes |= 1u << static_cast<unsigned>(cause::memory);
          if (into_.seen == guarantee::none) return;
        }
      }
  }

 private:
  /// By a copy: a string that is moved from may take its memory with it, or none where it is short.
  static void keep(std::string& there, const std::string& told) { there.assign(told); }

  /// Returns whether there was an n-th time.
  bool play_once(const scenario& played, const failing* source, long n) {
    const char* wrong[8];
    std::size_t count = 0;
    const auto blame = [&](const char* what) { wrong[count++] = what; };

    const long blocks = allocations::live;
    const long values = operations::live;
    const long broken = operations::broken;
    std::unique_ptr<scene> one = played.make(played.act);
    keep(before_, one->tell());
    operations::failed = 0;
    if (source) {
      source->done = 0;
      source->fail_at = n;
    }
    bool threw = false;
    try {
      one->act();
    } catch (...) {
      threw = true;
    }
    bool reached = false;
    if (source) {
      source->fail_at = 0;
      reached = source->done >= n;
    }
    keep(after_, one->tell());
    if (!source) done_.assign(after_);
    if (!threw && after_ != done_) blame("it returned, and was not done");
    if (!one->can_be_used()) blame("an object cannot be used afterwards");
    const long asked = allocations::asked;
    one.reset();
    if (allocations::asked != asked) blame("a destructor allocates");
    if (operations::broken != broken) blame("a value was used where there was none");
    if (operations::live != values) blame("values are left");
    if (is_measured_ && allocations::live != blocks) blame("memory is left");

    into_.causes |= operations::failed;
    if (threw) {
      into_.raises = into_.raises || !source;
      const guarantee left = after_ == before_ ? guarantee::strong : guarantee::basic;
      if (left == guarantee::basic && into_.seen > left) into_.example = difference(before_, after_);
      if (left < into_.seen) into_.seen = left;
    }
    for (std::size_t i = 0; i != count; ++i) {
      into_.seen = guarantee::none;
      const char* const of = !source ? "no failure" : &source->done == &operations::done ? "value" : "memory";
      into_.wrong.push_back(std::string(wrong[i]) + " (" + of + ", " + std::to_string(n) +
                            (source && source->keeps_failing ? ", and all later ones" : "") +
                            "): " + difference(before_, after_));
    }
    return reached;
  }

  /// What two texts are from where they differ.
  static std::string difference(const std::string& before, const std::string& after) {
    constexpr std::size_t shown = 60;
    std::size_t from = 0;
    while (from < before.size() && from < after.size() && before[from] == after[from]) ++from;
    from = from < 20 ? 0 : from - 20;
    return "..." + before.substr(from, shown) + "... -> ..." + (from < after.size() ? after.substr(from, shown) : "") +
           "...";
  }

  observed& into_;
  bool is_measured_ = false;
  std::string before_;
  std::string after_;
  std::string done_;
};

constexpr std::string_view guarantee_names[] = {"none", "basic", "strong", "does not fail", "never fails"};
constexpr std::size_t guarantee_count = sizeof guarantee_names / sizeof guarantee_names[0];
std::string name_of(guarantee one) { return std::string(guarantee_names[static_cast<std::size_t>(one)]); }

/// For the last words, should something throw where nothing may.
std::string_view row_played;
[[noreturn]] void say_where() {
  std::fprintf(stderr, "%s: threw, and is noexcept\n", std::string(row_played).c_str());
  std::abort();
}

class played_table final : public table {
 public:
  explicit played_table(bool prints_rows) : prints_rows_(prints_rows) {}

  void section(std::string_view title) override {
    if (prints_rows_) std::printf("section\t%s\n", std::string(title).c_str());
  }
  /// Returns the exit code.
  int finish() const {
    std::fprintf(stderr, "%ld operations, %ld failure points, %ld failures\n", rows_, points_, failures_);
    for (std::size_t i = 0; i != 2; ++i) {
      std::fprintf(stderr, i == 0 ? "  " : "  where moves throw: ");
      for (std::size_t one = guarantee_count; one-- != 1;)
        std::fprintf(stderr, "%ld %s%s", seen_[i][one], name_of(static_cast<guarantee>(one)).c_str(),
                     one == 1 ? "\n" : ", ");
    }
    return failures_ != 0;
  }

 protected:
  void play(const entry& row, std::vector<scenario> usual, std::vector<scenario> where_moves_throw) override {
    ++rows_;
    row_played = row.operation;
    const observed one = observe(usual);
    const observed other = observe(where_moves_throw);
    points_ += one.points + other.points;
    ++seen_[0][static_cast<std::size_t>(one.seen)];
    ++seen_[1][static_cast<std::size_t>(other.seen)];
    compare(row, one, row.usual, "");
    compare(row, other, row.where_moves_throw, " where moves throw");
    std::string causes = one.raises || other.raises ? "errors" : "";
    for (std::size_t i = 0; i != cause_count; ++i)
      if (((one.causes | other.causes) >> i & 1u) != 0)
        causes.append(causes.empty() ? "" : ", ").append(cause_names[i]);
    if (prints_rows_)
      std::printf("row\t%s\t%s\t%s\t%s\t%s\t%s\n", std::string(row.names).c_str(), std::string(row.operation).c_str(),
                  causes.c_str(), name_of(row.usual).c_str(), name_of(row.where_moves_throw).c_str(),
                  std::string(row.note).c_str());
  }

 private:
  static observed observe(const std::vector<scenario>& scenarios) {
    observed found;
    observer looks(found);
    for (const scenario& one : scenarios) looks.play(one);
    if (found.seen == guarantee::never && !found.is_noexcept) found.seen = guarantee::unfailing;
    return found;
  }
  void compare(const entry& row, const observed& found, guarantee stated, const char* where) {
    const auto fail = [&](const std::string& what) {
      ++failures_;
      std::fprintf(stderr, "%s%s: %s\n", std::string(row.operation).c_str(), where, what.c_str());
    };
    if (!found.wrong.empty()) fail(found.wrong.front());
    if (found.seen != stated)
      fail("stated: " + name_of(stated) + ", seen: " + name_of(found.seen) + ". " + found.example);
  }

  bool prints_rows_;
  long rows_ = 0;
  long points_ = 0;
  long failures_ = 0;
  long seen_[2][guarantee_count] = {};
};

/// Else the memory of weak references, of which a thread keeps some, would not fail and look like a leak.
void keep_no_memory() {
#if SLOTTED_KEEPS_MEMORY
  using sl_memory = slotted::detail::weak_memory;
  constexpr std::size_t bytes = sizeof(slotted::detail::weak_block);
  auto& kept = slotted::detail::memory_of_thread;
  sl_memory::free<bytes>(sl_memory::allocate<bytes>());
  while (kept.first != nullptr) ::operator delete(sl_memory::allocate<bytes>());
  kept.is_open = false;
#endif
}

}  // namespace
}  // namespace guarantees

int main(int count, char** arguments) {
  using namespace guarantees;
  std::set_terminate(say_where);
  keep_no_memory();
  played_table rows(count > 1 && std::string_view(arguments[1]) == "--rows");
  verbs(rows);
  objects(rows);
  values(rows);
  looking(rows);
  attributes(rows);
  references(rows);
  items(rows);
  return rows.finish();
}
