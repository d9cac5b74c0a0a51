// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A subject and its observers: a thermometer tells displays what it measures.
#pragma once

#include <cstddef>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

// The last item of the list lets weak references name a display, wherever it lives. The displays and the thermometer
// are one thread's, so that nothing has to be atomic.
struct Display : sl::object<Display, sl::slots<sl::field<"name", std::string>, sl::slot<"shown", double>,
                                               sl::unsynchronized_weakref_slot>> {
  using object::object;
};

class thermometer {
 public:
  thermometer() = default;
  thermometer(const thermometer&) = delete;  // the callbacks know where it is
  thermometer& operator=(const thermometer&) = delete;

  // The display need not promise to live, nor to stay where it is.
  void observe(Display& display) {
    // When the display dies this runs. It only counts: the list may be in the middle of a walk. And it never runs too
    // late: the reference is a member, and a reference that is gone calls nobody.
    displays_.emplace_back(display, [this, name = display["name"_slot]] {
      std::cout << "  " << name << " is gone\n";
      ++dead_;
    });
  }

  void measure(double degrees) {
    // By number: a display that is told may bring others, and the vector grows.
    for (std::size_t i = 0; i < displays_.size(); ++i)
      if (Display* const display = displays_[i].get()) setattr(*display, "shown"_slot, degrees);
    if (std::exchange(dead_, 0) != 0)
      std::erase_if(displays_, [](const sl::weak_ref<Display>& one) { return one.expired(); });
  }

  std::size_t observers() const { return displays_.size() - dead_; }

 private:
  std::vector<sl::weak_ref<Display>> displays_;
  std::size_t dead_ = 0;
};
