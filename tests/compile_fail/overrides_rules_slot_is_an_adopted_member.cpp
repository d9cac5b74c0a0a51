// The default of an adopted member is what the struct says: a derived class gives it a value in its constructor.
// EXPECT: default_of_an_adopted_member_cannot_be_overridden<net::Https
// EXPECT: {"port"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct address {
  int port = 80;
};
struct Http : sl::object<Http, sl::slots<sl::fields_of<address>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Https : sl::object<Https, sl::extends<Http>, sl::overrides<"port", sl::defaults_to<443>>, sl::slots<>> {
  using object::object;
};
#else
struct Https : sl::object<Https, sl::extends<Http>, sl::slots<>> {
  Https() : object(sl::slot_name<"port">{} = 443) {}
};
#endif

}  // namespace net

net::Https https;
