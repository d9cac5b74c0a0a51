// All bases stand in one extends<...>.
// EXPECT: extends_given_twice_write_all_bases_in_one<Amphibian
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Car : sl::object<Car, sl::slots<sl::slot<"wheels", int>>> {
  using object::object;
};
struct Boat : sl::object<Boat, sl::slots<sl::slot<"masts", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Amphibian : sl::object<Amphibian, sl::extends<Car>, sl::extends<Boat>, sl::slots<>> {
#else
struct Amphibian : sl::object<Amphibian, sl::extends<Car, Boat>, sl::slots<>> {
#endif
  using object::object;
};

Amphibian* amphibian;
