// replace is a copy; where there is none, a move.
// EXPECT: object_cannot_be_copied_to_replace_move_it<geo::Ticket>
#include <slotted/slotted.hpp>

#include <utility>

namespace sl = slotted;
using namespace sl::literals;

namespace geo {

struct Ticket : sl::object<Ticket, sl::slots<sl::field<"number", int>, sl::slot<"seat", int>>> {
  using object::object;
  Ticket(Ticket&&) = default;
};

}  // namespace geo

#ifdef SLOTTED_BREAK
geo::Ticket use(geo::Ticket& ticket) { return sl::replace(ticket, "seat"_slot = 3); }
#else
geo::Ticket use(geo::Ticket& ticket) { return sl::replace(std::move(ticket), "seat"_slot = 3); }
#endif
