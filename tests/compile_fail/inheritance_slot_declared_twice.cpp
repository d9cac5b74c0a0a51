// The same name twice in one list. Python wastes a pointer (row 12).
// EXPECT: slot_declared_twice<hr::Person
// EXPECT: {"age"}
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace hr {

struct Person : sl::object<Person, sl::slots<sl::field<"name", std::string>, sl::field<"age", int>,
#ifdef SLOTTED_BREAK
                                             sl::slot<"age", double>>> {
#else
                                             sl::slot<"height", double>>> {
#endif
  using object::object;
};

}  // namespace hr

hr::Person person{"Ada", 36};
