// A list of members of a class that is only declared.
// EXPECT: aggregate_is_incomplete_include_its_definition<Pixel, Point>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Origin {
  int x;
};
#ifdef SLOTTED_BREAK
struct Point;
#else
struct Point : Origin {};
#endif

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point, &Origin::x>, sl::field<"colour", int>>> {
  using object::object;
};

void use(const Pixel& pixel) { static_cast<void>(getattr(pixel, "colour")); }
