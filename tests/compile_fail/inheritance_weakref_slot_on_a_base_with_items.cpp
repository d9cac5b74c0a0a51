// "__weakref__ slot disallowed: [...] __itemsize__ != 0" (row 28); one in the base itself is fine.
// EXPECT: weakref_slot_declared_on_a_base_with_items<Known, Node>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>
#ifndef SLOTTED_BREAK
                                         ,
                                         sl::weakref_slot
#endif
                                         >> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Known : sl::object<Known, sl::extends<Node>, sl::slots<sl::weakref_slot>> {
#else
struct Known : sl::object<Known, sl::extends<Node>, sl::slots<>> {
#endif
  using object::object;
};

Known known{1};
