// `without<...>` names features: equality, ordering, hashing, printing, replacing, bindings.
// EXPECT: part_of_object_is_neither_slots_nor_extends_nor_a_policy<geo::Point
// EXPECT: readonly>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

#ifdef SLOTTED_BREAK
struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>, sl::without<sl::equality, sl::readonly>> {
#else
struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>, sl::without<sl::equality, sl::ordering>> {
#endif
  using object::object;
};

}  // namespace geo
