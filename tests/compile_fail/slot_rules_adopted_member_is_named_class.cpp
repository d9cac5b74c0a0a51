// Names with a meaning of their own are not adopted either.
// EXPECT: slot_name_is_reserved<Widget
// EXPECT: {"__class__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Style {
#ifdef SLOTTED_BREAK
  int __class__;
#else
  int class_;
#endif
};

struct Widget : sl::object<Widget, sl::slots<sl::fields_of<Style>>> {
  using object::object;
};

Widget widget{1};
