// Objects as text. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <sstream>
#include <string>
#include <vector>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"label", std::string>>> {
  using object::object;
};

void use_repr() {
  //! [repr]
  assert(sl::repr(Point{1.0}) == "Point(x=1.0, label=<unset>)");
  assert(sl::repr(Point{1.0, "home"}) == "Point(x=1.0, label='home')");  // texts as Python's repr writes them
  //! [repr]
}

void use_stream() {
  //! [operator<<]
  std::ostringstream out;
  out << Point{1.0};  // and std::format("{}", point), where the library has <format>
  assert(out.str() == "Point(x=1.0, label=<unset>)");
  //! [operator<<]
}

int main() {
  use_repr();
  use_stream();
}
