// Nor is such a class written to a stream; the operators of std:: are not listed one by one.
// EXPECT: slotted::error::class_has_plain_members_write_with<geo::Marked,
// EXPECT: printing>
#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <ostream>

namespace sl = slotted;

namespace geo {

struct Point : sl::object<Point, sl::slots<sl::field<"x", double>>> {
  using object::object;
};
struct Marked : Point {
  using Point::Point;
  bool mark = false;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void use(std::ostream& out, const geo::Marked& marked) { out << marked; }
#else
void use(std::ostream& out, const geo::Marked& marked) { out << static_cast<const geo::Point&>(marked); }
#endif
