// A list inside a list is spliced: its names count.
// EXPECT: slot_declared_twice<Document
// EXPECT: {"changed"}
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

struct Stamps : sl::slots<sl::slot<"created", long>, sl::slot<"changed", long>> {};

struct Document : sl::object<Document, sl::slots<Stamps, sl::slot<"text", std::string>,
#ifdef SLOTTED_BREAK
                                                 sl::slot<"changed", bool>>> {
#else
                                                 sl::slot<"is_changed", bool>>> {
#endif
  using object::object;
};

Document document;
