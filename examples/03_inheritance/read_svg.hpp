// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads a drawing from SVG: the elements that drawing.hpp has. What is wrong is reported with its line, and the rest is
// read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "drawing.hpp"
#include "from_text.hpp"
#include "quoted.hpp"

template <class Report>
class svg_reader {
 public:
  // Calls `report(line, message)` for each mistake.
  svg_reader(std::string_view text, Report report) : rest_(text), report_(std::move(report)) {}

  // Null where there is no <svg> element.
  std::unique_ptr<Drawing> read() {
    std::unique_ptr<Drawing> drawing;
    std::vector<Group*> open;  // and null for an element whose content is passed over
    std::vector<std::string_view> tags;
    Text* written = nullptr;
    while (!rest_.empty()) {
      const std::string_view content = until("<");
      if (written) getattr(*written, "content"_slot) += decoded(content);
      if (rest_.empty()) break;
      if (passed("!--", "-->") || passed("?", "?>") || passed("!", ">")) continue;
      if (rest_.starts_with('/')) {
        rest_.remove_prefix(1);
        const std::string_view tag = until(">");
        written = nullptr;
        if (tags.empty() || tag != tags.back()) {
          report("</" + std::string(tag) + "> does not end <" + std::string(tags.empty() ? "" : tags.back()) + '>');
          return drawing;
        }
        tags.pop_back();
        open.pop_back();
        continue;
      }

      const std::size_t line = line_;
      const std::string_view tag = word();
      std::vector<attribute> attributes;
      const bool is_open = read_attributes(attributes);
      Group* group = nullptr;
      std::unique_ptr<Element> made;
      if (!drawing) {
        if (tag == "svg") drawing = make_one<Drawing>(attributes);
        if (!drawing) return report_(line, "no <svg> element"), nullptr;
        group = drawing.get();
      } else if (open.empty() || open.size() == deepest) {
        report_(line, open.empty() ? "more behind the <svg> element" : "deeper than 100 levels");
        return drawing;
      } else if (open.back() && tag != "title" && tag != "desc") {
        made = make(tag, attributes);
        if (!made) report_(line, '<' + std::string(tag) + "> is not known, and left out");
        group = dynamic_cast<Group*>(made.get());
      }
      written = is_open ? dynamic_cast<Text*>(made.get()) : nullptr;
      if (made) open.back()->push_back(std::move(made));
      if (is_open) {
        tags.push_back(tag);
        open.push_back(group);
      }
    }
    if (!tags.empty()) report("the text ends inside <" + std::string(tags.back()) + '>');
    return drawing;
  }

 private:
  static constexpr std::size_t deepest = 100;
  static constexpr std::string_view blanks = " \t\r\n";

  struct attribute {
    std::size_t line;
    std::string_view name;
    std::string text;
  };

  std::unique_ptr<Element> make(std::string_view tag, const std::vector<attribute>& attributes) {
    if (tag == "g") return make_one<Group>(attributes);
    if (tag == "circle") return make_one<Circle>(attributes);
    if (tag == "ellipse") return make_one<Ellipse>(attributes);
    if (tag == "rect") return make_one<Rect>(attributes);
    if (tag == "line") return make_one<Line>(attributes);
    if (tag == "polyline") return make_one<Polyline>(attributes);
    if (tag == "polygon") return make_one<Polygon>(attributes);
    if (tag == "text") return make_one<Text>(attributes);
    return nullptr;
  }

  // An attribute becomes a value of its slot's type; one that the class does not know is kept as it is.
  template <class C>
  std::unique_ptr<C> make_one(const std::vector<attribute>& attributes) {
    auto made = std::make_unique<C>();
    for (const attribute& given : attributes) {
      try {
        const bool is_slot = sl::with_slot<C>(given.name, [&](auto slot) {
          typename decltype(slot)::value_type value{};
          from_text(given.text, value);
          slot.set(*made, std::move(value));
        });
        if (!is_slot) vars(static_cast<Element&>(*made))[given.name] = given.text;
      } catch (const wrong_text& wrong) {
        report_(given.line, std::string(given.name) + ": " + wrong.what);
      }
    }
    return made;
  }

  // Up to the end of the tag; whether content follows.
  bool read_attributes(std::vector<attribute>& attributes) {
    while (true) {
      skip(rest_.find_first_not_of(blanks));
      if (rest_.empty() || passed("/>", "")) return false;
      if (passed(">", "")) return true;
      const std::string_view name = word();
      const char quote = rest_.size() > 1 && rest_[0] == '=' ? rest_[1] : '\0';
      if (name.empty() || (quote != '"' && quote != '\'')) {
        report("no attribute='value' at " + ::quoted(name.empty() ? rest_.substr(0, 10) : name));
        until(">");
        return true;
      }
      rest_.remove_prefix(2);
      const std::size_t line = line_;
      const std::string_view value = until(std::string_view(&quote, 1));
      if (std::ranges::find(attributes, name, &attribute::name) != attributes.end())
        report_(line, "second attribute " + ::quoted(name) + ", the first one stands");
      else
        attributes.push_back({line, name, decoded(value)});
    }
  }

  void report(const std::string& what) { report_(line_, what); }

  void skip(std::size_t count) {
    const std::string_view skipped = rest_.substr(0, count);
    line_ += static_cast<std::size_t>(std::ranges::count(skipped, '\n'));
    rest_.remove_prefix(skipped.size());
  }
  std::string_view until(std::string_view end) {
    const std::string_view before = rest_.substr(0, rest_.find(end));
    skip(before.size());
    skip(end.size());
    return before;
  }
  bool passed(std::string_view begin, std::string_view end) {
    if (!rest_.starts_with(begin)) return false;
    skip(begin.size());
    if (!end.empty()) until(end);
    return true;
  }
  std::string_view word() {
    const std::string_view found = rest_.substr(0, rest_.find_first_of(" \t\r\n/>="));
    rest_.remove_prefix(found.size());
    return found;
  }

  static std::string decoded(std::string_view text) {
    static constexpr std::pair<std::string_view, char> entities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}};
    std::string out;
    while (!text.empty()) {
      const auto* const found =
          std::ranges::find_if(entities, [text](const auto& entity) { return text.starts_with(entity.first); });
      const bool is_entity = found != std::end(entities);
      out += is_entity ? found->second : text.front();
      text.remove_prefix(is_entity ? found->first.size() : 1);
    }
    return out;
  }

  std::string_view rest_;
  Report report_;
  std::size_t line_ = 1;
};
