// Built with -fno-exceptions, -fno-rtti and both: the same class works, and an error without exceptions ends the
// program through the one failure handler.
#include <slotted/slotted.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <string_view>

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

constexpr int handler_was_called = 42;

bool child_ends(const Point& point, slotted::failure_handler handler, int& status) {
  const pid_t child = fork();
  if (child == 0) {
    slotted::set_failure_handler(handler);
    getattr(point, "label");
    _exit(0);
  }
  return child > 0 && waitpid(child, &status, 0) == child;
}

bool reading_unset_fails(const Point& point) {
  int status = 0;
  const bool aborted =
      child_ends(point, [](const char*) {}, status) && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
  const bool handled = child_ends(
                           point,
                           [](const char* what) {
                             const bool says_which = std::string_view(what).find("'label'") != std::string_view::npos;
                             _exit(says_which ? handler_was_called : 1);
                           },
                           status) &&
                       WIFEXITED(status) && WEXITSTATUS(status) == handler_was_called;
  return aborted && handled;
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
