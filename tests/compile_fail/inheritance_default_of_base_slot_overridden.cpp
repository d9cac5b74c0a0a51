// A new default for a slot of the base is no second declaration of it (row 170): overrides<> gives one.
// EXPECT: slot_already_declared_by_base<net::Https
// EXPECT: {"port"}
// EXPECT: net::Http
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Http : sl::object<Http, sl::slots<sl::field<"port", int, sl::defaults_to<80>>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Https : sl::object<Https, sl::extends<Http>, sl::slots<sl::field<"port", int, sl::defaults_to<443>>>> {
  using object::object;
};
#else
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};
#endif

}  // namespace net

net::Https https;
