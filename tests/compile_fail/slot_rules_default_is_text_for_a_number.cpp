// A default of a type that does not convert: text for a number (row 67).
// EXPECT: default_does_not_fit_slot_type<net::Socket
// EXPECT: {"port"}
// EXPECT: short
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace net {

struct Socket : sl::object<Socket, sl::slots<sl::field<"host", std::string, sl::defaults_to<"localhost">>,
#ifdef SLOTTED_BREAK
                                             sl::field<"port", unsigned short, sl::defaults_to<"80">>>> {
#else
                                             sl::field<"port", unsigned short, sl::defaults_to<80>>>> {
#endif
  using object::object;
};

}  // namespace net

net::Socket socket;
