// Two bases, each with a dict slot: an object has one (row 163, row 164).
// EXPECT: dict_slot_brought_by_two_bases<ui::Label, ui::Box, ui::Text>
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace ui {

struct Box : sl::object<Box, sl::slots<sl::slot<"width", int>, sl::dict_slot<>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Text : sl::object<Text, sl::slots<sl::slot<"text", std::string>, sl::dict_slot<>>> {
#else
struct Text : sl::object<Text, sl::slots<sl::slot<"text", std::string>>> {
#endif
  using object::object;
};

struct Label : sl::object<Label, sl::extends<Box, Text>, sl::slots<>> {
  using object::object;
};

}  // namespace ui

ui::Label label;
