// A member given behind one that is not is assigned, which a type without assignment does not allow.
// EXPECT: member_cannot_be_assigned_give_all_before_it<Shelf
// EXPECT: {"first"}
// EXPECT: Book
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Book {
  int number = 0;
  Book() = default;
  Book(const Book&) = default;
  Book& operator=(const Book&) = delete;
};
struct Books {
  int count = 0;
  Book first;
};
struct Shelf : sl::object<Shelf, sl::slots<sl::fields_of<Books>, sl::field<"row", int>>> {
  using object::object;
};

void use() {
#ifdef SLOTTED_BREAK
  [[maybe_unused]] Shelf shelf{"first"_slot = Book(), "row"_slot = 3};
#else
  [[maybe_unused]] Shelf shelf{"count"_slot = 1, "first"_slot = Book(), "row"_slot = 3};
#endif
}
