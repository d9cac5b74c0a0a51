// A field needs a value: the class stands in the first line, the field in the notes, so that constructibility can be
// asked.
// EXPECT: hr::Person
// EXPECT-ANYWHERE: field_without_value<hr::Person
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
  hr::Person person{"name"_slot = "Ada"};
#else
  hr::Person person{"name"_slot = "Ada", "age"_slot = 36};
#endif
}
