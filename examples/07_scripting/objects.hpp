// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What scripts and the host share: objects, their classes, and the variables of a function. All are slotted, so that
// all get, set and miss attributes alike.
#pragma once

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <slotted/slotted.hpp>

#include "value.hpp"

namespace script {

using namespace slotted::literals;

class host_class;
struct class_definition;
struct function_definition;

// clang-format off

// The base of all classes of the host that scripts may use.
struct Object : sl::object<Object, sl::slots<
    sl::field<"class", const Class*, sl::defaults_to<nullptr>, sl::hidden>,  // no script can set it
    sl::dict_slot<value>,                                                    // what scripts add
    sl::unsynchronized_weakref_slot>> {                                      // what scripts hold
  using object::object;
};

// A class is an object, too: its methods are its dynamic attributes.
struct Class : sl::object<Class, sl::slots<
    sl::field<"name", std::string, sl::readonly>,
    sl::field<"base", const Class*, sl::hidden>,
    sl::field<"host", const host_class*, sl::hidden>,  // of which the objects are in truth
    sl::field<"script", class_definition*, sl::defaults_to<nullptr>, sl::hidden>,
    sl::dict_slot<value>>> {
  using object::object;
};

// clang-format on

// Calls of one function set the same names in the same order: they share one table of names.
struct Variables : sl::object<Variables, sl::slots<sl::dict_slot<value>>> {
  using object::object;
};

using arguments = std::vector<value>;
using native_function = std::function<value(const arguments&)>;

// Written in a script, or by the host; a method is called with its object as the first argument.
struct function {
  std::string name;
  function_definition* definition = nullptr;
  native_function native{};
  const Class* owner = nullptr;  // of a method
};

inline std::string text_of(const value& given) {
  struct printer {
    std::ostringstream out;
    void operator()(nil) { out << "nil"; }
    void operator()(bool truth) { out << (truth ? "true" : "false"); }
    void operator()(std::int64_t number) { out << number; }
    void operator()(double number) { out << number; }
    void operator()(const std::string& text) { out << text; }
    void operator()(const reference& object) {
      const Object* const alive = object.get();
      if (alive == nullptr)
        out << "(a dead object)";
      else
        out << (*(*alive)["class"_slot])["name"_slot] << ' ' << getattr<std::string>(*alive, "name", "without a name");
    }
    void operator()(const Class* type) { out << (*type)["name"_slot]; }
    void operator()(const function* called) { out << called->name; }
  };
  printer print;
  std::visit(std::ref(print), given);
  return print.out.str();
}

}  // namespace script
