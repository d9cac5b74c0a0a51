// An alias is for use at run time, which a hidden slot is not for.
// EXPECT: hidden_slot_has_an_alias<bank::Account
// EXPECT: {"pin"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace bank {

#ifdef SLOTTED_BREAK
struct Account : sl::object<Account, sl::slots<sl::slot<"pin", int, sl::hidden, sl::alias<"P.I.N.">>>> {
#else
struct Account : sl::object<Account, sl::slots<sl::slot<"pin", int, sl::hidden>>> {
#endif
  using object::object;
};

}  // namespace bank

bank::Account account;
