// A factory that makes something else than the slot holds.
// EXPECT: default_does_not_fit_slot_type<shop::Order
// EXPECT: {"id"}
// EXPECT: long
// EXPECT: shop::make_id
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace shop {

struct make_id {
#ifdef SLOTTED_BREAK
  std::string operator()() const { return "A-17"; }
#else
  int operator()() const { return 17; }
#endif
};
inline constexpr make_id next_id;

struct Order
    : sl::object<Order, sl::slots<sl::field<"id", long, sl::defaults_to<next_id>>, sl::slot<"note", std::string>>> {
  using object::object;
};

}  // namespace shop

shop::Order order;
