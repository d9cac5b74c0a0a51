// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// A Python type from any slotted class: its slots are the attributes, its dict slot and weakref slot are Python's.
//
//   python_type<Place>::add_to(module, "a place");        // in Python: Place("Kabul", latitude=34.5)
//   Place& place = python_type<Place>::object_in(self);   // the object that lies in a Python object
//
//   slot                          in Python
//   readonly field of a number    a member: CPython reads the bytes in the object, by their offset
//   field of bool or float        a member, which CPython writes, too
//   any other, hidden ones not    by its descriptor and setattr, with values as in python_value.hpp
//   dict slot                     any attribute, which C++ sees; `__dict__` shows those of now, read-only
//   weakref slot                  weakref.ref(), beside which C++ may have weak references to the object
//
// The attributes of slotted bases are those of the class. Python may derive classes from it.
#pragma once

#include <Python.h>
#include <structmember.h>

#include <array>
#include <concepts>
#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>

#include "python_object.hpp"
#include "python_trashcan.hpp"
#include "python_value.hpp"

// The code that CPython has for a slot which it may read and, if it is not readonly, write; 0 where it must not. Its
// own writing is wanted for few: it cuts off integers that are too large, and stores -1 in a 64-bit number before it
// complains of a value that is none.
constexpr int member_code(const slotted::member& slot) {
  using slotted::value_kind;
  if ((slot.flags & slotted::member::is_field) == 0 || (slot.flags & slotted::member::is_hidden) != 0) return 0;
  if (slot.kind == value_kind::boolean) return T_BOOL;
  if (slot.kind == value_kind::f32) return T_FLOAT;
  if ((slot.flags & slotted::member::is_readonly) == 0) return 0;
  switch (slot.kind) {
    case value_kind::i8:
      return T_BYTE;
    case value_kind::i16:
      return T_SHORT;
    case value_kind::i32:
      return T_INT;
    case value_kind::i64:
      return T_LONGLONG;
    case value_kind::u8:
      return T_UBYTE;
    case value_kind::u16:
      return T_USHORT;
    case value_kind::u32:
      return T_UINT;
    case value_kind::u64:
      return T_ULONGLONG;
    case value_kind::f64:
      return T_DOUBLE;
    default:
      return 0;
  }
}

template <class C>
class python_type {
  // In memory: what every Python object has, a pointer for weak references, one for a dict, the object. Attributes are
  // in the object's own dict slot, so the dict stays null; classes that Python derives see by it that they need none.
  static constexpr std::size_t pointer = sizeof(PyObject*);
  static constexpr std::size_t weakrefs_at = sizeof(PyObject);
  static constexpr std::size_t dict_at = weakrefs_at + (slotted::has_weakref<C> ? pointer : 0);
  static constexpr std::size_t end_of_header = dict_at + (slotted::has_dict<C> ? pointer : 0);
  static constexpr std::size_t object_at = (end_of_header + alignof(C) - 1) / alignof(C) * alignof(C);

  static_assert(alignof(C) <= alignof(std::max_align_t), "Python aligns its objects no more than malloc does");
  static_assert(std::is_nothrow_move_constructible_v<C>, "an object is made before its Python object is");

 public:
  // Makes the type and puts it into the module. A borrowed reference, or null and an exception.
  static PyTypeObject* add_to(PyObject* module, const char* doc) {
    return or_raise(static_cast<PyTypeObject*>(nullptr), [&] {
      const char* const package = PyModule_GetName(module);
      if (package == nullptr) throw python_error{};
      static const std::string name = std::string(package) + '.' + std::string(slotted::class_name<C>);

      std::vector<PyType_Slot> slots = {{Py_tp_doc, const_cast<char*>(doc)},
                                        {Py_tp_new, as_slot(construct)},
                                        {Py_tp_dealloc, as_slot(destroy)},
                                        {Py_tp_traverse, as_slot(traverse)},
                                        {Py_tp_clear, as_slot(clear)},
                                        {Py_tp_repr, as_slot(represent)},
                                        {Py_tp_members, const_cast<PyMemberDef*>(members.data())},
                                        {Py_tp_getset, const_cast<PyGetSetDef*>(attributes.data())}};
      if constexpr (std::equality_comparable<C>) slots.push_back({Py_tp_richcompare, as_slot(compare)});
      if constexpr (slotted::has_dict<C>) {
        static PyMethodDef methods[] = {{"__dir__", list_names, METH_NOARGS, nullptr}, {nullptr, nullptr, 0, nullptr}};
        slots.push_back({Py_tp_methods, methods});
        slots.push_back({Py_tp_getattro, as_slot(get_any)});
        slots.push_back({Py_tp_setattro, as_slot(set_any)});
      }
      slots.push_back({0, nullptr});
      PyType_Spec spec{name.c_str(), static_cast<int>(object_at + sizeof(C)), 0,
                       Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC, slots.data()};
      const python_object type = checked(PyType_FromModuleAndSpec(module, &spec, nullptr));
      auto* const made = reinterpret_cast<PyTypeObject*>(type.get());
      if (PyModule_AddType(module, made) < 0) throw python_error{};
      return made;
    });
  }

