// A number is no text, though std::string takes a char (row 44).
// EXPECT: value_does_not_fit_slot<db::Row
// EXPECT: {"name"}
// EXPECT: string
// EXPECT: int
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;
using namespace sl::literals;

namespace db {

struct Row : sl::object<Row, sl::slots<sl::slot<"id", int>, sl::slot<"weight", float>, sl::slot<"valid", bool>,
                                       sl::slot<"name", std::string>, sl::slot<"next", Row*>>> {
  using object::object;
};

}  // namespace db

void use() {
  db::Row row;
#ifdef SLOTTED_BREAK
  setattr(row, "name"_slot, 17);
#else
  setattr(row, "name"_slot, "17");
#endif
}
