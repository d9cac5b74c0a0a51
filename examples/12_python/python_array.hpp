// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A Python sequence of slotted objects that C++ owns, side by side in a std::vector; NumPy's arrays on it are views.
//
//   places[3]           a copy, as the one in the row may move
//   places["latitude"]  a column, numpy_dtype.hpp
//   places.append(p)    a copy of p; BufferError while there is an array on the others
#pragma once

#include <Python.h>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "numpy_dtype.hpp"
#include "python_object.hpp"
#include "python_type.hpp"
#include "python_value.hpp"

template <class C>
class python_array {
  struct array {
    PyObject base;
    std::vector<C> all;
    Py_ssize_t count;  // of them, as long as they are lent
    Py_ssize_t loans;  // how many buffers there are on them: until then they stay where they are
  };

 public:
  // Makes the type and puts it into the module; `name` is that in the module, `item` is that of C. A null `make`:
  // Python gets arrays from functions only.
  static PyTypeObject* add_to(PyObject* module, const std::string& name, PyTypeObject* item, const char* doc,
                              newfunc make, std::vector<PyMethodDef> more_methods) {
    return or_raise(static_cast<PyTypeObject*>(nullptr), [&] {
      const char* const package = PyModule_GetName(module);
      if (package == nullptr) throw python_error{};
      // Whatever a type points to is made once, also where the module is imported again.
      static const std::string full_name = std::string(package) + '.' + name;
      static std::vector<PyMethodDef> methods = [&] {
        more_methods.push_back({"append", append, METH_O, "append(object): a copy of it"});
        more_methods.push_back({nullptr, nullptr, 0, nullptr});
        return std::move(more_methods);
      }();

      PyType_Slot slots[] = {{Py_tp_doc, const_cast<char*>(doc)},
                             {Py_tp_methods, methods.data()},
                             {Py_tp_dealloc, as_slot(destroy)},
                             {Py_tp_traverse, as_slot(traverse)},
                             {Py_tp_clear, as_slot(clear)},
                             {Py_sq_length, as_slot(length)},
                             {Py_sq_item, as_slot(item_at)},
                             {Py_mp_length, as_slot(length)},
                             {Py_mp_subscript, as_slot(subscript)},
                             {Py_bf_getbuffer, as_slot(lend)},
                             {Py_bf_releasebuffer, as_slot(take_back)},
                             {Py_tp_new, as_slot(make)},
                             {0, nullptr}};
      PyType_Spec spec{full_name.c_str(), sizeof(array), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};
      const python_object type = checked(PyType_FromModuleAndSpec(module, &spec, nullptr));
      auto* const made = reinterpret_cast<PyTypeObject*>(type.get());
      if (PyObject_SetAttrString(type.get(), "item_type", reinterpret_cast<PyObject*>(item)) < 0 ||
          PyModule_AddType(module, made) < 0)
        throw python_error{};
      return made;
    });
  }

  static std::vector<C>& objects_in(PyObject* self) { return array_in(self).all; }

  static PyObject* wrap(PyTypeObject* type, std::vector<C> objects) {
    PyObject* const self = type->tp_alloc(type, 0);
    if (self != nullptr) std::construct_at(&objects_in(self), std::move(objects));
    return self;
  }
  // One object of the array's, or another one, as a Python object of its own.
  static PyObject* item_from(PyObject* self, const C& object) {
    return or_raise<PyObject*>(nullptr, [&] {
      const python_object type = checked(PyObject_GetAttrString(self, "item_type"));
      return python_type<C>::wrap(reinterpret_cast<PyTypeObject*>(type.get()), object);
    });
  }

 private:
  template <class F>
  static void* as_slot(F* function) {
    return reinterpret_cast<void*>(function);
  }
  static array& array_in(PyObject* self) { return *reinterpret_cast<array*>(self); }

  static Py_ssize_t length(PyObject* self) { return static_cast<Py_ssize_t>(objects_in(self).size()); }

  static PyObject* item_at(PyObject* self, Py_ssize_t index) {
    if (index >= 0 && index < length(self)) return item_from(self, objects_in(self)[static_cast<std::size_t>(index)]);
    PyErr_SetString(PyExc_IndexError, "index out of range");
    return nullptr;
  }

  static PyObject* subscript(PyObject* self, PyObject* key) {
    if (PyUnicode_Check(key)) {
      const char* const name = PyUnicode_AsUTF8(key);
      return name != nullptr ? numpy_column<C>(self, name) : nullptr;
    }
    const Py_ssize_t index = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (index == -1 && PyErr_Occurred()) return nullptr;
    return item_at(self, index < 0 ? index + length(self) : index);
  }

  static PyObject* append(PyObject* self, PyObject* given) {
    return or_raise<PyObject*>(nullptr, [&]() -> PyObject* {
      if (!python_type<C>::is_instance(given)) {
        PyErr_Format(PyExc_TypeError, "a %s is wanted, not a '%s'", std::string(slotted::class_name<C>).c_str(),
                     Py_TYPE(given)->tp_name);
        return nullptr;
      }
      if (array_in(self).loans != 0) {
        PyErr_SetString(PyExc_BufferError, "the objects cannot move while there is an array on them");
        return nullptr;
      }
      objects_in(self).push_back(python_type<C>::object_in(given));
      Py_RETURN_NONE;
    });
  }

  static int lend(PyObject* self, Py_buffer* view, int flags) {
    array& lender = array_in(self);
    lender.count = length(self);
    ++lender.loans;
    return fill_buffer(view, self, lender.all.data(), lender.count, flags);
  }
  static void take_back(PyObject* self, Py_buffer*) { --array_in(self).loans; }

  static void destroy(PyObject* self) {
    PyObject_GC_UnTrack(self);
    PyTypeObject* const type = Py_TYPE(self);
    std::destroy_at(&objects_in(self));
    type->tp_free(self);
    Py_DECREF(type);
  }

  static int traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    int result = 0;
    for (const C& object : objects_in(self))
      if (result == 0) result = python_type<C>::visit_objects_in(object, visit, arg);
    return result;
  }
  static int clear(PyObject* self) {
    for (C& object : objects_in(self)) python_type<C>::clear_objects_in(object);
    return 0;
  }
};
