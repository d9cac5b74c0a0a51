// An object cannot hold an array of its own class.
// EXPECT: slot_type_is_the_class_itself_use_a_pointer<Tree
// EXPECT: {"children"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Tree : sl::object<Tree, sl::slots<sl::slot<"children", Tree[2]>>> {
#else
struct Tree : sl::object<Tree, sl::slots<sl::slot<"children", Tree* [2]>>> {
#endif
  using object::object;
};

Tree* tree;
