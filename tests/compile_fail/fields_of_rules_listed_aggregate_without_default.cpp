// Listed members are set behind the constructor of their class, which must do without them.
// EXPECT: aggregate_whose_members_are_listed_needs_a_default_value<hr::Employee, hr::Person>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace hr {

struct Person {
#ifdef SLOTTED_BREAK
  explicit Person(int years) : age(years) {}
#else
  explicit Person(int years = 0) : age(years) {}
#endif
  int age;
};

struct Employee : sl::object<Employee, sl::slots<sl::fields_of<Person, &Person::age>, sl::field<"salary", int>>> {
  using object::object;
};

}  // namespace hr

void use(const hr::Employee& employee) { static_cast<void>(getattr(employee, "salary")); }
