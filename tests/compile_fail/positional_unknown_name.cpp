// A name in a constructor call that no slot has (row 76).
// EXPECT: no_such_slot<hr::Person
// EXPECT: {"mail"}
// EXPECT: known_slots
// EXPECT: {"email"}
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
  hr::Person person{"name"_slot = "Ada", "age"_slot = 36, "mail"_slot = "ada@example.org"};
#else
  hr::Person person{"name"_slot = "Ada", "age"_slot = 36, "email"_slot = "ada@example.org"};
#endif
}
