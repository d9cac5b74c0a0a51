#include "two_units.hpp"

namespace {

int failures = 0;

void expect(bool holds) { failures += holds ? 0 : 1; }

}  // namespace

int main() {
  using namespace slotted::literals;
  const surroundings::Shared object = surroundings::make_labelled(3, "made elsewhere");
  expect(object["count"_slot] == 3);
  expect(object["label"_slot].value() == "made elsewhere");
  expect(hasattr(object, "label"));
  expect(surroundings::find_count(object, "count") == &object["count"_slot]);
  expect(surroundings::find_count(object, "label") == nullptr);
  expect(surroundings::count_descriptor() == &slotted::descriptor<surroundings::Shared, "count">);
  return failures;
}
