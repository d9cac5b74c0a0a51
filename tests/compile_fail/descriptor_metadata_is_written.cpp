// What a descriptor says of its slot is constant (row 55).
// EXPECT: assign
// EXPECT: index
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace zoo {

struct Cat : sl::object<Cat, sl::slots<sl::slot<"name", int>>> {
  using object::object;
};
struct Dog : sl::object<Dog, sl::slots<sl::slot<"name", int>>> {
  using object::object;
};

}  // namespace zoo

void use() {
  auto name = sl::descriptor<zoo::Cat, "name">;
#ifdef SLOTTED_BREAK
  name.index = 1;
#else
  static_cast<void>(name.index == 1);
#endif
}
