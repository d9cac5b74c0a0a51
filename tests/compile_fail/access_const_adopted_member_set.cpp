// A const member of the struct is a readonly field.
// EXPECT: slot_is_readonly<Pixel
// EXPECT: {"x"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Point {
  const int x = 0;
  int y = 0;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point>>> {
  using object::object;
};

void use(Pixel& pixel) {
#ifdef SLOTTED_BREAK
  setattr(pixel, "x"_slot, 1);
#else
  setattr(pixel, "y"_slot, 1);
#endif
}
