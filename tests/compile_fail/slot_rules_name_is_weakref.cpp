// Python spells the weakref slot as a plain name; here it is an item of its own.
// EXPECT: slot_name_is_reserved_write_weakref_slot<Widget
// EXPECT: {"__weakref__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Widget : sl::object<Widget, sl::slots<sl::field<"id", int>, sl::slot<"__weakref__", void*>>> {
#else
struct Widget : sl::object<Widget, sl::slots<sl::field<"id", int>, sl::slot<"weakref", void*>>> {
#endif
  using object::object;
};

Widget widget{1};
