// What Windows, Qt and X11 define, before any header of the library. Qt users write slot_list for slots.
// The standard headers come first: with min and max defined some of them do not compile, others undefine them.
#include <standard.hpp>

#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define slots
#define signals public
#define emit
#define foreach(variable, container) for (variable : container)
#define ERROR 0
#define None 0L
#define Bool int
#define Status int

#include <everything.hpp>

#if !defined(min) || !defined(max) || !defined(slots) || !defined(signals) || !defined(emit) || !defined(foreach) || \
    !defined(ERROR) || !defined(None) || !defined(Bool) || !defined(Status)
#error "a macro of the user did not survive the library"
#endif

namespace {

struct Point
    : slotted::object<Point, slotted::slot_list<slotted::field<"x", double>, slotted::slot<"label", std::string>>> {
  using object::object;
};

}  // namespace

int main() {
  using namespace slotted::literals;
  Point point{1.0};
  setattr(point, "x", 2);
  point["label"_slot] = "home";
  const bool well = point["x"_slot] == 2.0 && hasattr(point, "label") && min(1, 2) == 1 && max(1, 2) == 2;
  return well ? 0 : 1;
}
