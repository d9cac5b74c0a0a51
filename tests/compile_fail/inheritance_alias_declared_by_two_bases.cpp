// The alias of one base is a slot of the other.
// EXPECT: slot_declared_by_two_bases<ui::Label
// EXPECT: {"width"}
// EXPECT: ui::Box
// EXPECT: ui::Text
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace ui {

#ifdef SLOTTED_BREAK
struct Box : sl::object<Box, sl::slots<sl::slot<"extent", int, sl::alias<"width">>>> {
#else
struct Box : sl::object<Box, sl::slots<sl::slot<"extent", int, sl::alias<"box-width">>>> {
#endif
  using object::object;
};
struct Text : sl::object<Text, sl::slots<sl::slot<"width", double>>> {
  using object::object;
};

struct Label : sl::object<Label, sl::extends<Box, Text>, sl::slots<>> {
  using object::object;
};

}  // namespace ui

ui::Label label;
