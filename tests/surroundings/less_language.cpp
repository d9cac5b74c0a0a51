// Built with -fno-exceptions, -fno-rtti and both: the same class works, and an error without exceptions ends the
// program through the one failure handler.
#include <slotted/slotted.hpp>

#include <unistd.h>

#include <string>
#include <string_view>

#include "support/child.hpp"

namespace {

struct Point
    : slotted::object<Point, slotted::slots<slotted::field<"x", double>, slotted::slot<"label", std::string>>> {
  using object::object;
};

int failures = 0;

void expect(bool holds) { failures += holds ? 0 : 1; }

#if defined(__cpp_exceptions)

bool reading_unset_fails(const Point& point) {
  try {
    getattr(point, "label");
  } catch (const slotted::attribute_error& error) {
    return error.name() == "label";
  }
  return false;
}

#else

support::end_of_child read_unset(const Point& point, slotted::failure_handler handler) {
  return support::run_in_child([&] {
    slotted::set_failure_handler(handler);
    getattr(point, "label");
  });
}

bool reading_unset_fails(const Point& point) {
  const support::end_of_child printed = read_unset(point, nullptr);  // with the handler that there is at the start
  const support::end_of_child silent = read_unset(point, [](const char*) {});
  const support::end_of_child handled = read_unset(point, [](const char* what) {
    const bool says_which = std::string_view(what).find("'label'") != std::string_view::npos;
    support::keep_line_counts();
    _exit(says_which ? 0 : 1);
  });
  return printed.aborted() && printed.text == "slotted: 'Point' object has no attribute 'label': the slot is unset\n" &&
         silent.aborted() && silent.text.empty() && handled.succeeded();
}

#endif

}  // namespace

int main() {
  using namespace slotted::literals;
  Point point{1.5};
  expect(reading_unset_fails(point));
  point["label"_slot] = "home";
  setattr(point, "x", 2);
  expect(point["x"_slot] == 2.0);
  expect(*slotted::find_attr<std::string>(point, "label") == "home");
  expect(slotted::find_attr<double>(point, "y") == nullptr);
  delattr(point, "label"_slot);
  expect(!hasattr(point, "label"));
  return failures;
}
