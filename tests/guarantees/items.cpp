// Objects with items.
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <list>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "guarantees/objects.hpp"

namespace guarantees {
namespace {

template <class V>
struct Row : sl::object<Row<V>, sl::slots<sl::field<"number", V>, sl::slot<"text", std::string>, sl::items<V>>> {
  using Row::object::object;
};

template <class V>
struct Rows {
  using row = Row<V>;
  V v{9};
  std::vector<V> all;
  std::list<int> numbers{1, 2, 3};
  std::unique_ptr<row> made = sl::make_with_items<row>({V(1), V(2)}, 1, long_text);
  std::unique_ptr<row> other = sl::make_with_items<row>(3, 1, long_text);

  Rows() {
    for (int i = 0; i != 4; ++i) all.emplace_back(i);
  }
  [[nodiscard]] std::string tell() const {
    std::string out = told(v, *made, *other);
    for (const auto& one : {items_of(*made), items_of(*other)})
      for (const V& item : one) guarantees::tell(out, item), out += ' ';
    for (const V& one : all) guarantees::tell(out, one), out += ' ';
    return out;
  }
  bool can_be_used() {
    for (V& item : items_of(*made)) item = V(5);
    return guarantees::can_be_used(*made) && guarantees::can_be_used(*other);
  }
};

#define VALUE std::remove_reference_t<decltype(w.v)>
#define ROW typename std::remove_reference_t<decltype(w)>::row

}  // namespace

void items(table& rows) {
  using enum guarantee;
  rows.section("Items");
  rows.row<Rows>(
      "make_with_items copies generated", "`make_with_items<C>(source, ...)`", strong, "",
      DOES(sl::make_with_items<ROW>(5, w.v, long_text)), DOES(sl::make_with_items<ROW>(w.all, 1)),
      DOES(sl::make_with_items<ROW>(w.numbers, 1)), DOES(sl::make_with_items<ROW>({VALUE(1), VALUE(2)}, w.v)),
      DOES(sl::make_with_items<ROW>(sl::copies(3, w.v), "number"_slot = w.v)),
      DOES(sl::make_with_items<ROW>(sl::generated(3, [](std::size_t i) { return VALUE(static_cast<int>(i)); }), 1)),
      DOES(sl::make_with_items<ROW>(-1, 1)));
  rows.row<Rows>("items_of", "`items_of(o)`", never, "", DOES(items_of(*w.made)));
  rows.row<Rows>("operator== operator<=>", "`o == p`, `o < p`, `std::hash<C>{}(o)`", strong, "",
                 DOES(*w.made == *w.other), DOES(*w.made == *w.made), DOES(*w.made < *w.other),
                 DOES(std::hash<ROW>{}(*w.made)));
}

}  // namespace guarantees
