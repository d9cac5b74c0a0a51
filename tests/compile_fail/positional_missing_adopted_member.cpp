// A member that the struct cannot be made without is a field without a value.
// EXPECT: Shelf
// EXPECT-ANYWHERE: field_without_value<Shelf
// EXPECT-ANYWHERE: {"first"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Book {
  explicit Book(int n) : number(n) {}
  int number;
};
struct Books {
  Book first;
  int count;
};
struct Shelf : sl::object<Shelf, sl::slots<sl::fields_of<Books>, sl::field<"row", int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  Shelf shelf{"row"_slot = 3};
#else
  Shelf shelf{"first"_slot = Book(1), "count"_slot = 2, "row"_slot = 3};
#endif
}
