// A value of another type by position: the class stands in the first line (row 44).
// EXPECT: hr::Person
// EXPECT-ANYWHERE: value_does_not_convert<hr::Person
// EXPECT-ANYWHERE: {"age"}
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;
using namespace sl::literals;

namespace hr {

struct Person
    : sl::object<Person,
                 sl::slots<sl::field<"name", std::string>, sl::field<"age", int>, sl::slot<"email", std::string>>> {
  using object::object;
};

}  // namespace hr

void use() {
#ifdef SLOTTED_BREAK
  hr::Person person{"Ada", "thirty-six"};
#else
  hr::Person person{"Ada", 36};
#endif
}
