// An integer is no enumerator.
// EXPECT: value_does_not_fit_slot<ui::Button
// EXPECT: {"colour"}
// EXPECT: ui::Colour
// EXPECT: int
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace ui {

enum class Colour { red, green };

struct Button : sl::object<Button, sl::slots<sl::field<"colour", Colour>>> {
  using object::object;
};

}  // namespace ui

void use() {
  ui::Button button{ui::Colour::red};
#ifdef SLOTTED_BREAK
  setattr(button, "colour"_slot, 1);
#else
  setattr(button, "colour"_slot, ui::Colour{1});
#endif
}
