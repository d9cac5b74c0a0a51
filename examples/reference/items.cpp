// Objects of variable length. The pieces between the marks are the examples of the reference.
#include <atomic>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

//! [items]
struct Text : sl::object<Text, sl::slots<sl::field<"hash", std::uint32_t>, sl::items<const char>>> {
  using object::object;
  std::string_view view() const { return {items_of(*this).data(), items_of(*this).size()}; }
};

void use_items() {
  const std::unique_ptr<Text> text = sl::make_with_items<Text>("hello", "hash"_slot = 5u);  // one allocation
  assert(text->view() == "hello" && (*text)["hash"_slot] == 5u);
  assert(footprint(*text) == 8 + 5);  // the hash and the count, then the characters
}
//! [items]

struct Row : sl::object<Row, sl::slots<sl::field<"number", int>, sl::items<double>>> {
  using object::object;
};

void use_make_with_items() {
  //! [make_with_items]
  const std::vector<double> values{1.0, 2.0};
  const auto from_range = sl::make_with_items<Row>(values, 1);  // items, then what the class is made from
  const auto from_list = sl::make_with_items<Row>({1.0, 2.0}, 1);
  const auto zeros = sl::make_with_items<Row>(2, 1);  // a number: items that are T()
  assert(*from_range == *from_list && *from_list != *zeros);
  //! [make_with_items]
}

void use_items_of() {
  //! [items_of]
  const auto row = sl::make_with_items<Row>({1.0, 2.0}, 1);
  const std::span<double> items = items_of(*row);
  items[0] = 5.0;
  double sum = 0;
  for (const double item : items_of(*row)) sum += item;
  assert(sum == 7.0);
  //! [items_of]
}

void use_copies() {
  //! [copies]
  const auto row = sl::make_with_items<Row>(sl::copies(3, 0.5), 1);
  assert(items_of(*row).size() == 3 && items_of(*row)[2] == 0.5);
  //! [copies]
}

//! [generated]
struct Counters : sl::object<Counters, sl::slots<sl::items<std::atomic<int>>>> {
  using object::object;
};

void use_generated() {
  // Each is made where it lies: an atomic can be neither copied nor moved.
  const auto from_zero = [](std::size_t i) { return std::atomic<int>(static_cast<int>(i)); };
  const auto counters = sl::make_with_items<Counters>(sl::generated(4, from_zero));
  assert(items_of(*counters)[3] == 3);
}
//! [generated]

int main() {
  use_items();
  use_make_with_items();
  use_items_of();
  use_copies();
  use_generated();
}
