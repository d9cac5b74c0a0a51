// A scoped enumerator is no integer and no other enumerator.
// EXPECT: value_does_not_fit_slot<ui::Button
// EXPECT: {"colour"}
// EXPECT: ui::Colour
// EXPECT: ui::Size
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace ui {

enum class Colour { red, green };
enum class Size { small, large };

struct Button : sl::object<Button, sl::slots<sl::slot<"colour", Colour>>> {
  using object::object;
};

}  // namespace ui

void use() {
  ui::Button button;
#ifdef SLOTTED_BREAK
  setattr(button, "colour"_slot, ui::Size::small);
#else
  setattr(button, "colour"_slot, ui::Colour::red);
#endif
}