  // Whether it is an instance, of a class that Python has derived, too.
  static bool is_instance(PyObject* object) {
    for (const PyTypeObject* type = Py_TYPE(object); type != nullptr; type = type->tp_base)
      if (type->tp_dealloc == destroy) return true;
    return false;
  }
  // The object in an instance.
  static C& object_in(PyObject* self) {
    return *std::launder(reinterpret_cast<C*>(reinterpret_cast<unsigned char*>(self) + object_at));
  }

  // A new instance with the object in it.
  static PyObject* wrap(PyTypeObject* type, C object) {
    PyObject* const self = type->tp_alloc(type, 0);
    if (self != nullptr)
      ::new (static_cast<void*>(reinterpret_cast<unsigned char*>(self) + object_at)) C(std::move(object));
    return self;
  }

  // What the object keeps alive, for the `traverse` of whatever holds it.
  static int visit_objects_in(const C& object, visitproc visit, void* arg) {
    int result = 0;
    slotted::for_each_slot<C>([&](auto slot) {
      if constexpr (may_hold_objects<typename decltype(slot)::value_type>)
        if (result == 0 && slot.has(object)) result = visit_objects(slot.get(object), visit, arg);
    });
    if constexpr (slotted::has_dict<C>)
      for (const auto [name, value] : vars(object))
        if constexpr (may_hold_objects<std::remove_cvref_t<decltype(value)>>)
          if (result == 0) result = visit_objects(value, visit, arg);
    return result;
  }
  // Ends whatever could be part of a cycle. A field that holds a Python object has None in it then.
  static void clear_objects_in(C& object) {
    slotted::for_each_slot<C>([&](auto slot) {
      using T = typename decltype(slot)::value_type;
      if constexpr (may_hold_objects<T> && !slot.readonly) {
        if constexpr (slot.may_be_unset) {
          if (slot.has(object)) slot.del(object);
        } else {
          slot.set(object, T{});
        }
      }
    });
    if constexpr (slotted::has_dict<C>) vars(object).clear();
  }

 private:
  template <class Object>
  struct value_in_dict {
    using type = void;
  };
  template <class Object>
    requires slotted::has_dict<Object>
  struct value_in_dict<Object> {
    using type = typename decltype(vars(std::declval<Object&>()))::mapped_type;
  };
  using dict_value = typename value_in_dict<C>::type;

  template <class F>
  static void* as_slot(F* function) {
    return reinterpret_cast<void*>(function);
  }

  // ---- The tables

  static constexpr std::size_t count = slotted::slot_count<C>;

  // Whether Python has an attribute for the slot that is no member.
  template <class Slot>
  static constexpr bool is_attribute() {
    return !Slot::hidden && has_python_form<typename Slot::value_type> &&
           member_code(slotted::members<C>[Slot::index]) == 0;
  }

  static constexpr std::array<PyMemberDef, count + 4> make_members() {
    std::array<PyMemberDef, count + 4> made{};
    std::size_t at = 0;
    for (const slotted::member& slot : slotted::members<C>)
      if (const int code = member_code(slot); code != 0)
        made[at++] = {slot.name.data(), code, static_cast<Py_ssize_t>(object_at + slot.offset),
                      (slot.flags & slotted::member::is_readonly) != 0 ? READONLY : 0, slot.doc.data()};
    if (slotted::has_weakref<C>)
      made[at++] = {"__weakref__", T_OBJECT, static_cast<Py_ssize_t>(weakrefs_at), READONLY, nullptr};
    // By these names a type that is made from a specification learns where its pointers are.
    if (slotted::has_weakref<C>)
      made[at++] = {"__weaklistoffset__", T_PYSSIZET, static_cast<Py_ssize_t>(weakrefs_at), READONLY, nullptr};
    if (slotted::has_dict<C>)
      made[at++] = {"__dictoffset__", T_PYSSIZET, static_cast<Py_ssize_t>(dict_at), READONLY, nullptr};
    return made;
  }

