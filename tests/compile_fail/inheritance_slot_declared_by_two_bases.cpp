// Two bases, one name: "multiple bases have instance lay-out conflict" (row 156).
// EXPECT: slot_declared_by_two_bases<ui::Label
// EXPECT: {"width"}
// EXPECT: ui::Box
// EXPECT: ui::Text
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace ui {

struct Box : sl::object<Box, sl::slots<sl::field<"width", int>, sl::field<"height", int>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Text : sl::object<Text, sl::slots<sl::slot<"text", std::string>, sl::field<"width", int>>> {
#else
struct Text : sl::object<Text, sl::slots<sl::slot<"text", std::string>, sl::field<"columns", int>>> {
#endif
  using object::object;
};

struct Label : sl::object<Label, sl::extends<Box, Text>, sl::slots<>> {
  using object::object;
};

}  // namespace ui

ui::Label label{1, 2, "three", 4};
