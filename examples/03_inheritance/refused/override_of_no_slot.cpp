// Another default for a slot that no base has: here, one that is spelt otherwise.
// EXPECT: no_base_has_the_slot_to_override<Thin
// EXPECT: {"stroke_widht"}
#include "../element.hpp"

#ifdef SLOTTED_BREAK
using hairline = sl::overrides<"stroke_widht", sl::defaults_to<0.1>>;
#else
using hairline = sl::overrides<"stroke_width", sl::defaults_to<0.1>>;
#endif

struct Thin : sl::object<Thin, sl::extends<Painted>, hairline, sl::slots<>> {
  using object::object;
};

Thin thin;