  static constexpr std::array<PyGetSetDef, count + 2> make_attributes() {
    std::array<PyGetSetDef, count + 2> made{};
    std::size_t at = 0;
    slotted::for_each_slot<C>([&](auto slot) {
      using Slot = decltype(slot);
      if constexpr (is_attribute<Slot>())
        made[at++] = {slot.name.data(), get_slot<Slot>, slot.readonly ? nullptr : set_slot<Slot>, slot.doc.data(),
                      nullptr};
    });
    if constexpr (slotted::has_dict<C>) made[at++] = {"__dict__", get_dict, nullptr, nullptr, nullptr};
    return made;
  }

  static constexpr std::array<PyMemberDef, count + 4> members = make_members();
  static constexpr std::array<PyGetSetDef, count + 2> attributes = make_attributes();

  // ---- Attributes that are slots

  template <class Slot>
  static PyObject* get_slot(PyObject* self, void*) {
    return or_raise<PyObject*>(nullptr, [&] { return to_python{}(Slot{}.get(std::as_const(object_in(self)))); });
  }

  template <class Slot>
  static int set_slot(PyObject* self, PyObject* given, void*) {
    return or_raise(-1, [&] {
      C& object = object_in(self);
      if (given != nullptr)
        set<Slot>(given, [&](auto&& value) { setattr(object, Slot::name, std::forward<decltype(value)>(value)); });
      else
        delattr(object, Slot::name);
      return 0;
    });
  }

