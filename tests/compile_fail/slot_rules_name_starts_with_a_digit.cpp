// A name that starts with a digit is no identifier (row 9).
// EXPECT: slot_name_is_not_an_identifier<Frame
// EXPECT: {"2nd_buffer"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Frame : sl::object<Frame, sl::slots<sl::slot<"buffer", int>, sl::slot<"2nd_buffer", int>>> {
#else
struct Frame : sl::object<Frame, sl::slots<sl::slot<"buffer", int>, sl::slot<"buffer_2", int>>> {
#endif
  using object::object;
};

Frame frame;
