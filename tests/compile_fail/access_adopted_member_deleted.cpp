// An adopted member is a field: it always holds a value.
// EXPECT: field_cannot_be_deleted<Pixel
// EXPECT: {"x"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  int x, y;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>, sl::slot<"colour", int>>> {
  using object::object;
};

void use(Pixel& pixel) {
#ifdef SLOTTED_BREAK
  delattr(pixel, "x"_slot);
#else
  delattr(pixel, "colour"_slot);
#endif
}
