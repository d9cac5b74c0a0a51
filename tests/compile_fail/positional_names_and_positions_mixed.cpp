// Either by name or by position.
// EXPECT: hr::Person
// EXPECT-ANYWHERE: values_by_name_and_by_position_in_one_call<hr::Person
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
  hr::Person person{"Ada", "age"_slot = 36};
#else
  hr::Person person{"name"_slot = "Ada", "age"_slot = 36};
#endif
}
