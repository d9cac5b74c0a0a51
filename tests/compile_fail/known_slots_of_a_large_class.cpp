// The message names the nearest slot, and not more than a dozen of them (row 91).
// EXPECT: no_such_slot<Record
// EXPECT: {"feild_14"}
// EXPECT: did_you_mean
// EXPECT: {"field_14"}
// EXPECT: {"field_12"}
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Record
    : sl::object<Record, sl::slots<sl::slot<"field_1", int>, sl::slot<"field_2", int>, sl::slot<"field_3", int>,
                                   sl::slot<"field_4", int>, sl::slot<"field_5", int>, sl::slot<"field_6", int>,
                                   sl::slot<"field_7", int>, sl::slot<"field_8", int>, sl::slot<"field_9", int>,
                                   sl::slot<"field_10", int>, sl::slot<"field_11", int>, sl::slot<"field_12", int>,
                                   sl::slot<"field_13", int>, sl::slot<"field_14", int>>> {
  using object::object;
};

void use() {
  Record record;
#ifdef SLOTTED_BREAK
  setattr(record, "feild_14"_slot, 1);
#else
  setattr(record, "field_14"_slot, 1);
#endif
}
