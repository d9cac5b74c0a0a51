// A class that turns printing off has no repr.
// EXPECT: slotted::error::feature_is_turned_off<geo::Secret,
// EXPECT: printing>
#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace geo {

#ifdef SLOTTED_BREAK
struct Secret : sl::object<Secret, sl::without<sl::printing>, sl::slots<sl::field<"key", std::string>>> {
#else
struct Secret : sl::object<Secret, sl::slots<sl::field<"key", std::string>>> {
#endif
  using object::object;
};

}  // namespace geo

std::string use(const geo::Secret& secret) { return repr(secret); }
