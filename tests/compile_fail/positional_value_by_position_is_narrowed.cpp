// A fraction for an integer is refused, in braces and in parentheses.
// EXPECT: hr::Person
// EXPECT-ANYWHERE: value_does_not_convert<hr::Person
// EXPECT-ANYWHERE: {"age"}
// EXPECT-ANYWHERE: double
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
  hr::Person person("Ada", 36.5);
#else
  hr::Person person("Ada", 36);
#endif
}
