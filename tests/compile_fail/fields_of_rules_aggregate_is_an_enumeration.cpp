// An enumeration has enumerators, but no members.
// EXPECT: aggregate_is_not_a_class<paint::Brush, paint::Colour>
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace paint {

enum class Colour { red, green };
struct Ink {
  Colour colour;
};

#ifdef SLOTTED_BREAK
struct Brush : sl::object<Brush, sl::slots<sl::fields_of<Colour>, sl::field<"width", int>>> {
#else
struct Brush : sl::object<Brush, sl::slots<sl::fields_of<Ink>, sl::field<"width", int>>> {
#endif
  using object::object;
};

}  // namespace paint

paint::Brush brush{paint::Colour::red, 2};
