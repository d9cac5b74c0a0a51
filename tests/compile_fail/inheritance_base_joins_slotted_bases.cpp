// A plain class over two slotted ones has no slots to speak of, but their slots are there.
// EXPECT: base_joins_or_hides_slotted_bases_name_each_in_extends<ui::Label
// EXPECT: ui::TextBox
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace ui {

struct Box : sl::object<Box, sl::slots<sl::slot<"width", int>>> {
  using object::object;
};
struct Text : sl::object<Text, sl::slots<sl::slot<"text", int>>> {
  using object::object;
};
struct TextBox : Box, Text {};

#ifdef SLOTTED_BREAK
struct Label : sl::object<Label, sl::extends<TextBox>, sl::slots<sl::slot<"width", int>>> {
#else
struct Label : sl::object<Label, sl::extends<Box, Text>, sl::slots<sl::slot<"height", int>>> {
#endif
  using object::object;
};

}  // namespace ui

ui::Label* label;
