// Two defaults for one slot: neither wins.
// EXPECT: slot_trait_given_twice<net::Socket
// EXPECT: {"port"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Socket : sl::object<Socket, sl::slots<
#ifdef SLOTTED_BREAK
                                       sl::field<"port", unsigned short, sl::defaults_to<80>,
                                                 sl::doc<"where to listen">, sl::defaults_to<8080>>>> {
#else
                                       sl::field<"port", unsigned short, sl::defaults_to<80>,
                                                 sl::doc<"where to listen">>>> {
#endif
  using object::object;
};

}  // namespace net

net::Socket socket;
