// Dynamic attributes. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <string>
#include <string_view>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

//! [dict_slot]
struct Shape : sl::object<Shape, sl::slots<sl::slot<"name", std::string>, sl::dict_slot<>>> {
  using object::object;
};
static_assert(sl::has_dict<Shape>);

void use_dict_slot() {
  Shape shape{"s"};
  setattr(shape, "colour", "red");  // no slot: a dynamic attribute
  assert(getattr<std::string>(shape, "colour") == "red");
  setattr(shape, "name", "t");  // a slot always wins
  assert(vars(shape).size() == 1);
}
//! [dict_slot]

//! [dict_slot_of]
struct Scores : sl::object<Scores, sl::slots<sl::dict_slot<int>>> {  // dynamic attributes of one type
  using object::object;
};

void use_dict_slot_of() {
  Scores scores;
  vars(scores)["ann"] += 3;
  assert(getattr<int>(scores, "ann") == 3);
}
//! [dict_slot_of]

void use_vars() {
  //! [vars]
  Shape shape{"s"};
  sl::attribute_dict<sl::value> attributes = vars(shape);  // live, as in Python; a view, as std::span is one
  attributes["weight"] = 1.5;
  attributes.try_emplace("colour", "red");
  std::string names;
  for (auto [name, value] : attributes) names += std::string(name) + ' ';
  assert(names == "weight colour ");  // in the order in which they were set
  assert(attributes.contains("weight") && attributes.erase("weight") == 1);
  assert(!hasattr(shape, "weight"));
  //! [vars]
}

void use_attribute() {
  //! [attribute]
  Scores scores;
  setattr(scores, "ann", 3);
  for (sl::attribute<int> one : vars(scores)) {  // a name, and a reference to the value
    assert(one.first == "ann");
    one.second += 1;
  }
  assert(getattr<int>(scores, "ann") == 4);
  //! [attribute]
}

void use_value() {
  //! [value]
  static_assert(sizeof(sl::value) == 16);
  sl::value v = 3;  // any copyable type, or none
  assert(v.holds<int>() && v.get<int>() == 3 && v == 3.0);
  v = "text";  // text is held as a std::string
  assert(v.type() == "std::string" && v.get_if<int>() == nullptr);
  v.reset();
  assert(!v.has_value());
  //! [value]
}

void use_attribute_key() {
  //! [attribute_key]
  const sl::attribute_key speed("speed");  // a name that remembers where it was found: for interpreters and loops
  Shape shapes[] = {Shape{"a"}, Shape{"b"}};
  for (Shape& shape : shapes) setattr(shape, speed, 1.0);
  double sum = 0;
  for (const Shape& shape : shapes) sum += getattr<double>(shape, speed);
  assert(sum == 2.0 && speed.text() == "speed");
  //! [attribute_key]
}

void use_attribute_name() {
  //! [attribute_name]
  Shape shape{"s"};
  constexpr sl::attribute_name weight = "weight"_attr;  // the compiler makes the hash of the name
  setattr(shape, weight, 1.5);
  assert(getattr<double>(shape, "weight"_attr) == 1.5);
  assert(!hasattr(shape, "wieght"_attr));  // any name compiles
  //! [attribute_name]
}

//! [class_of]
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<sl::slot<"radius", double>>> {
  using object::object;
};

void use_class_of() {
  Circle circle{"c", 2.0};
  Shape& shape = circle;
  const sl::class_info real = class_of(shape);  // what the object really is
  assert(real == "Circle" && real == class_of(circle));
  setattr(shape, "radius", 3.0);  // so its slots are reached, too
  assert(circle["radius"_slot].value() == 3.0);
}
//! [class_of]

void use_shape_count() {
  //! [shape_count]
  Scores scores[100];
  for (Scores& one : scores) setattr(one, "ann", 1);
  assert(sl::shape_count<Scores>() == 1);  // a hundred objects share one table of names
  //! [shape_count]
}

int main() {
  use_dict_slot();
  use_dict_slot_of();
  use_vars();
  use_attribute();
  use_value();
  use_attribute_key();
  use_attribute_name();
  use_class_of();
  use_shape_count();
}
