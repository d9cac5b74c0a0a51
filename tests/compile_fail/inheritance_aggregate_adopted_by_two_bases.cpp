// Two bases adopt the same struct.
// EXPECT: slot_declared_by_two_bases<ui::Label
// EXPECT: {"width"}
// EXPECT: ui::Box
// EXPECT: ui::Text
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace ui {

struct Size {
  int width;
};
struct Length {
  int length;
};
struct Box : sl::object<Box, sl::slots<sl::fields_of<Size>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Text : sl::object<Text, sl::slots<sl::fields_of<Size>>> {
#else
struct Text : sl::object<Text, sl::slots<sl::fields_of<Length>>> {
#endif
  using object::object;
};

struct Label : sl::object<Label, sl::extends<Box, Text>, sl::slots<>> {
  using object::object;
};

}  // namespace ui

ui::Label label{1, 2};
