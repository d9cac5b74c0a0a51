// Trailing arguments may be left out for slots and where there is a default, not for a field.
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
  hr::Person person{"Ada"};
#else
  hr::Person person{"Ada", 36};
#endif
}
