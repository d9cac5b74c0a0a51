// Arrays are assigned element by element, all or none.
// EXPECT: value_does_not_fit_slot<Matrix
// EXPECT: {"row"}
// EXPECT: int
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Matrix : sl::object<Matrix, sl::slots<sl::slot<"row", int[3]>>> {
  using object::object;
};

void use() {
  Matrix matrix;
#ifdef SLOTTED_BREAK
  const int row[2] = {1, 2};
  setattr(matrix, "row"_slot, row);
#else
  const int row[3] = {1, 2, 3};
  setattr(matrix, "row"_slot, row);
#endif
}
