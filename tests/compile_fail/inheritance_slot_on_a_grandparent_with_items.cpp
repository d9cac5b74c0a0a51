// The class that declares the items is named, however far it is away.
// EXPECT: slot_declared_on_a_base_with_items<Named
// EXPECT: {"name"}
// EXPECT: Node>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};
struct Leaf : sl::object<Leaf, sl::extends<Node>, sl::slots<>> {
  using object::object;
};
struct Plain : Leaf {
  using Leaf::Leaf;
};
#ifdef SLOTTED_BREAK
struct Named : sl::object<Named, sl::extends<Plain>, sl::slots<sl::dict_slot<int>, sl::field<"name", int>>> {
#else
struct Named : sl::object<Named, sl::extends<Plain>, sl::slots<sl::dict_slot<int>>> {
#endif
  using object::object;
};

using all = Named;
