// An abstract class has no objects.
// EXPECT: slot_type_is_abstract_use_a_pointer<Package
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Field {
  Field() = default;
  Field(const Field&) = default;
  Field& operator=(const Field&) = default;
  virtual int size() const = 0;
  virtual ~Field() = default;
};

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Field>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::dict_slot<Field*>>> {
#endif
  using object::object;
};

Package package;
