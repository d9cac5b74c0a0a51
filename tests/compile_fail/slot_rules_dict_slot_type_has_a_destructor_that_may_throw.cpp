// With a destructor that throws, delattr and assignment could not keep their promises.
// EXPECT: slot_type_has_a_destructor_that_may_throw<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Loud {
  ~Loud() noexcept(false) {}
};
struct Quiet {
  ~Quiet() noexcept {}
};

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Loud>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Quiet>>> {
#endif
  using object::object;
};

Package package;
