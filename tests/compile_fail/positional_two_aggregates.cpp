// A call gives one aggregate; the members of another have names.
// EXPECT: ui::Label
// EXPECT-ANYWHERE: value_does_not_convert<ui::Label
// EXPECT-ANYWHERE: {"width"}
// EXPECT-ANYWHERE: ui::Box
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace ui {

struct Box {
  int width, height;
};
struct Text {
  int length, columns;
};
struct Label : sl::object<Label, sl::slots<sl::fields_of<Box>, sl::fields_of<Text>>> {
  using object::object;
};

}  // namespace ui

void use(const ui::Box& box, const ui::Text& text) {
#ifdef SLOTTED_BREAK
  ui::Label label(box, text);
#else
  ui::Label label(box, "length"_slot = text.length, "columns"_slot = text.columns);
#endif
}
