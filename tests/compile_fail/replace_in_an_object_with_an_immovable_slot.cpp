// Of an object with an immovable slot there is no copy, also where that slot would be made in place.
// EXPECT: object_cannot_be_copied_to_replace_move_it<geo::Queue>
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct lock {
  lock() = default;
  lock(const lock&) = delete;
  lock& operator=(const lock&) = delete;
};

struct Queue : sl::object<Queue, sl::slots<sl::slot<"guard", lock>, sl::slot<"length", int>>> {
  using object::object;
};

struct Open : sl::object<Open, sl::slots<sl::slot<"guard", lock*>, sl::slot<"length", int>>> {
  using object::object;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
void use(const geo::Queue& queue) { static_cast<void>(sl::replace(queue, "guard"_slot.in_place())); }
#else
void use(const geo::Open& queue) { static_cast<void>(sl::replace(queue, "guard"_slot.in_place())); }
#endif
