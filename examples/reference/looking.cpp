// Looking at a class. The pieces between the marks are the examples of the reference.
#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <slotted/dump.hpp>
#include <slotted/dump_svg.hpp>
#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct Shape : sl::object<Shape, sl::slots<sl::field<"id", std::int32_t>>> {
  using object::object;
};
struct Circle
    : sl::object<Circle, sl::extends<Shape>,
                 sl::slots<sl::field<"radius", double, sl::doc<"in metres">>, sl::slot<"colour", std::string>>> {
  using object::object;
};

void use_descriptor() {
  //! [descriptor]
  // An empty constant that stands for the slot.
  constexpr sl::slot_descriptor radius = sl::descriptor<Circle, "radius">;
  static_assert(radius.name == "radius" && radius.doc == "in metres" && radius.qualname == "Circle.radius");
  static_assert(radius.offset % alignof(double) == 0 && radius.size == sizeof(double) && radius.index == 1);
  static_assert(!radius.may_be_unset && !radius.inherited);

  Circle circle{1, 2.0};
  radius.set(circle, 3.0);
  assert(radius.get(circle) == 3.0 && radius.has(circle));
  std::vector<Circle> circles{Circle{1, 2.0}, Circle{2, 1.0}};
  std::ranges::sort(circles, {}, radius);  // as a projection
  assert(circles[0]["id"_slot] == 2);
  //! [descriptor]
}

void use_for_each_slot() {
  //! [for_each_slot]
  std::string names;
  sl::for_each_slot<Circle>([&](auto slot) { names += std::string(slot.name) + (slot.may_be_unset ? "? " : " "); });
  assert(names == "id radius colour? ");
  //! [for_each_slot]
}

//! [names]
static_assert(sl::slot_count<Circle> == 3);
static_assert(sl::slot_names<Circle> == std::array<std::string_view, 3>{"id", "radius", "colour"});
static_assert(sl::own_slot_names<Circle> == std::array<std::string_view, 2>{"radius", "colour"});
static_assert(sl::class_name<Circle> == "Circle");
static_assert(!sl::has_dict<Circle> && !sl::has_weakref<Circle>);
//! [names]

//! [type_name]
static_assert(sl::type_name<std::string> == "std::string");
static_assert(sl::type_name<Circle> == "Circle");
//! [type_name]

void use_members() {
  //! [members]
  // A table of plain structs: whoever writes a binding to another language needs no templates.
  for (const sl::member& m : sl::members<Circle>)
    std::cout << m.name << ": " << m.type_name << " at byte " << m.offset << ", " << m.size << " bytes\n";

  constexpr sl::member radius = sl::members<Circle>[1];
  static_assert(radius.kind == sl::value_kind::f64 && radius.doc == "in metres");
  static_assert((radius.flags & sl::member::is_field) != 0 && (radius.flags & sl::member::is_inherited) == 0);
  const Circle circle{1, 2.5};
  const auto* bytes = reinterpret_cast<const unsigned char*>(&circle);
  assert(*reinterpret_cast<const double*>(bytes + radius.offset) == 2.5);
  const sl::member& colour = sl::members<Circle>[2];  // a slot that may be unset: its bit says so
  assert((bytes[colour.presence_offset] & colour.presence_mask) == 0);
  //! [members]
}

//! [layout_of]
static_assert(sl::layout_of<Circle>.size == sizeof(Circle));
static_assert(sl::layout_of<Circle>.alignment == alignof(Circle));
static_assert(sl::layout_of<Circle>.data_size <= sizeof(Circle));               // before the tail padding
static_assert(sl::layout_of<Circle>.dict_offset == sl::class_layout<3>::none);  // no dict slot
static_assert(sl::layout_of<Circle>.memory_order[0].name == "id");
//! [layout_of]

//! [is_exact]
struct Cached : sl::object<Cached, sl::extends<Shape>, sl::slots<>> {
  using object::object;
  double area = 0;  // a plain member
};
static_assert(sl::is_exact<Circle> && !sl::is_exact<Cached>);
//! [is_exact]

void use_footprint() {
  //! [footprint]
  const Circle circle{1, 2.0};
  assert(footprint(circle) == sizeof(Circle));  // no dict slot: nothing on the heap
  //! [footprint]
}

void use_dump() {
  //! [dump]
  std::ostringstream out;
  sl::dump<Circle>(out);  // a table for people: one line for each slot, its bits, and the holes
  assert(out.str() == sl::layout_text<Circle>());
  assert(out.str().find("radius") != std::string::npos);
  //! [dump]
}

void use_dump_svg() {
  //! [dump_svg]
  std::ostringstream out;
  sl::dump_svg<Circle>(out);  // a picture for a browser: bytes, holes, presence bits, cache lines
  assert(out.str() == sl::layout_svg<Circle>());
  assert(out.str().starts_with("<"));
  //! [dump_svg]
}

int main() {
  use_descriptor();
  use_for_each_slot();
  use_members();
  use_footprint();
  use_dump();
  use_dump_svg();
}
