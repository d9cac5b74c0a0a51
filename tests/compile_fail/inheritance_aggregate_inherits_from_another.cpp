// Two structs of which one inherits from the other: there would be two of that.
// EXPECT: aggregate_is_also_a_base<Pixel, Origin, Depth>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Origin {
  int x = 0, y = 0;
};
#ifdef SLOTTED_BREAK
struct Depth : Origin {
#else
struct Depth {
#endif
  int z = 0;
};

struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<Origin>, sl::fields_of<Depth, &Depth::z>>> {
  using object::object;
};

Pixel pixel{"z"_slot = 1};
