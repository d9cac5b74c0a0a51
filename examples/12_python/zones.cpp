// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The Python module `zones`: places that C++ keeps, for Python and NumPy to work on. What Python sees of a Place is
// made by python_type.hpp from its slots, and nothing here names one but what C++ itself wants to know.

#include <Python.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <numbers>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "place.hpp"
#include "python_array.hpp"
#include "python_type.hpp"
#include "read_places.hpp"

using namespace slotted::literals;  // "latitude"_slot

namespace {

PyObject* read(PyTypeObject* type, PyObject* arguments, PyObject*) {
  return or_raise<PyObject*>(nullptr, [&] {
    const char* path = nullptr;
    if (!PyArg_ParseTuple(arguments, "s", &path)) throw python_error{};
    std::ifstream in(path, std::ios::binary);
    if (!in) return PyErr_SetFromErrnoWithFilename(PyExc_OSError, path);
    try {
      return python_array<Place>::wrap(type, read_places(std::string(std::istreambuf_iterator<char>(in), {})));
    } catch (const std::invalid_argument& error) {
      PyErr_SetString(PyExc_ValueError, (std::string(path) + ':' + error.what()).c_str());
      throw python_error{};
    }
  });
}

// The cosine of the angle between a place and a point on the globe.
double closeness(const Place& place, double latitude, double longitude) {
  const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  const double here = radians(latitude), there = radians(place["latitude"_slot]);
  const double apart = radians(place["longitude"_slot] - longitude);
  return std::sin(here) * std::sin(there) + std::cos(here) * std::cos(there) * std::cos(apart);
}

PyObject* nearest(PyObject* self, PyObject* arguments) {
  double latitude = 0, longitude = 0;
  if (!PyArg_ParseTuple(arguments, "dd", &latitude, &longitude)) return nullptr;
  const std::vector<Place>& places = python_array<Place>::objects_in(self);
  const auto found =
      std::ranges::max_element(places, {}, [&](const Place& place) { return closeness(place, latitude, longitude); });
  if (found == places.end()) Py_RETURN_NONE;
  return python_array<Place>::item_from(self, *found);
}

// What C++ has under that name: the type of the value.
PyObject* type_in_cpp(PyObject*, PyObject* arguments) {
  return or_raise<PyObject*>(nullptr, [&]() -> PyObject* {
    PyObject* place = nullptr;
    const char* name = nullptr;
    if (!PyArg_ParseTuple(arguments, "Os", &place, &name)) return nullptr;
    if (!python_type<Place>::is_instance(place)) Py_RETURN_NONE;
    return to_python{}(getattr(std::as_const(python_type<Place>::object_in(place)), name).type());
  });
}

// C++ looks after one place, which Python may drop at any time.
sl::weak_ref<Place> watched;

PyObject* watch(PyObject*, PyObject* place) {
  if (python_type<Place>::is_instance(place)) watched = sl::weak_ref(python_type<Place>::object_in(place));
  Py_RETURN_NONE;
}
PyObject* is_watched_alive(PyObject*, PyObject*) { return PyBool_FromLong(!watched.expired()); }

int execute(PyObject* module) {
  PyTypeObject* const place = python_type<Place>::add_to(module, "A place that a time zone is named after.");
  const PyTypeObject* const places =
      place == nullptr
          ? nullptr
          : python_array<Place>::add_to(module, "Places", place, "Places(path): the places in a file.", read,
                                        {{"nearest", nearest, METH_VARARGS, "nearest(latitude, longitude)"}});
  return places != nullptr ? 0 : -1;
}

PyMethodDef functions[] = {{"type_in_cpp", type_in_cpp, METH_VARARGS, "the C++ type of an attribute of a Place"},
                           {"watch", watch, METH_O, "keeps a weak reference of C++'s to a Place"},
                           {"is_watched_alive", is_watched_alive, METH_NOARGS, "whether that is there still"},
                           {nullptr, nullptr, 0, nullptr}};
PyModuleDef_Slot slots[] = {{Py_mod_exec, reinterpret_cast<void*>(execute)}, {0, nullptr}};
PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "zones", "Places that C++ keeps.", 0, functions, slots, nullptr, nullptr, nullptr};

}  // namespace

PyMODINIT_FUNC PyInit_zones() { return PyModuleDef_Init(&definition); }
