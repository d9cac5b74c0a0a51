// The elements of an array are counted with the members; where none can be left out, nothing tells the two apart.
// EXPECT: aggregate_members_cannot_be_counted_list_them<Shelf, Books>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Book {
  explicit Book(int n) : number(n) {}
  int number;
};
struct Books {
#ifdef SLOTTED_BREAK
  Book books[100];
#else
  Book* books[100];
#endif
  int count;
};

struct Shelf : sl::object<Shelf, sl::slots<sl::fields_of<Books>, sl::field<"row", int>>> {
  using object::object;
};

void use(const Shelf& shelf) { static_cast<void>(getattr(shelf, "row")); }
