// A dict slot where a base brings one.
// EXPECT: dict_slot_already_declared_by_base<Badge, Element
#include "../element.hpp"

#ifdef SLOTTED_BREAK
struct Badge : sl::object<Badge, sl::extends<Shape>, sl::slots<sl::slot<"number", int>, sl::dict_slot<>>> {
#else
struct Badge : sl::object<Badge, sl::extends<Shape>, sl::slots<sl::slot<"number", int>>> {
#endif
  using object::object;
  Box box() const override { return {}; }
};

Badge badge;
