// A count is never negative.
// EXPECT: items_are_counted_by_what_is_no_unsigned_integer<Node, int>
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<char, int>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<char, unsigned>>> {
#endif
  using object::object;
};

Node node;
