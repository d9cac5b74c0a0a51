// "__weakref__ slot disallowed: either we already got one" (row 24).
// EXPECT: weakref_slot_given_twice<shop::Order>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

struct Order : sl::object<Order, sl::slots<sl::weakref_slot, sl::field<"number", int, sl::defaults_to<0>>
#ifdef SLOTTED_BREAK
                                           ,
                                           sl::weakref_slot
#endif
                                           >> {
  using object::object;
};

}  // namespace shop

shop::Order order;
