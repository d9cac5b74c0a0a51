// A new default fits the slot as the old one does.
// EXPECT: default_does_not_fit_slot_type<net::Https
// EXPECT: {"port"}, int
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Http : sl::object<Http, sl::slots<sl::field<"port", int, sl::defaults_to<80>>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<"https">>, sl::slots<>> {
  using object::object;
};
#else
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};
#endif

}  // namespace net

net::Https https;
