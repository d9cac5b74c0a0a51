// What a base turns off its children lack, too.
// EXPECT: slotted::error::base_does_not_allow<geo::Child, geo::Secret,
// EXPECT: printing>
#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace geo {

struct Secret : sl::object<Secret, sl::without<sl::printing>, sl::slots<sl::field<"key", std::string>>> {
  using object::object;
};
struct Open : sl::object<Open, sl::slots<sl::field<"key", std::string>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Child : sl::object<Child, sl::extends<Secret>, sl::slots<sl::field<"name", std::string>>> {
#else
struct Child : sl::object<Child, sl::extends<Open>, sl::slots<sl::field<"name", std::string>>> {
#endif
  using object::object;
};

}  // namespace geo

std::string use(const geo::Child& child) { return repr(child); }
