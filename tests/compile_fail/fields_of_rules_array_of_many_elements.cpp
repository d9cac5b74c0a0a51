// Arrays of more than 512 elements in all: counting them would take the compiler too long.
// EXPECT: aggregate_members_cannot_be_counted_list_them<Page, Text>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Text {
  char line[600];
  int length;
};

#ifdef SLOTTED_BREAK
struct Page : sl::object<Page, sl::slots<sl::fields_of<Text>, sl::field<"number", int>>> {
#else
struct Page : sl::object<Page, sl::slots<sl::fields_of<Text, &Text::line, &Text::length>, sl::field<"number", int>>> {
#endif
  using object::object;
};

Page page{"number"_slot = 1};
