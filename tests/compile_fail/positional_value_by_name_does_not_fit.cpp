// The value rule holds for named arguments (row 44).
// EXPECT: value_does_not_fit_slot<hr::Person
// EXPECT: {"age"}
// EXPECT: int
// EXPECT: char
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
  hr::Person person{"name"_slot = "Ada", "age"_slot = "36"};
#else
  hr::Person person{"name"_slot = "Ada", "age"_slot = 36};
#endif
}
