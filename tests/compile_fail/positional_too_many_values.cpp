// More values than slots (row 86).
// EXPECT: hr::Person
// EXPECT-ANYWHERE: too_many_values<hr::Person
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
  hr::Person person{"Ada", 36, "ada@example.org", 4};
#else
  hr::Person person{"Ada", 36, "ada@example.org"};
#endif
}
