// A double does not fit in a float (row 68).
// EXPECT: value_does_not_fit_slot<db::Row
// EXPECT: {"weight"}
// EXPECT: float
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
  row["weight"_slot] = 1.5;
#else
  row["weight"_slot] = 1.5f;
#endif
}
