// What is known of a class, as text and as numbers, and the errors themselves.
#include <slotted/dump.hpp>
#include <slotted/dump_svg.hpp>
#include <slotted/lay_out.hpp>
#include <slotted/slotted.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "guarantees/objects.hpp"

namespace guarantees {
namespace {

struct Pixel : sl::object<Pixel, sl::slots<sl::field<"x", int>, sl::slot<"y", double>>> {
  using object::object;
};
inline constexpr sl::extent extents[] = {{1, 1}, {8, 8}, {4, 4}};

template <class V>
struct Classes {
  Shape<V> s{V(1), V(3), V(5)};
  fixed_stream out;
  std::vector<sl::layout_item> columns{{1, 1}, {8, 8}, {1, 1, true}};
  std::vector<sl::layout_item> wrong{{1, 3}};
  sl::attribute_error error{long_text, "C", "x"};
  sl::attribute_error other{long_text, "D", "y"};

  [[nodiscard]] std::string tell() const { return told(s, out.str(), std::string(error.name())); }
  bool can_be_used() { return guarantees::can_be_used(s); }
};

}  // namespace

void looking(table& rows) {
  using enum guarantee;
  rows.section("Looking at a class");
  rows.row<Classes>("for_each_slot", "`for_each_slot<C>(f)`", strong, "Itself it throws nothing: what `f` does counts.",
                    DOES(sl::for_each_slot<Pixel>([](auto slot) { return std::string(slot.name) + long_text; })));
  rows.row<Classes>("footprint class_of class_info shape_count", "`footprint(o)`, `class_of(o)`, `shape_count<C>()`",
                    never, "", DOES(footprint(w.s)), DOES(class_of(w.s)), DOES(class_of(w.s) == class_of(w.s)),
                    DOES(sl::shape_count<std::remove_reference_t<decltype(w.s)>>()));
  rows.row<Classes>("layout_text layout_svg", "`layout_text<C>()`, `layout_svg<C>()`", strong, "",
                    DOES(sl::layout_text<Pixel>()), DOES(sl::layout_svg<Pixel>()));
  rows.row<Classes>("dump dump_svg", "`dump<C>(out)`, `dump_svg<C>(out)`", strong,
                    "The text is made before it is written.", DOES(sl::dump<Pixel>(w.out)),
                    DOES(sl::dump_svg<Pixel>(w.out)));
  rows.row<Classes>("arrange arrangement extent", "`arrange<N>(...)`", never, "", DOES(sl::arrange<3>(extents, 3)));
  rows.row<Classes>("lay_out item_layout item_place layout_item layout_base", "`lay_out(...)`", strong, "",
                    DOES(sl::lay_out(w.columns)), DOES(sl::lay_out(w.wrong)),
                    DOES(sl::lay_out(sl::declared_order{}, w.columns)));

  rows.section("Errors");
  rows.row<Classes>("error_base attribute_error type_error reference_error", "copies of an error", never, "",
                    DOES(sl::attribute_error(w.error)), DOES(w.other = w.error), DOES(w.error.name()),
                    DOES(w.error.class_name()));
  rows.row<Classes>("set_failure_handler failure_handler set_unraisable_handler unraisable_handler",
                    "`set_failure_handler(f)`, `set_unraisable_handler(f)`", never, "",
                    DOES(sl::set_failure_handler(nullptr)), DOES(sl::set_unraisable_handler(nullptr)));
}

}  // namespace guarantees
