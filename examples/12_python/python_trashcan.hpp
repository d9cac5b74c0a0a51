// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A chain of objects, each of which holds the next, ends without as many nested calls as it has objects: CPython's
// trashcan, for objects whose end takes more stack than CPython's own. Its macros nest 50 ends, but 10,000 in 3.12
// and 3.13.
//
//   static void destroy(PyObject* self) {
//     if (python_trashcan::put_aside(self, destroy)) return;
//     const python_trashcan nested;
//     ...
#pragma once

#include <Python.h>

#include <utility>
#include <vector>

class python_trashcan {
 public:
  python_trashcan() noexcept { ++depth; }
  // The outermost ends what was put aside meanwhile.
  ~python_trashcan() {
    while (depth == 1 && !aside.empty()) {
      const auto [object, destroy] = aside.back();
      aside.pop_back();
      destroy(object);
    }
    --depth;
  }
  python_trashcan(const python_trashcan&) = delete;
  python_trashcan& operator=(const python_trashcan&) = delete;

  // Whether the object is one too many here, and is destroyed later. No collector may know it any more.
  static bool put_aside(PyObject* object, destructor destroy) noexcept {
    if (depth < most_nested) return false;
    try {
      aside.emplace_back(object, destroy);
      return true;
    } catch (...) {  // no memory to remember it: nested after all
      return false;
    }
  }

 private:
  static constexpr int most_nested = 50;
  // Of a thread, as Python code that runs at an object's end may let others run.
  static inline thread_local int depth = 0;
  static inline thread_local std::vector<std::pair<PyObject*, destructor>> aside;
};
