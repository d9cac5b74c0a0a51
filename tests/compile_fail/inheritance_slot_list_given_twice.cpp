// Two lists side by side; one list may hold another.
// EXPECT: slot_list_given_twice<Document
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Stamps : sl::slots<sl::slot<"created", long>, sl::slot<"changed", long>> {};

#ifdef SLOTTED_BREAK
struct Document : sl::object<Document, Stamps, sl::slots<sl::slot<"text", int>>> {
#else
struct Document : sl::object<Document, sl::slots<Stamps, sl::slot<"text", int>>> {
#endif
  using object::object;
};

Document* document;
