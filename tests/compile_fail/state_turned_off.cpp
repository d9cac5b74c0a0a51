// A class may say that nobody takes its state.
// EXPECT: feature_is_turned_off<geo::Secret
// EXPECT: restoring>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Secret : sl::object<Secret, sl::slots<sl::field<"x", double>>, sl::without<sl::restoring>> {
  using object::object;
};
struct Open : sl::object<Open, sl::slots<sl::field<"x", double>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
auto use(const geo::Secret& secret) { return sl::state(secret); }
#else
auto use(const geo::Open& open) { return sl::state(open); }
#endif
