// A readonly slot has its value from the constructor (row 70).
// EXPECT: slot_is_readonly<bank::Account
// EXPECT: {"number"}
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;
using namespace sl::literals;

namespace bank {

struct Account
    : sl::object<Account, sl::slots<sl::field<"number", long, sl::readonly>,
                                    sl::slot<"owner", std::string, sl::readonly>, sl::slot<"note", std::string>>> {
  using object::object;
};

}  // namespace bank

void use() {
  bank::Account account{17};
#ifdef SLOTTED_BREAK
  setattr(account, "number"_slot, 18);
#else
  account = bank::Account{18};
#endif
}
