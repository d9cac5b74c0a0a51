#include "two_units.hpp"

namespace surroundings {

Shared make_labelled(int count, const char* label) {
  Shared object{count};
  setattr(object, "label", label);
  return object;
}

const int* find_count(const Shared& object, std::string_view name) { return slotted::find_attr<int>(object, name); }

const void* count_descriptor() { return &slotted::descriptor<Shared, "count">; }

}  // namespace surroundings
