// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// NumPy on an array of slotted objects that C++ owns: no copy, and what either side writes the other one sees. NumPy is
// needed when Python asks for it, not to compile this.
//
//   fill_buffer(view, self, places.data(), count, flags)   the owner's bf_getbuffer: numpy.asarray(owner) has a
//                                                           structured dtype, a name for each column, and what is
//                                                           nobody's business is padding
//   numpy_column<Place>(owner, "summer_offset")             one column, of any slot that is a number
//
// An array can be written wherever it can be read, and knows of no unset values. So a column of numpy.asarray is a
// field that is not readonly; numpy_column gives all: readonly slots in an array that cannot be written, slots that may
// be unset in a masked one.
#pragma once

#include <Python.h>

#include <cstddef>
#include <string>
#include <string_view>

#include <slotted/slotted.hpp>

#include "python_object.hpp"
#include "python_value.hpp"

// The letter that the struct module, PEP 3118 and NumPy have for it; 0 for what is no number.
constexpr char format_letter(slotted::value_kind kind) {
  using slotted::value_kind;
  switch (kind) {
    case value_kind::boolean:
      return '?';
    case value_kind::i8:
      return 'b';
    case value_kind::i16:
      return 'h';
    case value_kind::i32:
      return 'i';
    case value_kind::i64:
      return 'q';
    case value_kind::u8:
      return 'B';
    case value_kind::u16:
      return 'H';
    case value_kind::u32:
      return 'I';
    case value_kind::u64:
      return 'Q';
    case value_kind::f32:
      return 'f';
    case value_kind::f64:
      return 'd';
    default:
      return 0;
  }
}

// Whether an array may have it as a column that can be written.
constexpr bool is_plain_column(const slotted::member& slot) {
  return format_letter(slot.kind) != 0 && (slot.flags & slotted::member::is_field) != 0 &&
         (slot.flags & (slotted::member::is_readonly | slotted::member::is_hidden)) == 0;
}

// The dtype as PEP 3118 writes it: T{=32xd:latitude:d:longitude:...}
template <class C>
std::string buffer_format() {
  std::string format = "T{=";  // the sizes that all machines agree on, and no padding but what is written
  std::size_t end = 0;
  const auto pad_to = [&](std::size_t offset) {
    if (offset != end) format += std::to_string(offset - end) + 'x';
  };
  for (const slotted::member& slot : slotted::layout_of<C>.memory_order) {
    if (!is_plain_column(slot)) continue;
    pad_to(slot.offset);
    format += format_letter(slot.kind);
    format += ':' + std::string(slot.name) + ':';
    end = slot.offset + slot.size;
  }
  pad_to(sizeof(C));
  return format + '}';
}

// Lends the objects to whoever asked. `count` must live, and the objects stay where they are, until the buffer is
// released.
template <class C>
int fill_buffer(Py_buffer* view, PyObject* owner, C* objects, const Py_ssize_t& count, int flags) {
  static std::string format = buffer_format<C>();
  view->buf = objects;
  view->obj = python_object(owner).release();
  view->itemsize = static_cast<Py_ssize_t>(sizeof(C));
  view->len = count * view->itemsize;
  view->readonly = 0;
  view->ndim = 1;
  view->format = (flags & PyBUF_FORMAT) != 0 ? format.data() : nullptr;
  view->shape = (flags & PyBUF_ND) != 0 ? const_cast<Py_ssize_t*>(&count) : nullptr;
  view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? &view->itemsize : nullptr;
  view->suboffsets = nullptr;
  view->internal = nullptr;
  return 0;
}

// A new reference, or null and an exception.
template <class C>
PyObject* numpy_column(PyObject* owner, std::string_view name) {
  return or_raise<PyObject*>(nullptr, [&]() -> PyObject* {
    const slotted::member* slot = nullptr;
    for (const slotted::member& one : slotted::members<C>)
      if (one.name == name && (one.flags & slotted::member::is_hidden) == 0) slot = &one;
    const std::string quoted_name = '\'' + std::string(name) + '\'';
    if (slot == nullptr || format_letter(slot->kind) == 0) {
      PyErr_Format(PyExc_KeyError, slot == nullptr ? "no column %s" : "no column %s: its type is '%s'",
                   quoted_name.c_str(), slot == nullptr ? "" : std::string(slot->type_name).c_str());
      return nullptr;
    }
    const bool may_be_unset = (slot->flags & slotted::member::is_field) == 0;

    const python_object numpy = checked(PyImport_ImportModule("numpy"));
    const char letter[] = {format_letter(slot->kind), '\0'};
    // Two columns in all: the value, and the byte with its presence bit, or any other byte.
    const python_object description = checked(Py_BuildValue(
        "{s:[ss], s:[ss], s:[nn], s:n}", "names", "value", "presence", "formats", letter, "B", "offsets",
        static_cast<Py_ssize_t>(slot->offset), static_cast<Py_ssize_t>(may_be_unset ? slot->presence_offset : 0),
        "itemsize", static_cast<Py_ssize_t>(sizeof(C))));
    const python_object dtype = checked(PyObject_CallMethod(numpy.get(), "dtype", "O", description.get()));
    python_object memory = checked(PyMemoryView_FromObject(owner));
    if (may_be_unset || (slot->flags & slotted::member::is_readonly) != 0)
      memory = checked(PyObject_CallMethod(memory.get(), "toreadonly", nullptr));
    const python_object rows = checked(PyObject_CallMethod(numpy.get(), "frombuffer", "OO", memory.get(), dtype.get()));
    python_object values = checked(PyObject_GetItem(rows.get(), checked(PyUnicode_FromString("value")).get()));
    if (!may_be_unset) return values.release();

    const python_object presence =
        checked(PyObject_GetItem(rows.get(), checked(PyUnicode_FromString("presence")).get()));
    const python_object bit = checked(PyLong_FromLong(slot->presence_mask));
    const python_object set = checked(PyNumber_And(presence.get(), bit.get()));
    const python_object unset = checked(PyObject_RichCompare(set.get(), checked(PyLong_FromLong(0)).get(), Py_EQ));
    const python_object masked = checked(PyObject_GetAttrString(numpy.get(), "ma"));
    return PyObject_CallMethod(masked.get(), "MaskedArray", "OO", values.get(), unset.get());
  });
}
