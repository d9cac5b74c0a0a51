// Equal dicts may have their names in any order, so there is no hash of them.
// EXPECT: std::hash<Package>
#include <slotted/slotted.hpp>

namespace sl = slotted;

#ifdef SLOTTED_BREAK
struct Package : sl::object<Package, sl::slots<sl::field<"name", int>, sl::dict_slot<int>>> {
#else
struct Package : sl::object<Package, sl::slots<sl::field<"name", int>>> {
#endif
  using object::object;
};

void use() {
  std::hash<Package> hash;
  static_cast<void>(hash);
}
