// Two bases, each with a weakref slot: an object has one (row 164).
// EXPECT: weakref_slot_brought_by_two_bases<ui::Label, ui::Box, ui::Text>
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace ui {

struct Box : sl::object<Box, sl::slots<sl::slot<"width", int>, sl::weakref_slot>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Text : sl::object<Text, sl::slots<sl::slot<"text", std::string>, sl::weakref_slot>> {
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
