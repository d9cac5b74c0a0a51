// A readonly slot is not reset through a handle (row 70).
// EXPECT: slot_is_readonly<bank::Account
// EXPECT: {"owner"}
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
  bank::Account account{17, "Ada"};
#ifdef SLOTTED_BREAK
  account["owner"_slot].reset();
#else
  account["note"_slot].reset();
#endif
}
