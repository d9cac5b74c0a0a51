// Three bits of the count are taken.
// EXPECT: items_are_counted_by_what_is_no_unsigned_integer<Node, bool>
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<char, bool>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<char, unsigned char>>> {
#endif
  using object::object;
};

Node node;
