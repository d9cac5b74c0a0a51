// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Values and errors on their way between C++ and Python.
//
//   C++                            Python
//   bool, integers, float, double  bool, int, float; an int is range-checked
//   std::string                    str, as UTF-8; bytes that are none go as Python has them in file names
//   std::optional                  None, or the value
//   python_object                  any object: the same one
//   slotted::value                 of these what it holds, and any other object as a python_object
#pragma once

#include <Python.h>

#include <concepts>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <slotted/slotted.hpp>

#include "python_object.hpp"

// Thrown where Python has been told what is wrong.
struct python_error {};

// What a function of Python's returned; python_error where that is nothing.
inline python_object checked(PyObject* fresh) {
  if (fresh == nullptr) throw python_error{};
  return python_object::owning(fresh);
}

// In a handler: what was caught, as an exception in Python.
inline void raise_in_python() noexcept {
  const auto raise = [](PyObject* type, const char* what) {
    const auto text = python_object::owning(
        PyUnicode_DecodeUTF8(what, static_cast<Py_ssize_t>(std::char_traits<char>::length(what)), "replace"));
    if (text) PyErr_SetObject(type, text.get());
  };
  try {
    throw;
  } catch (const python_error&) {
  } catch (const slotted::attribute_error& error) {
    raise(PyExc_AttributeError, error.what());
  } catch (const slotted::type_error& error) {
    raise(PyExc_TypeError, error.what());
  } catch (const slotted::reference_error& error) {
    raise(PyExc_ReferenceError, error.what());
  } catch (const std::bad_alloc&) {
    PyErr_NoMemory();
  } catch (const std::exception& error) {
    raise(PyExc_RuntimeError, error.what());
  }
}

// Calls what may throw. A function that Python calls returns `failed` then, and Python knows why.
template <class R, class F>
R or_raise(R failed, F work) noexcept {
  try {
    return work();
  } catch (...) {
    raise_in_python();
    return failed;
  }
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

// Whether values of the type have a form in Python.
template <class T>
inline constexpr bool has_python_form = std::is_arithmetic_v<T> || std::same_as<T, std::string> ||
                                        std::same_as<T, python_object> || std::same_as<T, slotted::value>;
template <class T>
inline constexpr bool has_python_form<std::optional<T>> = has_python_form<T>;

// ---- to Python: a new reference, or null and an exception

struct to_python {
  PyObject* operator()(bool value) const { return PyBool_FromLong(value); }
  template <std::integral T>
  PyObject* operator()(T value) const {
    return std::is_signed_v<T> ? PyLong_FromLongLong(static_cast<long long>(value))
                               : PyLong_FromUnsignedLongLong(static_cast<unsigned long long>(value));
  }
  template <std::floating_point T>
  PyObject* operator()(T value) const {
    return PyFloat_FromDouble(static_cast<double>(value));
  }
  PyObject* operator()(std::string_view text) const {
    return PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "surrogateescape");
  }
  PyObject* operator()(const python_object& object) const {
    return python_object(object ? object.get() : Py_None).release();
  }
  template <class T>
  PyObject* operator()(const std::optional<T>& value) const {
    return value ? (*this)(*value) : python_object(Py_None).release();
  }
  template <std::same_as<slotted::value> Value>  // itself, and not what converts to one
  PyObject* operator()(const Value& value) const {
    if (const auto* const object = value.template get_if<python_object>()) return (*this)(*object);
    return value.visit([this](const auto& held) -> PyObject* {
      if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(held)>> ||
                    std::same_as<std::remove_cvref_t<decltype(held)>, std::string_view>) {
        return (*this)(held);
      } else {
        PyErr_Format(PyExc_TypeError, "a value of type '%s' has no form in Python", std::string(held.type).c_str());
        return nullptr;
      }
    });
  }
};

// ---- from Python: calls `store(value)` with what the object is as a value of C++

// False, and an OverflowError, where the int has more than 64 bits.
template <class Store>
bool give_integer(PyObject* given, Store store) {
  int overflow = 0;
  if (const long long value = PyLong_AsLongLongAndOverflow(given, &overflow); overflow == 0) {
    store(value);
    return true;
  }
  const unsigned long long value = PyLong_AsUnsignedLongLong(given);
  if (PyErr_Occurred()) return false;
  store(value);
  return true;
}

template <class Store>
void give_text(PyObject* given, Store store) {
  const python_object bytes = checked(PyUnicode_AsEncodedString(given, "utf-8", "surrogateescape"));
  store(std::string(PyBytes_AS_STRING(bytes.get()), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes.get()))));
}

// For a slot of type T: Python's numbers of any class, NumPy's among them. Whether the value fits is up to `store`.
template <class T, class Store>
void give(PyObject* given, Store store) {
  const PyNumberMethods* const number = Py_TYPE(given)->tp_as_number;
  if constexpr (std::same_as<T, python_object>) {
    store(python_object(given));
  } else if constexpr (is_optional<T>) {
    given == Py_None ? store(T{}) : give<typename T::value_type>(given, store);
  } else if constexpr (std::same_as<T, slotted::value>) {  // only what comes back as the same
    if (PyBool_Check(given)) return store(given == Py_True);
    if (PyFloat_CheckExact(given)) return store(PyFloat_AS_DOUBLE(given));
    if (PyUnicode_CheckExact(given)) return give_text(given, store);
    if (PyLong_CheckExact(given)) {
      if (give_integer(given, store)) return;
      PyErr_Clear();
    }
    store(python_object(given));
  } else if (PyBool_Check(given)) {
    store(given == Py_True);
  } else if (PyIndex_Check(given)) {
    if (!give_integer(checked(PyNumber_Index(given)).get(), store)) throw python_error{};
  } else if (PyFloat_Check(given) || (number != nullptr && number->nb_float != nullptr)) {
    const double value = PyFloat_AsDouble(given);
    if (PyErr_Occurred()) throw python_error{};
    if constexpr (std::same_as<T, float>)
      store(static_cast<float>(value));  // Python has no float to begin with
    else
      store(value);
  } else if (PyUnicode_Check(given)) {
    give_text(given, store);
  } else {
    store(python_object(given));
  }
}

// ---- for Python's garbage collector: the objects that a value keeps alive

inline int visit_objects(const python_object& object, visitproc visit, void* arg) {
  return object ? visit(object.get(), arg) : 0;
}
inline int visit_objects(const slotted::value& value, visitproc visit, void* arg) {
  const auto* const object = value.get_if<python_object>();
  return object ? visit_objects(*object, visit, arg) : 0;
}
template <class T>
inline constexpr bool may_hold_objects = std::same_as<T, python_object> || std::same_as<T, slotted::value>;
