// A class that turns printing off has no operator<< but its own.
// EXPECT: slotted::error::feature_is_turned_off<geo::Secret,
// EXPECT: printing>
#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

#include <ostream>
#include <string>

namespace sl = slotted;

namespace geo {

struct Secret : sl::object<Secret, sl::without<sl::printing>, sl::slots<sl::field<"key", std::string>>> {
  using object::object;
};
struct Masked : sl::object<Masked, sl::without<sl::printing>, sl::slots<sl::field<"key", std::string>>> {
  using object::object;
  friend std::ostream& operator<<(std::ostream& out, const Masked&) { return out << "***"; }
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void use(std::ostream& out, const geo::Secret& secret) { out << secret; }
#else
void use(std::ostream& out, const geo::Masked& masked) { out << masked; }
#endif
