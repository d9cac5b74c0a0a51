// A null pointer is no text.
// EXPECT: value_does_not_fit_slot<db::Row
// EXPECT: {"name"}
// EXPECT: string
// EXPECT: nullptr
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
  setattr(row, "name"_slot, nullptr);
#else
  setattr(row, "name"_slot, "");
#endif
}
