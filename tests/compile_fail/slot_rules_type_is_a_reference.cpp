// A reference cannot be unset, rebound or assigned; a pointer says what is meant.
// EXPECT: slot_type_is_a_reference_use_a_pointer_or_reference_wrapper<ui::Button
// EXPECT: {"parent"}
// EXPECT: ui::Window
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace ui {

struct Window {};

struct Button : sl::object<Button, sl::slots<sl::slot<"text", std::string>,
#ifdef SLOTTED_BREAK
                                             sl::field<"parent", Window&>>> {
#else
                                             sl::field<"parent", Window*>>> {
#endif
  using object::object;
};

}  // namespace ui

ui::Button* button;
