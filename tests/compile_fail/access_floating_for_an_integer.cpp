// A floating value would be cut off (row 67, row 68).
// EXPECT: value_does_not_fit_slot<db::Row
// EXPECT: {"id"}
// EXPECT: int
// EXPECT: double
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
  setattr(row, "id"_slot, 1.5);
#else
  setattr(row, "id"_slot, static_cast<int>(1.5));
#endif
}
