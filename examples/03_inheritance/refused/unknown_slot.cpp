// A name that is no slot of the class or of one of its bases, wherever it is used.
// EXPECT: no_such_slot<Shape
// EXPECT: "strok"
#include "../element.hpp"

#ifdef SLOTTED_BREAK
bool is_outlined(const Shape& shape) { return shape["strok"_slot].has_value(); }
#else
bool is_outlined(const Shape& shape) { return shape["stroke"_slot].has_value(); }
#endif
