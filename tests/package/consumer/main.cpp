#include <slotted/dump.hpp>
#include <slotted/slotted.hpp>

#include <string>

struct Point
    : slotted::object<Point, slotted::slots<slotted::field<"x", double>, slotted::slot<"label", std::string>>> {
  using object::object;
};

int main() {
  using namespace slotted::literals;
  Point point{1.0};
  setattr(point, "x", 2);
  return point["x"_slot] == 2.0 && !hasattr(point, "label") ? 0 : 1;
}
