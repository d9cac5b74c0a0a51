// A number is no enumerator.
// EXPECT: default_does_not_fit_slot_type<ui::Button
// EXPECT: {"colour"}
// EXPECT: ui::Colour
// EXPECT: int
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace ui {

enum class Colour { red, green };

#ifdef SLOTTED_BREAK
struct Button : sl::object<Button, sl::slots<sl::field<"colour", Colour, sl::defaults_to<1>>>> {
#else
struct Button : sl::object<Button, sl::slots<sl::field<"colour", Colour, sl::defaults_to<Colour::green>>>> {
#endif
  using object::object;
};

}  // namespace ui

ui::Button button;
