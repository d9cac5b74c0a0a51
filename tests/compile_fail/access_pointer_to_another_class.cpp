// A pointer to something else (row 44).
// EXPECT: value_does_not_fit_slot<db::Row
// EXPECT: {"next"}
// EXPECT: Row
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
  int other = 0;
  setattr(row, "next"_slot, &other);
#else
  db::Row other;
  setattr(row, "next"_slot, &other);
#endif
}
