// "__dict__ slot disallowed: we already got one" (row 23).
// EXPECT: dict_slot_given_twice<shop::Order>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

struct Order : sl::object<Order, sl::slots<sl::dict_slot<>, sl::field<"number", int, sl::defaults_to<0>>
#ifdef SLOTTED_BREAK
                                           ,
                                           sl::dict_slot<double>
#endif
                                           >> {
  using object::object;
};

}  // namespace shop

shop::Order order;
