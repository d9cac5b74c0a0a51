// The same base reached on two ways: its slots would be there twice.
// EXPECT: slotted_base_reached_twice<Badge, Painted, Frame, Label
#include "../element.hpp"

struct Frame : sl::object<Frame, sl::extends<Painted>, sl::slots<sl::slot<"margin", double>>> {
  using object::object;
};
struct Label : sl::object<Label, sl::extends<Painted>, sl::slots<sl::slot<"text", std::string>>> {
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Badge : sl::object<Badge, sl::extends<Frame, Label>, sl::slots<>> {
#else
struct Badge : sl::object<Badge, sl::extends<Frame>, sl::slots<sl::slot<"label", Label>>> {
#endif
  using object::object;
};

Badge badge;
