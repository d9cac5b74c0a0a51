// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The Python module `kinds`, for the tests: classes with slots of every kind, as fields, readonly and possibly unset,
// and with no dict slot or weakref slot.

#include <Python.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "python_array.hpp"
#include "python_type.hpp"

namespace sl = slotted;

namespace {

// clang-format off
struct FieldSlots : sl::slots<
    sl::field<"boolean", bool, sl::defaults_to<>>,
    sl::field<"i8", std::int8_t, sl::defaults_to<>>,
    sl::field<"i16", std::int16_t, sl::defaults_to<>>,
    sl::field<"i32", std::int32_t, sl::defaults_to<>>,
    sl::field<"i64", std::int64_t, sl::defaults_to<>>,
    sl::field<"u8", std::uint8_t, sl::defaults_to<>>,
    sl::field<"u16", std::uint16_t, sl::defaults_to<>>,
    sl::field<"u32", std::uint32_t, sl::defaults_to<>>,
    sl::field<"u64", std::uint64_t, sl::defaults_to<>>,
    sl::field<"f32", float, sl::defaults_to<>>,
    sl::field<"f64", double, sl::defaults_to<>>,
    sl::field<"string", std::string, sl::defaults_to<>>,
    sl::field<"maybe", std::optional<int>, sl::defaults_to<>>,
    sl::field<"any", python_object, sl::defaults_to<>>,
    sl::field<"secret", int, sl::hidden, sl::defaults_to<7>>,
    sl::field<"pointer", void*, sl::defaults_to<>>> {};

struct ReadonlySlots : sl::slots<
    sl::field<"r_boolean", bool, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_i8", std::int8_t, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_i16", std::int16_t, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_i32", std::int32_t, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_i64", std::int64_t, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_u8", std::uint8_t, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_u16", std::uint16_t, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_u32", std::uint32_t, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_u64", std::uint64_t, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_f32", float, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_f64", double, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_string", std::string, sl::readonly, sl::defaults_to<>>,
    sl::field<"r_any", python_object, sl::readonly, sl::defaults_to<>>> {};

struct UnsetSlots : sl::slots<
    sl::slot<"boolean", bool>,
    sl::slot<"u8", std::uint8_t>,
    sl::slot<"i64", std::int64_t>,
    sl::slot<"f32", float>,
    sl::slot<"f64", double>,
    sl::slot<"string", std::string>,
    sl::slot<"any", python_object>,
    sl::slot<"held", sl::value>,
    sl::slot<"constant", int, sl::readonly>> {};
// clang-format on

struct Fields : sl::object<Fields, FieldSlots> {
  using object::object;
};
struct Base : sl::object<Base, ReadonlySlots> {
  using object::object;
};
// A vptr, slots of a base, and others.
struct Slots : sl::object<Slots, sl::extends<Base>, UnsetSlots> {
  using object::object;
  Slots(const Slots&) = default;
  Slots(Slots&&) = default;
  Slots& operator=(const Slots&) = default;
  Slots& operator=(Slots&&) = default;
  virtual ~Slots() = default;
};

PyObject* secret_of(PyObject*, PyObject* given) {
  if (!python_type<Fields>::is_instance(given)) Py_RETURN_NONE;
  return to_python{}(sl::descriptor<Fields, "secret">.get(python_type<Fields>::object_in(given)));
}

// Where members<C> says that the slots lie: {name: offset}, and under "" the size of the object.
template <class C>
PyObject* offsets(PyObject*, PyObject*) {
  return or_raise<PyObject*>(nullptr, [] {
    python_object all = checked(PyDict_New());
    const auto add = [&](const char* name, std::size_t number) {
      if (PyDict_SetItemString(all.get(), name, checked(to_python{}(number)).get()) < 0) throw python_error{};
    };
    for (const sl::member& one : sl::members<C>) add(one.name.data(), one.offset);
    add("", sizeof(C));
    return all.release();
  });
}

template <class C>
PyObject* empty_array(PyTypeObject* type, PyObject*, PyObject*) {
  return python_array<C>::wrap(type, {});
}

// The types of a class and of an array of it.
template <class C>
bool add_both(PyObject* module, const char* doc) {
  PyTypeObject* const type = python_type<C>::add_to(module, doc);
  return type != nullptr &&
         python_array<C>::add_to(module, std::string(sl::class_name<C>) + "Array", type, doc, empty_array<C>,
                                 {{"offsets", offsets<C>, METH_NOARGS, nullptr}}) != nullptr;
}

int execute(PyObject* module) {
  return add_both<Fields>(module, "Fields of every kind.") &&
                 add_both<Slots>(module, "Slots that may be unset, and readonly fields.")
             ? 0
             : -1;
}

PyMethodDef functions[] = {{"secret_of", secret_of, METH_O, nullptr}, {nullptr, nullptr, 0, nullptr}};
PyModuleDef_Slot slots[] = {{Py_mod_exec, reinterpret_cast<void*>(execute)}, {0, nullptr}};
PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "kinds", "Slots of every kind.", 0, functions, slots, nullptr, nullptr, nullptr};

}  // namespace

PyMODINIT_FUNC PyInit_kinds() { return PyModuleDef_Init(&definition); }
