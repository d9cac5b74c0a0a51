// A misspelt name is no slot of a base.
// EXPECT: no_base_has_the_slot_to_override<net::Https
// EXPECT: {"prot"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Http : sl::object<Http, sl::slots<sl::field<"port", int, sl::defaults_to<80>>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"prot", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};
#else
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};
#endif

}  // namespace net

net::Https https;