  template <class Slot, class Store>
  static void set(PyObject* given, Store store) {
    using T = typename Slot::value_type;
    give<T>(given, [&](auto&& value) {
      if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, python_object> && !may_hold_objects<T>) {
        PyErr_Format(PyExc_TypeError, "'%s' object attribute '%s' is of type '%s' and takes no '%s'",
                     std::string(slotted::class_name<C>).c_str(), Slot::name.data(),
                     std::string(slotted::type_name<T>).c_str(), Py_TYPE(given)->tp_name);
        throw python_error{};
      } else {
        store(std::forward<decltype(value)>(value));
      }
    });
  }

  // ---- Dynamic attributes

  static std::string_view text_of(PyObject* name) {
    Py_ssize_t size = 0;
    const char* const text = PyUnicode_AsUTF8AndSize(name, &size);
    if (text == nullptr) throw python_error{};
    return {text, static_cast<std::size_t>(size)};
  }

  // What the type has under that name comes before dynamic attributes if it can be set, as a slot, or a property.
  static bool is_for_type(PyObject* self, PyObject* name) {
    const PyObject* const found = _PyType_Lookup(Py_TYPE(self), name);
    return found != nullptr && Py_TYPE(found)->tp_descr_set != nullptr;
  }

  static PyObject* get_any(PyObject* self, PyObject* name) {
    return or_raise<PyObject*>(nullptr, [&] {
      if (PyUnicode_Check(name) && !is_for_type(self, name)) {
        const auto attributes_there = vars(std::as_const(object_in(self)));
        if (const auto found = attributes_there.find(text_of(name)); found != attributes_there.end())
          return to_python{}((*found).second);
      }
      return PyObject_GenericGetAttr(self, name);
    });
  }

  static int set_any(PyObject* self, PyObject* name, PyObject* given) {
    return or_raise(-1, [&] {
      if (!PyUnicode_Check(name) || is_for_type(self, name)) return PyObject_GenericSetAttr(self, name, given);
      C& object = object_in(self);
      const std::string_view text = text_of(name);
      if (given != nullptr)
        give<dict_value>(given, [&](auto&& value) { setattr(object, text, std::forward<decltype(value)>(value)); });
      else
        delattr(object, text);
      return 0;
    });
  }

  static python_object dict_of(PyObject* self) {
    const python_object dict = checked(PyDict_New());
    for (const auto [name, value] : vars(std::as_const(object_in(self)))) {
      const python_object key = checked(to_python{}(name));
      if (PyDict_SetItem(dict.get(), key.get(), checked(to_python{}(value)).get()) < 0) throw python_error{};
    }
    return dict;
  }
  static PyObject* get_dict(PyObject* self, void*) {
    return or_raise<PyObject*>(nullptr, [&] { return PyDictProxy_New(dict_of(self).get()); });
  }
  static PyObject* list_names(PyObject* self, PyObject*) {
    return or_raise<PyObject*>(nullptr, [&] {
      auto* const base = reinterpret_cast<PyObject*>(&PyBaseObject_Type);
      const python_object names = checked(PyObject_CallMethod(base, "__dir__", "O", self));
      return PySequence_InPlaceConcat(names.get(), checked(PyDict_Keys(dict_of(self).get())).get());
    });
  }

  // ---- The life of an object

  static constexpr auto constructor_names = [] {
    std::array<std::string_view, count> names{};
    std::size_t at = 0;
    for (const slotted::member& slot : slotted::members<C>)
      if ((slot.flags & slotted::member::is_hidden) == 0) names[at++] = slot.name;
    return names;
  }();

  static void give_argument(slotted::builder<C>& made, std::string_view name, PyObject* given) {
    const auto fail = [&](const char* what) {
      PyErr_Format(PyExc_TypeError, "%s() got %s '%s'", std::string(slotted::class_name<C>).c_str(), what,
                   std::string(name).c_str());
      throw python_error{};
    };
    const auto store = [&](auto&& value) { made.set(name, std::forward<decltype(value)>(value)); };
    if (made.has(name)) fail("multiple values for argument");
    if (slotted::with_slot<C>(name, [&](auto slot) { set<decltype(slot)>(given, store); })) return;
    if constexpr (slotted::has_dict<C>)
      give<dict_value>(given, store);
    else
      fail("an unexpected keyword argument");
  }

  static PyObject* construct(PyTypeObject* type, PyObject* arguments, PyObject* keywords) {
    return or_raise<PyObject*>(nullptr, [&] {
      slotted::builder<C> made;
      const auto given = static_cast<std::size_t>(PyTuple_GET_SIZE(arguments));
      if (given > count || (given != 0 && constructor_names[given - 1].empty())) {
        PyErr_Format(PyExc_TypeError, "%s() takes fewer positional arguments: %zu were given",
                     std::string(slotted::class_name<C>).c_str(), given);
        throw python_error{};
      }
      for (std::size_t i = 0; i != given; ++i)
        give_argument(made, constructor_names[i], PyTuple_GET_ITEM(arguments, static_cast<Py_ssize_t>(i)));
      PyObject *name = nullptr, *value = nullptr;
      for (Py_ssize_t at = 0; keywords != nullptr && PyDict_Next(keywords, &at, &name, &value);)
        give_argument(made, text_of(name), value);
      return wrap(type, std::move(made).build());
    });
  }

  static void destroy(PyObject* self) {
    PyObject_GC_UnTrack(self);
    if constexpr (slotted::has_weakref<C>) PyObject_ClearWeakRefs(self);
    if (python_trashcan::put_aside(self, destroy)) return;
    const python_trashcan nested;
    PyTypeObject* const type = Py_TYPE(self);
    object_in(self).~C();
    type->tp_free(self);
    Py_DECREF(type);
  }

  static int traverse(PyObject* self, visitproc visit, void* arg) {
    Py_VISIT(Py_TYPE(self));
    return visit_objects_in(object_in(self), visit, arg);
  }

  static int clear(PyObject* self) {
    clear_objects_in(object_in(self));
    return 0;
  }

  // ---- As a value

  static PyObject* represent(PyObject* self) {
    if (const int entered = Py_ReprEnter(self); entered != 0)
      return entered < 0 ? nullptr : PyUnicode_FromString("...");
    PyObject* const text = or_raise<PyObject*>(nullptr, [&] {
      const auto text_from = [](const python_object& given) { return std::string(text_of(given.get())); };
      const auto repr = [&](PyObject* object) { return text_from(checked(PyObject_Repr(object))); };
      std::string made;
      const auto add = [&](std::string_view name, const std::string& value) {
        made += (made.empty() ? "" : ", ") + std::string(name) + '=' + value;
      };
      slotted::for_each_slot<C>([&](auto slot) {
        if constexpr (!slot.hidden && has_python_form<typename decltype(slot)::value_type>) {
          const C& object = object_in(self);
          add(slot.name, slot.has(object) ? repr(checked(to_python{}(slot.get(object))).get()) : "<unset>");
        }
      });
      if constexpr (slotted::has_dict<C>) {
        const python_object dict = dict_of(self);
        PyObject *name = nullptr, *value = nullptr;
        for (Py_ssize_t at = 0; PyDict_Next(dict.get(), &at, &name, &value);) add(text_of(name), repr(value));
      }
      auto* const type = reinterpret_cast<PyObject*>(Py_TYPE(self));
      made = text_from(checked(PyObject_GetAttrString(type, "__name__"))) + '(' + made + ')';
      return to_python{}(std::string_view(made));
    });
    Py_ReprLeave(self);
    return text;
  }

  static PyObject* compare(PyObject* self, PyObject* other, int operation) {
    if (!is_instance(other) || (operation != Py_EQ && operation != Py_NE)) Py_RETURN_NOTIMPLEMENTED;
    const bool equal = std::as_const(object_in(self)) == std::as_const(object_in(other));
    return PyBool_FromLong(equal == (operation == Py_EQ));
  }
};
