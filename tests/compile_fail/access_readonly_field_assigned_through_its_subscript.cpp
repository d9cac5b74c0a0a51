// What a readonly slot hands out by subscript is const (row 70).
// EXPECT: assign
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
  account["number"_slot] = 18;
#else
  account["note"_slot] = "x";
#endif
}
