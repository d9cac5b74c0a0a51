// An item is made and moved as one value, which an array is not.
// EXPECT: items_are_arrays_use_std_array<Node, int
#include <slotted/slotted.hpp>

#include <array>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Node : sl::object<Node, sl::slots<sl::items<int[2]>>> {
#else
struct Node : sl::object<Node, sl::slots<sl::items<std::array<int, 2>>>> {
#endif
  using object::object;
};

Node node;
