// A class without a class keeps the rules (row 12, row 37).
// EXPECT: slot_declared_twice<slotted
// EXPECT: make_class<
// EXPECT: {"Point"}
// EXPECT: {"x"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
using Point = sl::make_class<"Point", sl::slots<sl::field<"x", double>, sl::field<"x", double>>>;
#else
using Point = sl::make_class<"Point", sl::slots<sl::field<"x", double>, sl::field<"y", double>>>;
#endif

Point point{1.0, 2.0};
