// With a destructor that throws, delattr and assignment could not keep their promises.
// EXPECT: slot_type_has_a_destructor_that_may_throw<Upload
// EXPECT: {"file"}
// EXPECT: File
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct File {
#ifdef SLOTTED_BREAK
  ~File() noexcept(false) {}
#else
  ~File() noexcept {}
#endif
};

struct Upload : sl::object<Upload, sl::slots<sl::slot<"file", File>>> {
  using object::object;
};

Upload upload;
