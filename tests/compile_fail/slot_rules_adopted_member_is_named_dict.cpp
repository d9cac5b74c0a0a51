// A member `__dict__` is no dict slot.
// EXPECT: slot_name_is_reserved_write_dict_slot<Widget
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Style {
  int colour;
#ifdef SLOTTED_BREAK
  int __dict__;
#else
  int dict;
#endif
};

struct Widget : sl::object<Widget, sl::slots<sl::fields_of<Style>>> {
  using object::object;
};

Widget widget{1, 2};
