// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// An owned reference to any Python object, as a value of C++: a slot may hold one, and so may a dynamic attribute.
// Whoever copies or destroys one holds the GIL.
#pragma once

#include <Python.h>

#include <utility>

class python_object {
 public:
  python_object() = default;
  // One more reference to the object.
  explicit python_object(PyObject* borrowed) noexcept : object_(borrowed) { Py_XINCREF(object_); }
  // The reference that a function of Python's returned; null where it failed.
  static python_object owning(PyObject* fresh) noexcept {
    python_object made;
    made.object_ = fresh;
    return made;
  }
  python_object(const python_object& other) noexcept : python_object(other.object_) {}
  python_object(python_object&& other) noexcept : object_(other.release()) {}
  python_object& operator=(python_object other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~python_object() { Py_XDECREF(object_); }

  PyObject* get() const noexcept { return object_; }
  PyObject* release() noexcept { return std::exchange(object_, nullptr); }
  explicit operator bool() const noexcept { return object_ != nullptr; }
  // The same object, as Python's `is`.
  friend bool operator==(const python_object&, const python_object&) = default;

 private:
  PyObject* object_ = nullptr;
};
