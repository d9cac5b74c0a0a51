// A function is no object; a pointer to one is.
// EXPECT: slot_type_is_a_function_use_a_function_pointer<Signal
// EXPECT: {"handler"}
// EXPECT: void
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Signal : sl::object<Signal, sl::slots<
#ifdef SLOTTED_BREAK
                                       sl::slot<"handler", void(int)>>> {
#else
                                       sl::slot<"handler", void (*)(int)>>> {
#endif
  using object::object;
};

Signal signal_;
