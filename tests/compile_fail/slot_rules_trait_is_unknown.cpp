// Something that is no trait stands among the traits.
// EXPECT: slot_trait_is_unknown<net::Socket
// EXPECT: {"port"}
// EXPECT: net::volatile_storage
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace net {

struct volatile_storage {};

struct Socket : sl::object<Socket, sl::slots<
#ifdef SLOTTED_BREAK
                                       sl::field<"port", unsigned short, sl::defaults_to<80>, volatile_storage>>> {
#else
                                       sl::field<"port", unsigned short, sl::defaults_to<80>, sl::readonly>>> {
#endif
  using object::object;
};

}  // namespace net

net::Socket socket;
