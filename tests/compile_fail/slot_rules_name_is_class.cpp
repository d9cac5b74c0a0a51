// Python lets a slot hide the class of the object (row 22); names with a meaning of their own are reserved (row 18).
// EXPECT: slot_name_is_reserved<Widget
// EXPECT: {"__class__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Widget : sl::object<Widget, sl::slots<sl::field<"__class__", int>>> {
#else
struct Widget : sl::object<Widget, sl::slots<sl::field<"class", int>>> {
#endif
  using object::object;
};

Widget widget{1};
