// Bases of a `class` are private where nothing else is said.
// EXPECT: object_must_be_a_public_base<bank::Account
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace bank {

#ifdef SLOTTED_BREAK
class Account : sl::object<Account, sl::slots<sl::field<"number", long>, sl::slot<"owner", std::string>>> {
#else
class Account : public sl::object<Account, sl::slots<sl::field<"number", long>, sl::slot<"owner", std::string>>> {
#endif
 public:
  using object::object;
};

}  // namespace bank

bank::Account account{17};
