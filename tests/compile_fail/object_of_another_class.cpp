// `object<Other, ...>` as the base of a class: copied, and the name not changed.
// EXPECT: object_must_be_a_base_of_the_class_it_names<shop::Car
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

struct Car : sl::object<Car, sl::slots<sl::slot<"wheels", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Van : sl::object<Car, sl::slots<sl::slot<"load", int>>> {
#else
struct Van : sl::object<Van, sl::slots<sl::slot<"load", int>>> {
#endif
  using object::object;
};

}  // namespace shop

shop::Van van;
