// Two docs for one slot.
// EXPECT: slot_trait_given_twice<net::Socket
// EXPECT: {"port"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct Socket : sl::object<Socket, sl::slots<
#ifdef SLOTTED_BREAK
                                       sl::slot<"port", unsigned short, sl::doc<"where to listen">, sl::doc<"TCP">>>> {
#else
                                       sl::slot<"port", unsigned short, sl::doc<"where to listen, TCP">>>> {
#endif
  using object::object;
};

}  // namespace net

net::Socket socket;
