// The class says the default of its own slot where it declares it.
// EXPECT: no_base_has_the_slot_to_override<net::Https
// EXPECT: {"port"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Http : sl::object<Http, sl::slots<>> {};

#ifdef SLOTTED_BREAK
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>,
                          sl::slots<sl::field<"port", int>>> {
  using object::object;
};
#else
struct Https : sl::object<Https, sl::extends<Http>, sl::slots<sl::field<"port", int, sl::defaults_to<443>>>> {
  using object::object;
};
#endif

}  // namespace net

net::Https https;
