// An object has one array of items.
// EXPECT: items_given_twice<Node
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<int>, sl::field<"id", int>, sl::items<double>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<int>, sl::field<"id", int>>> {
#endif
  using object::object;
};

Node node{1};
