// Two traits of one kind: write all features into one.
// EXPECT: slot_trait_given_twice<shop::Basket
// EXPECT: {"total"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

#ifdef SLOTTED_BREAK
struct Basket
    : sl::object<Basket, sl::slots<sl::field<"owner", int>,
                                   sl::slot<"total", double, sl::without<sl::equality>, sl::without<sl::printing>>>> {
#else
struct Basket : sl::object<Basket, sl::slots<sl::field<"owner", int>,
                                             sl::slot<"total", double, sl::without<sl::equality, sl::printing>>>> {
#endif
  using object::object;
};

}  // namespace shop

shop::Basket basket{1};
