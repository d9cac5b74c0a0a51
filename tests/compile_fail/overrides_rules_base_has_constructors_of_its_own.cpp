// A base with constructors of its own makes its slots itself.
// EXPECT: slot_belongs_to_a_base_that_does_not_inherit_object_constructors<net::Https
// EXPECT: {"port"}
// EXPECT: net::Http
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Http : sl::object<Http, sl::slots<sl::field<"port", int, sl::defaults_to<80>>>> {
#ifdef SLOTTED_BREAK
  Http() {}
#else
  using object::object;
#endif
};

struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};

}  // namespace net

net::Https https;
