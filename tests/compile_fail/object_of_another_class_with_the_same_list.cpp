// A copied `object<Other, ...>` where both classes have the same slots: the other one is right about its base, so only
// the use can tell.
// EXPECT: object_must_be_a_base_of_the_class_it_names<shop::Van
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace shop {

struct Car : sl::object<Car, sl::slots<sl::slot<"id", int>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Van : sl::object<Car, sl::slots<sl::slot<"id", int>>> {
#else
struct Van : sl::object<Van, sl::slots<sl::slot<"id", int>>> {
#endif
  using object::object;
};

}  // namespace shop

void use(shop::Van& van) { setattr(van, "id"_slot, 3); }
