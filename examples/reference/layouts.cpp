// Layouts without a class. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <cstddef>
#include <cstdint>

#include <slotted/lay_out.hpp>
#include <slotted/slotted.hpp>

namespace sl = slotted;

//! [arrange]
constexpr sl::extent members[] = {{1, 1}, {8, 8}, {4, 4}};  // a char, a double, an int: size and alignment
constexpr sl::arrangement<3> packed = sl::arrange<3>(members, 3);
static_assert(packed.size() == 16);                            // a struct in this order takes 24
static_assert(packed.order[0] == 1 && packed.offset[1] == 0);  // the double comes first
//! [arrange]

struct Event
    : sl::object<Event, sl::slots<sl::field<"live", bool>, sl::field<"when", std::int64_t>, sl::slot<"kind", char>>> {
  using object::object;
};

void use_lay_out() {
  //! [lay_out]
  // The columns of a table, known at run time only, in the layout that a class of such slots has.
  const sl::layout_item columns[] = {{1, 1}, {8, 8}, {1, 1, true}};  // the last one may be unset
  const sl::item_layout row = sl::lay_out(columns);
  assert(row.size == sizeof(Event) && row.alignment == alignof(Event));
  for (std::size_t i = 0; i != 3; ++i) assert(row.items[i].offset == sl::members<Event>[i].offset);

  const sl::layout_base base{row.data_size, row.alignment};  // what derives from it begins in its tail padding
  const sl::item_layout derived = sl::lay_out({{4, 4}}, base);
  const sl::item_place& first = derived.items[0];
  assert(first.offset >= row.data_size && first.presence_mask == 0);
  //! [lay_out]
}

int main() { use_lay_out(); }
