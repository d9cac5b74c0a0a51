// Python's callback gets the reference, which is dead; here it gets nothing (row 124).
// EXPECT: callback_of_weak_reference_must_be_called_without_arguments<geo::Point
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::slot<"x", double>, sl::weakref_slot>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void gone(const sl::weak_ref<geo::Point>&);
#else
void gone();
#endif

void use(geo::Point& point) { const sl::weak_ref reference(point, gone); }
