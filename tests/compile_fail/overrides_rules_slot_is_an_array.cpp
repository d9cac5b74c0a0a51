// No function returns an array, and no template argument is one.
// EXPECT: default_does_not_fit_slot_type<net::Https
// EXPECT: {"ports"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Http : sl::object<Http, sl::slots<sl::field<"ports", int[2], sl::defaults_to<>>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"ports", sl::defaults_to<>>, sl::slots<>> {
  using object::object;
};
#else
struct Https : sl::object<Https, sl::extends<Http>, sl::slots<>> {
  using object::object;
};
#endif

}  // namespace net

net::Https https;
