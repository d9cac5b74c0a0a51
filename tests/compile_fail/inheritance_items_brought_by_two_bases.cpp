// Two bases have items: there is one end of an object.
// EXPECT: items_brought_by_two_bases<Both, Node, Text
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Node : sl::object<Node, sl::slots<sl::field<"id", int>, sl::items<int>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Text : sl::object<Text, sl::slots<sl::items<char>>> {
#else
struct Text : sl::object<Text, sl::slots<>> {
#endif
  using object::object;
};
struct Both : sl::object<Both, sl::extends<Node, Text>, sl::slots<>> {
  using object::object;
};

Both both{1};
