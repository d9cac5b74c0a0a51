// A union cannot be a base.
// EXPECT: base_is_not_a_class<Token
// EXPECT: Payload
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
union Payload {
#else
struct Payload {
#endif
  int number;
  float real;
};

struct Token : sl::object<Token, sl::extends<Payload>, sl::slots<sl::slot<"line", int>>> {
  using object::object;
};

Token* token;
