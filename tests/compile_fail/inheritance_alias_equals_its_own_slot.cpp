// An alias that is no second name.
// EXPECT: slot_declared_twice<hr::Person
// EXPECT: {"age"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace hr {

#ifdef SLOTTED_BREAK
struct Person : sl::object<Person, sl::slots<sl::slot<"name", int>, sl::slot<"age", int, sl::alias<"age">>>> {
#else
struct Person : sl::object<Person, sl::slots<sl::slot<"name", int>, sl::slot<"age", int, sl::alias<"Age">>>> {
#endif
  using object::object;
};

}  // namespace hr

hr::Person* person;
