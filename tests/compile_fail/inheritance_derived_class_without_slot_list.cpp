// extends<...> without a list adds a dict slot, as in Python; `slots<>` adds nothing (row 174).
// EXPECT: class_without_slot_list_needs_a_dict_slot_which_this_version_lacks_write_slots<draw::Circle
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace draw {

struct Shape : sl::object<Shape, sl::slots<sl::field<"colour", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Circle : sl::object<Circle, sl::extends<Shape>> {
#else
struct Circle : sl::object<Circle, sl::extends<Shape>, sl::slots<>> {
#endif
  using object::object;
};

}  // namespace draw

draw::Circle* circle;
