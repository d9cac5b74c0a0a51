// fields_of belongs into the list; among the bases it would be an empty class, and adopt nothing.
// EXPECT: fields_of_is_no_base_write_it_in_the_list<Pixel, slotted::
// EXPECT: pixel
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct pixel {
  int x = 0, y = 0;
};

#ifdef SLOTTED_BREAK
struct Pixel : sl::object<Pixel, sl::extends<sl::fields_of<pixel>>, sl::slots<sl::slot<"note", int>>> {
#else
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<pixel>, sl::slot<"note", int>>> {
#endif
  using object::object;
};

Pixel made;
