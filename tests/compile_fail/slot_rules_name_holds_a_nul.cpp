// A NUL inside a name: it would end the name for whoever reads it as a C string (row 9).
// EXPECT: slot_name_is_not_an_identifier<Frame
// EXPECT: name<8>{
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Frame : sl::object<Frame, sl::slots<sl::slot<"size\0of", int>>> {
#else
struct Frame : sl::object<Frame, sl::slots<sl::slot<"size_of", int>>> {
#endif
  using object::object;
};

Frame frame;
