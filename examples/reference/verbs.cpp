// How an object is used. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", double>, sl::field<"y", double>, sl::slot<"label", std::string>>> {
  using object::object;
};

void use_getattr() {
  //! [getattr]
  Point p{1.0, 2.0};
  getattr(p, "x"_slot) += 1.0;  // a name in the source: double&
  const std::string name = "x";
  assert(getattr<double>(p, name) == 2.0);             // a name that comes at run time, and the type that is meant
  assert(getattr(p, name) == 2);                       // ... or a reference that knows its type
  assert(getattr(p, "label"_slot, "none") == "none");  // unset: the fallback, and no exception
  assert(getattr(p, "weight", 0.5) == 0.5);            // so with a name that is unknown
  //! [getattr]
}

void use_setattr() {
  //! [setattr]
  Point p{1.0, 2.0};
  setattr(p, "label"_slot, "home");
  setattr(p, "x", 3);  // an integer becomes a double
  try {
    setattr(p, "y", "two");
  } catch (const sl::type_error&) {
    assert(p["y"_slot] == 2.0);  // nothing was changed
  }
  //! [setattr]
}

void use_hasattr() {
  //! [hasattr]
  const Point p{1.0, 2.0};
  assert(hasattr(p, "x"_slot) && !hasattr(p, "label"_slot));
  assert(!hasattr(p, "lable"));  // at run time any text may be asked for; "lable"_slot would not compile
  //! [hasattr]
}

void use_delattr() {
  //! [delattr]
  Point p{1.0, 2.0, "home"};
  delattr(p, "label"_slot);
  try {
    delattr(p, "label");
  } catch (const sl::attribute_error& error) {  // it is unset already; a field can never be deleted
    assert(error.name() == "label");
  }
  //! [delattr]
}

void use_find_attr() {
  //! [find_attr]
  Point p{1.0, 2.0};
  if (double* x = find_attr<double>(p, "x")) *x = 4.0;  // never throws
  assert(p["x"_slot] == 4.0);
  assert(find_attr<int>(p, "x") == nullptr);      // no int
  assert(find_attr(p, "label"_slot) == nullptr);  // unset
  //! [find_attr]
}

void use_with_slot() {
  //! [with_slot]
  Point p{1.0, 2.0};
  std::string_view type;
  const bool known = sl::with_slot<Point>("label", [&](auto slot) {  // a descriptor: the type is known here
    type = sl::type_name<typename decltype(slot)::value_type>;
    if (!slot.has(p)) slot.set(p, typename decltype(slot)::value_type{});
  });
  assert(known && type == "std::string" && p["label"_slot].value().empty());
  //! [with_slot]
}

void use_resolve() {
  //! [resolve]
  const sl::slot_key<Point> key = sl::resolve<Point>("y");  // once
  assert(key && key.index() == 1);
  const Point points[] = {{1.0, 2.0}, {3.0, 4.0}};
  double sum = 0;
  for (const Point& p : points) sum += getattr<double>(p, key);  // as cheap as an index
  assert(sum == 6.0);
  assert(!sl::resolve<Point>("z"));
  //! [resolve]
}

void use_attribute_ref() {
  //! [attribute_ref]
  Point p{1.0, 2.0};
  const sl::attribute_ref<Point> x = getattr(p, "x");
  assert(x.name() == "x" && x.type() == "double" && x.holds<double>());
  x.get<double>() += 1.0;
  assert(x == 2);  // numbers compare as numbers
  assert(x.get_if<int>() == nullptr);
  std::ostringstream out;
  out << x;  // prints as its own type does
  assert(out.str() == "2");
  setattr(p, "y", x);  // and can be stored in another slot
  assert(p["y"_slot] == 2.0);
  //! [attribute_ref]
}

void use_slot_handle() {
  //! [slot_handle]
  Point p{1.0, 2.0};
  p["label"_slot] = "home";  // p["label"_slot] is a slot_handle; this sets the slot
  assert(p["label"_slot].has_value());
  assert(p["label"_slot]->size() == 4);           // checked: attribute_error where it is unset
  assert(p["label"_slot].unchecked() == "home");  // not checked
  p["label"_slot].emplace(3u, 'x');
  p["label"_slot].reset();
  assert(p["label"_slot].value_or("none") == "none");
  //! [slot_handle]
}

void use_has_all() {
  //! [has_all]
  Point p{1.0, 2.0};
  assert(!has_all(p, "x"_slot, "label"_slot));
  p["label"_slot] = "home";
  assert(has_all(p, "x"_slot, "label"_slot));  // one mask test
  //! [has_all]
}

void use_for_each_attr() {
  //! [for_each_attr]
  const Point p{1.0, 2.0};
  std::ostringstream out;
  for_each_attr(p, [&](std::string_view name, const auto& value) { out << name << '=' << value << ' '; });
  assert(out.str() == "x=1 y=2 ");  // what is unset is left out
  //! [for_each_attr]
}

int main() {
  use_getattr();
  use_setattr();
  use_hasattr();
  use_delattr();
  use_find_attr();
  use_with_slot();
  use_resolve();
  use_attribute_ref();
  use_slot_handle();
  use_has_all();
  use_for_each_attr();
}
