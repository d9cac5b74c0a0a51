// A class without a list gets a weakref slot where its base has only a dict slot.
// EXPECT: weakref_slot_brought_by_two_bases<ui::Label, ui::Box, ui::Heading>
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace ui {

struct Box : sl::object<Box, sl::slots<sl::slot<"width", int>, sl::unsynchronized_weakref_slot>> {
  using object::object;
};
struct Open : sl::object<Open, sl::slots<sl::dict_slot<>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Text : sl::object<Text, sl::extends<Open>> {
#else
struct Text : sl::object<Text, sl::extends<Open>, sl::slots<>> {
#endif
  using object::object;
};
struct Heading : sl::object<Heading, sl::extends<Text>, sl::slots<sl::slot<"level", int>>> {
  using object::object;
};

struct Label : sl::object<Label, sl::extends<Box, Heading>> {
  using object::object;
};

}  // namespace ui

ui::Label label;
