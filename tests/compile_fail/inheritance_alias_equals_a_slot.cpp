// An alias is a name: it may not be that of another slot (row 62).
// EXPECT: slot_declared_twice<hr::Person
// EXPECT: {"age"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace hr {

struct Person : sl::object<Person, sl::slots<
#ifdef SLOTTED_BREAK
                                       sl::field<"years", int, sl::alias<"age">>,
#else
                                       sl::field<"years", int, sl::alias<"Age">>,
#endif
                                       sl::field<"age", int>>> {
  using object::object;
};

}  // namespace hr

hr::Person person{36, 36};
