// Private members are nobody's fields: the public ones are listed.
// EXPECT: class_is_no_aggregate_list_its_members<hr::Employee, hr::Person>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace hr {

class Person {
 public:
  int age = 0;
  [[nodiscard]] int secret() const { return secret_; }

 private:
  int secret_ = 0;
};

#ifdef SLOTTED_BREAK
struct Employee : sl::object<Employee, sl::slots<sl::fields_of<Person>, sl::field<"salary", int>>> {
#else
struct Employee : sl::object<Employee, sl::slots<sl::fields_of<Person, &Person::age>, sl::field<"salary", int>>> {
#endif
  using object::object;
};

}  // namespace hr

hr::Employee employee{"age"_slot = 36, "salary"_slot = 1};
