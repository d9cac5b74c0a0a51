// Two structs with a member of one name: C++ would call `o.width` ambiguous.
// EXPECT: slot_declared_twice<ui::Label
// EXPECT: {"width"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace ui {

struct Box {
  int width, height;
};
struct Text {
#ifdef SLOTTED_BREAK
  int length, width;
#else
  int length, columns;
#endif
};

struct Label : sl::object<Label, sl::slots<sl::fields_of<Box>, sl::fields_of<Text>>> {
  using object::object;
};

}  // namespace ui

ui::Label label{1, 2, 3, 4};
