// A class with fields is not made from nothing.
// EXPECT: hr::Person
// EXPECT-ANYWHERE: field_without_value<hr::Person
// EXPECT-ANYWHERE: {"name"}
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
  hr::Person person;
#else
  hr::Person person{"Ada", 36};
#endif
}
