// A slot that a base has already. Python takes it, and the object then has two, of which one can no longer be seen.
// EXPECT: slot_already_declared_by_base<Badge
// EXPECT: {"id"}, Element
#include "../element.hpp"

#ifdef SLOTTED_BREAK
struct Badge : sl::object<Badge, sl::extends<Shape>, sl::slots<sl::slot<"id", std::string>>> {
#else
struct Badge : sl::object<Badge, sl::extends<Shape>, sl::slots<sl::slot<"number", std::string>>> {
#endif
  using object::object;
  Box box() const override { return {}; }
};

Badge badge;
