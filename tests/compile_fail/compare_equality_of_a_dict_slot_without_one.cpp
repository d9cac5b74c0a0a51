// Dynamic attributes are equal where their type has ==.
// EXPECT: dict_slot_does_not_allow<Package, Opaque, slotted::
// EXPECT: equality>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Opaque {};

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::slot<"name", int>, sl::dict_slot<Opaque>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::slot<"name", int>, sl::dict_slot<int>>> {
#endif
  using object::object;
};

bool use(const Package& a, const Package& b) { return a == b; }
