// Only a class has members to adopt: a number is a field of its own.
// EXPECT: aggregate_is_not_a_class<Counter, int>
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Count {
  int count;
};

#ifdef SLOTTED_BREAK
struct Counter : sl::object<Counter, sl::slots<sl::fields_of<int>>> {
#else
struct Counter : sl::object<Counter, sl::slots<sl::fields_of<Count>>> {
#endif
  using object::object;
};

Counter counter{1};
