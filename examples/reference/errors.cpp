// Errors at run time. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct Point
    : sl::object<Point, sl::slots<sl::field<"x", std::int8_t>, sl::slot<"label", std::string>, sl::weakref_slot>> {
  using object::object;
};

void use_error_base() {
  //! [error_base]
  Point p{1};
  for (const char* name : {"label", "lable"}) {
    try {
      getattr(p, name);
    } catch (const sl::error_base& error) {  // all errors of the library
      assert(error.class_name() == "Point" && error.name() == name);
    }
  }
  //! [error_base]
}

void use_attribute_error() {
  //! [attribute_error]
  const Point p{1};
  try {
    getattr(p, "lable");
  } catch (const sl::attribute_error& error) {  // unknown, unset, readonly, or not to be deleted
    const std::string_view what = error.what();
    assert(what.starts_with("'Point' object has no attribute 'lable'"));  // CPython's own sentence; then it helps
    assert(what.ends_with("Did you mean 'label'?"));
  }
  //! [attribute_error]
}

void use_type_error() {
  //! [type_error]
  Point p{1};
  try {
    setattr(p, "x", 300);  // no std::int8_t
  } catch (const sl::type_error& error) {
    assert(error.name() == "x" && p["x"_slot] == 1);
  }
  //! [type_error]
}

void use_reference_error() {
  //! [reference_error]
  auto make = [] {
    const Point p{1};
    return sl::weak_proxy{p};
  };
  const auto proxy = make();  // the object is dead
  try {
    static_cast<void>(*proxy);
  } catch (const sl::reference_error& error) {
    assert(std::string_view(error.what()).starts_with("weakly-referenced object no longer exists"));
  }
  //! [reference_error]
}

void use_set_failure_handler() {
  //! [set_failure_handler]
  // With -fno-exceptions what would throw calls this, and aborts when it returns.
  const sl::failure_handler show = [](const char* what) { std::fprintf(stderr, "%s\n", what); };
  const sl::failure_handler before = sl::set_failure_handler(show);
  //! [set_failure_handler]
  sl::set_failure_handler(before);
}

int main() {
  use_error_base();
  use_attribute_error();
  use_type_error();
  use_reference_error();
  use_set_failure_handler();
}
