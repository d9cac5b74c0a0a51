// A class without a list brings a dict slot, too; the bases between are told as they are named in extends<...>.
// EXPECT: dict_slot_brought_by_two_bases<ui::Label, ui::Box, ui::Heading>
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace ui {

struct Box : sl::object<Box> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Text : sl::object<Text> {
#else
struct Text : sl::object<Text, sl::slots<>> {
#endif
  using object::object;
};
struct Heading : sl::object<Heading, sl::extends<Text>, sl::slots<sl::slot<"level", int>>> {
  using object::object;
};
struct Mixin : sl::object<Mixin, sl::slots<>> {
  using object::object;
};

struct Label : sl::object<Label, sl::extends<Mixin, Box, Heading>> {
  using object::object;
};

}  // namespace ui

ui::Label label;
