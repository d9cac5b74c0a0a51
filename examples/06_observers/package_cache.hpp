// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Package records by name, parsed when somebody asks. The cache owns none of them: a record belongs to the one who
// asked first, and all who ask while that one keeps it get the same. When it is gone, it is parsed again.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <slotted/weak_value_map.hpp>

#include "package.hpp"

// Each record's name, and its lines in the text of a file.
class package_index {
 public:
  explicit package_index(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = deb822::trimmed(text.substr(at, end - at));
      at = end + 1;
      if (line.empty()) begin = at;
      constexpr std::string_view field = "Package:";
      if (!line.starts_with(field)) continue;
      const std::string name(deb822::trimmed(line.substr(field.size())));
      if (records_.emplace(name, text.substr(begin)).second) names_.push_back(name);  // the reader finds its end
    }
  }

  const std::vector<std::string>& names() const { return names_; }
  std::string_view text_of(const std::string& name) const { return records_.at(name); }

 private:
  std::map<std::string, std::string_view> records_;
  std::vector<std::string> names_;
};

class package_cache {
 public:
  // Records that somebody keeps.
  using kept_records = std::vector<std::unique_ptr<Package>>;

  explicit package_cache(const package_index& index) : index_(index) {}

  // Calls f(record). If nobody has the record it is parsed and goes to `keep`; else it stays with its owner, and the
  // guard lets it neither die nor move until f is through: an owner who drops it waits.
  template <class F>
  void ask(const std::string& name, kept_records& keep, F f) {
    std::unique_lock lock(
        mutex_);  // a weak_value_map is as safe between threads as a std::map; the records need no lock
    if (const auto guard = known_.lock(name)) {
      lock.unlock();
      ++found_;
      f(*guard);
      return;
    }
    keep.push_back(parse_package(index_.text_of(name)));
    const Package& package = *keep.back();
    known_.insert_or_assign(name, package);
    lock.unlock();
    ++parsed_;
    f(package);
  }

  std::size_t parsed() const { return parsed_; }
  std::size_t found() const { return found_; }

 private:
  const package_index& index_;
  std::mutex mutex_;
  sl::weak_value_map<std::string, const Package> known_;
  std::atomic<std::size_t> parsed_ = 0, found_ = 0;
};
