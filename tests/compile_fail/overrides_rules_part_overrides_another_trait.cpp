// What can be overridden is the default: a slot that is readonly in a base is so in all derived classes.
// EXPECT: part_of_object_is_neither_slots_nor_extends_nor_a_policy<net::Https
// EXPECT: readonly
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Http : sl::object<Http, sl::slots<sl::field<"port", int, sl::defaults_to<80>>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::readonly>, sl::slots<>> {
  using object::object;
};
#else
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};
#endif

}  // namespace net

net::Https https;
