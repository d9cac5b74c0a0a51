// Objects that are different would be equivalent.
// EXPECT: slot_is_compared_but_not_ordered_write_without_equality<shop::Basket
// EXPECT: {"total"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

#ifdef SLOTTED_BREAK
struct Basket
    : sl::object<Basket, sl::slots<sl::field<"owner", int>, sl::slot<"total", double, sl::without<sl::ordering>>>> {
#else
struct Basket
    : sl::object<Basket, sl::slots<sl::field<"owner", int>, sl::slot<"total", double, sl::without<sl::equality>>>> {
#endif
  using object::object;
};

}  // namespace shop

shop::Basket basket{1};
