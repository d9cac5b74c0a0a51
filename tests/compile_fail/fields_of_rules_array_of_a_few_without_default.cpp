// A short array whose elements need values: they are not taken for members.
// EXPECT: aggregate_members_cannot_be_counted_list_them<Shelf, Books>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Book {
  explicit Book(int n) : number(n) {}
  int number;
};
struct Books {
#ifdef SLOTTED_BREAK
  Book books[3];
#else
  Book* books[3];
#endif
  int count;
};

struct Shelf : sl::object<Shelf, sl::slots<sl::fields_of<Books>, sl::field<"row", int>>> {
  using object::object;
};

void use(const Shelf& shelf) { static_cast<void>(getattr(shelf, "row")); }
