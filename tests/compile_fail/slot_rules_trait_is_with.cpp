// A slot has part in all that its class can do: there is nothing to add.
// EXPECT: slot_trait_is_unknown<shop::Basket
// EXPECT: {"total"}
// EXPECT: with<
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace shop {

#ifdef SLOTTED_BREAK
struct Basket
    : sl::object<Basket, sl::slots<sl::field<"owner", int>, sl::slot<"total", double, sl::with<sl::printing>>>> {
#else
struct Basket
    : sl::object<Basket, sl::slots<sl::field<"owner", int>, sl::slot<"total", double, sl::without<sl::printing>>>> {
#endif
  using object::object;
};

}  // namespace shop

shop::Basket basket{1};
