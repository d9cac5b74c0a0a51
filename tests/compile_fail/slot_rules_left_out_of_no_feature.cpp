// What is no feature is misspelt.
// EXPECT: slot_cannot_be_left_out_of<shop::Basket
// EXPECT: {"total"}
// EXPECT: int
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

#ifdef SLOTTED_BREAK
struct Basket : sl::object<Basket, sl::slots<sl::field<"owner", int>, sl::slot<"total", double, sl::without<int>>>> {
#else
struct Basket : sl::object<Basket, sl::slots<sl::field<"owner", int>, sl::slot<"total", double, sl::without<>>>> {
#endif
  using object::object;
};

}  // namespace shop

shop::Basket basket{1};
