// The two declarations lie two levels up, on different sides.
// EXPECT: slot_declared_by_two_bases<ui::Label
// EXPECT: {"width"}
// EXPECT: ui::Box
// EXPECT: ui::Text
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace ui {

struct Box : sl::object<Box, sl::slots<sl::slot<"width", int>>> {
  using object::object;
};
struct Frame : sl::object<Frame, sl::extends<Box>, sl::slots<sl::slot<"border", int>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Text : sl::object<Text, sl::slots<sl::slot<"width", double>>> {
#else
struct Text : sl::object<Text, sl::slots<sl::slot<"points", double>>> {
#endif
  using object::object;
};
struct RichText : sl::object<RichText, sl::extends<Text>, sl::slots<sl::slot<"bold", bool>>> {
  using object::object;
};

struct Label : sl::object<Label, sl::extends<Frame, RichText>, sl::slots<>> {
  using object::object;
};

}  // namespace ui

ui::Label label;
