// A plain class that is privately derived from a slotted one hides its slots, which are there all the same.
// EXPECT: base_joins_or_hides_slotted_bases_name_each_in_extends<ui::Label
// EXPECT: ui::Hidden
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace ui {

struct Box : sl::object<Box, sl::slots<sl::slot<"width", int>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Hidden : private Box {};
#else
struct Hidden {};
#endif

struct Label : sl::object<Label, sl::extends<Hidden>, sl::slots<sl::slot<"width", int>>> {
  using object::object;
};

}  // namespace ui

ui::Label* label;
