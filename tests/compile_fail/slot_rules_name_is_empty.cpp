// A slot without a name (row 9).
// EXPECT: slot_name_is_not_an_identifier<Frame
// EXPECT: {""}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Frame : sl::object<Frame, sl::slots<sl::slot<"", int>>> {
#else
struct Frame : sl::object<Frame, sl::slots<sl::slot<"_", int>>> {
#endif
  using object::object;
};

Frame frame;
