// One name, two values.
// EXPECT: slot_given_twice<hr::Person
// EXPECT: {"age"}
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
  hr::Person person{"name"_slot = "Ada", "age"_slot = 36, "age"_slot = 37};
#else
  hr::Person person{"name"_slot = "Ada", "age"_slot = 36, "email"_slot = "ada@example.org"};
#endif
}
