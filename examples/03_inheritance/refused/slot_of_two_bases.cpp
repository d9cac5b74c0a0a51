// Two bases with a slot of the same name: which one would `"fill"_slot` be?
// EXPECT: slot_declared_by_two_bases<Glass
// EXPECT: {"fill"}, Painted, Tank
#include "../element.hpp"

#ifdef SLOTTED_BREAK
struct Tank : sl::object<Tank, sl::slots<sl::slot<"fill", double, sl::doc<"litres">>>> {
#else
struct Tank : sl::object<Tank, sl::slots<sl::slot<"content", double, sl::doc<"litres">>>> {
#endif
  using object::object;
};

struct Glass : sl::object<Glass, sl::extends<Painted, Tank>, sl::slots<>> {
  using object::object;
};

Glass glass;
