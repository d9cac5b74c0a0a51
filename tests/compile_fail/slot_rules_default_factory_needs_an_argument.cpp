// A factory is called without arguments.
// EXPECT: default_does_not_fit_slot_type<shop::Order
// EXPECT: {"id"}
// EXPECT: shop::next_id
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

struct next_id {
#ifdef SLOTTED_BREAK
  long operator()(long last) const { return last + 1; }
#else
  long operator()() const { return 1; }
#endif
};

struct Order : sl::object<Order, sl::slots<sl::field<"id", long, sl::defaults_to<next_id{}>>>> {
  using object::object;
};

}  // namespace shop

shop::Order order;
