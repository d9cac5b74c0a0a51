// A slot can be left out of what is done with each slot, not of what is done with the object.
// EXPECT: slot_cannot_be_left_out_of<shop::Basket
// EXPECT: {"total"}
// EXPECT: replacing
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

#ifdef SLOTTED_BREAK
struct Basket : sl::object<Basket, sl::slots<sl::field<"owner", int>,
                                             sl::slot<"total", double, sl::without<sl::printing, sl::replacing>>>> {
#else
struct Basket
    : sl::object<Basket, sl::slots<sl::field<"owner", int>, sl::slot<"total", double, sl::without<sl::printing>>>> {
#endif
  using object::object;
};

}  // namespace shop

shop::Basket basket{1};
