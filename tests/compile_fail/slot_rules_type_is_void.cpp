// A slot of nothing.
// EXPECT: slot_type_is_void<Result<void>
// EXPECT: {"value"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

template <class T>
struct Result : sl::object<Result<T>, sl::slots<sl::slot<"value", T>, sl::field<"status", int>>> {
  using Result::object::object;
};

#ifdef SLOTTED_BREAK
Result<void> done{0};
#else
Result<bool> done{true, 0};
#endif
