// A base that cannot be left out.
// EXPECT: aggregate_has_a_base_with_members_list_its_members<Pixel, Point3>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Base {
#ifdef SLOTTED_BREAK
  explicit Base(int k) : key(k) {}
  int key;
#endif
};
struct Point3 : Base {
  int x, y, z;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Point3>, sl::field<"colour", int>>> {
  using object::object;
};

void use(const Pixel& pixel) { static_cast<void>(getattr(pixel, "colour")); }
