#pragma once

#include <slotted/slotted.hpp>

#include <string>
#include <string_view>

namespace surroundings {

struct Shared
    : slotted::object<Shared, slotted::slots<slotted::field<"count", int>, slotted::slot<"label", std::string>>> {
  using object::object;
};

// Answers of the second unit, for the first to compare with its own.
Shared make_labelled(int count, const char* label);
const int* find_count(const Shared& object, std::string_view name);
const void* count_descriptor();

}  // namespace surroundings
