// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Runs scripts: walks their trees. What the library finds wrong with an attribute is reported with its place in the
// script.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <slotted/slotted.hpp>

#include "host_class.hpp"
#include "objects.hpp"
#include "operators.hpp"
#include "parser.hpp"
#include "syntax.hpp"

namespace script {

class interpreter {
 public:
  explicit interpreter(bool with_caches = true) { counts_.enabled = with_caches; }
  interpreter(const interpreter&) = delete;
  interpreter& operator=(const interpreter&) = delete;

  // ---- for the host

  // Scripts make objects of the class, and of those that they derive from it, by its name.
  template <class C>
  Class& add_class(const Class* base = nullptr) {
    static const host_class_of<C> host;
    return add_class(Class{"name"_slot = std::string(sl::class_name<C>), "base"_slot = base, "host"_slot = &host});
  }
  void add_function(std::string name, native_function native) {
    functions_.push_back({name, nullptr, std::move(native)});
    setattr(globals_, name, value(&functions_.back()));
  }
  // `native(object, arguments)`.
  template <class C, class Native>
  void add_method(Class& owner, std::string name, Native native) {
    functions_.push_back({name, nullptr,
                          [native](const arguments& given) {
                            Object& me = object_of(given.front());
                            return native(static_cast<C&>(me), arguments(given.begin() + 1, given.end()));
                          },
                          &owner});
    setattr(owner, name, value(&functions_.back()));
  }

  // Runs a script; what it defines is there for the next one.
  void run(const source& from) {
    programs_.push_back(parser(from).parse());
    frame top{globals_, nullptr};
    run_block(programs_.back(), top);
  }

  // An object that is alive. Nothing in a script keeps it so.
  void destroy(const Object& dead) {
    std::erase_if(objects_, [&dead](const auto& one) { return one.get() == &dead; });
  }

  [[nodiscard]] const cache_counts& counts() const noexcept { return counts_; }

 private:
  // One call of a function.
  struct frame {
    Variables& variables;
    const Class* owner;  // of the method that runs
  };
  using returned = std::optional<value>;

  // ---- statements

  returned run_block(block& statements, frame& here) {
    for (statement& one : statements)
      if (returned result = run_statement(one, here)) return result;
    return {};
  }
  returned run_statement(statement& one, frame& here) {
    return at(one.where, [&] { return std::visit([&](auto& node) { return run_node(node, here); }, one.node); });
  }

  returned run_node(expression_ptr& node, frame& here) {
    evaluate(*node, here);
    return {};
  }
  returned run_node(let& node, frame& here) {
    setattr(here.variables, node.name, evaluate(*node.initial, here));
    return {};
  }
  returned run_node(assignment& node, frame& here) {
    const value assigned = evaluate(*node.assigned, here);
    at(node.target->where, [&] {
      if (auto* const target = std::get_if<attribute>(&node.target->node))
        on_owner_of(*target, here, [&](auto& owner) { set(owner, target->site, assigned); });
      else
        known_variable(std::get<variable>(node.target->node), here) = assigned;
    });
    return {};
  }
  returned run_node(deletion& node, frame& here) {
    at(node.target->where, [&] {
      auto& target = std::get<attribute>(node.target->node);
      on_owner_of(target, here, [&](auto& owner) { remove(owner, target.site); });
    });
    return {};
  }
  returned run_node(condition& node, frame& here) {
    return run_block(is_true(evaluate(*node.test, here)) ? node.then : node.otherwise, here);
  }
  returned run_node(loop& node, frame& here) {
    while (is_true(evaluate(*node.test, here)))
      if (returned result = run_block(node.body, here)) return result;
    return {};
  }
  returned run_node(return_statement& node, frame& here) {
    return node.returned ? evaluate(*node.returned, here) : value(nil{});
  }
  returned run_node(function_definition& node, frame& here) {
    functions_.push_back({node.name, &node});
    setattr(here.variables, node.name, value(&functions_.back()));
    return {};
  }
  returned run_node(class_definition& node, frame& here) {
    Class& defined = node.base ? derive(node, known_class(*node.base, here))
                               : known_class(variable{sl::attribute_key(node.name)}, here);
    for (function_definition& method : node.methods) {
      functions_.push_back({method.name, &method, {}, &defined});
      setattr(defined, method.name, value(&functions_.back()));
    }
    ++generation_;
    return {};
  }

  // ---- expressions

  value evaluate(expression& one, frame& here) {
    const nesting deeper(depth_);
    return at(one.where, [&] { return std::visit([&](auto& node) { return evaluate_node(node, here); }, one.node); });
  }

  value evaluate_node(literal& node, frame&) { return node.held; }
  value evaluate_node(variable& node, frame& here) { return known_variable(node, here); }
  value evaluate_node(attribute& node, frame& here) {
    return on_owner_of(node, here, [&](auto& owner) { return get(owner, node.site); });
  }
  value evaluate_node(unary& node, frame& here) {
    const value operand = evaluate(*node.operand, here);
    return node.sign == "not" ? value(!is_true(operand)) : negated(operand);
  }
  value evaluate_node(binary& node, frame& here) {
    value left = evaluate(*node.left, here);
    if (node.sign == "and") return is_true(left) ? evaluate(*node.right, here) : left;
    if (node.sign == "or") return is_true(left) ? left : evaluate(*node.right, here);
    return compute(node.sign, left, evaluate(*node.right, here));
  }
  value evaluate_node(call& node, frame& here) {
    const value callee = evaluate(*node.callee, here);
    if (Class* const* const type = std::get_if<Class*>(&callee)) return make(**type, node.arguments, here);
    return invoke(callee, evaluate_all(node.arguments, here));
  }
  value evaluate_node(method_call& node, frame& here) {
    value me = node.object ? evaluate(*node.object, here) : known_variable(variable{me_}, here);
    Object& object = object_of(me);
    const Class* const type = node.object ? object["class"_slot] : base_of_owner(here);
    const function* const method = node.site.find(*type, generation_, counts_);
    if (method == nullptr) raise_no_method(object, *type, node.site.name());
    arguments given = evaluate_all(node.arguments, here);
    given.insert(given.begin(), std::move(me));
    return invoke(method, std::move(given));
  }

  // ---- attributes of objects and of classes

  value get(Object& object, attribute_site& site) { return site.get(object, counts_); }
  void set(Object& object, attribute_site& site, const value& given) { site.set(object, given, counts_); }
  void remove(Object& object, attribute_site& site) { site.remove(object, counts_); }

  static value get(Class& type, attribute_site& site) {
    return getattr(type, site.name()).visit([](const auto& held) { return value_of(held); });
  }
  void set(Class& type, attribute_site& site, const value& given) {
    setattr(type, site.name(), given);
    ++generation_;
  }
  void remove(Class& type, attribute_site& site) {
    delattr(type, site.name());
    ++generation_;
  }

  template <class F>
  auto on_owner_of(attribute& node, frame& here, F f) -> std::invoke_result_t<F&, Object&> {
    const value owner = evaluate(*node.object, here);
    if (Class* const* const type = std::get_if<Class*>(&owner)) return f(**type);
    return f(object_of(owner));
  }
  // The reference must be alive: reference_error.
  static Object& object_of(const value& given) {
    const reference* const object = std::get_if<reference>(&given);
    if (object == nullptr)
      throw wrong_operation("a value of kind " + std::string(kind_of(given)) + " has no attributes");
    return *sl::weak_proxy(*object);
  }

  // ---- variables

  value& known_variable(const variable& wanted, frame& here) {
    if (value* const local = find_attr<value>(here.variables, wanted.name)) return *local;
    if (value* const global = find_attr<value>(globals_, wanted.name)) return *global;
    Variables all = here.variables;  // for the names that may have been meant
    vars(all).insert(vars(globals_).begin(), vars(globals_).end());
    return getattr<value>(all, wanted.name);
  }
  Class& known_class(const variable& name, frame& here) {
    const value found = known_variable(name, here);
    if (Class* const* const type = std::get_if<Class*>(&found)) return **type;
    throw wrong_operation("'" + std::string(name.name.text()) + "' is no class");
  }

  // ---- classes

  Class& add_class(Class&& made) {
    classes_.push_back(std::move(made));
    Class& added = classes_.back();
    setattr(globals_, added["name"_slot], value(&added));
    return added;
  }
  Class& derive(class_definition& node, const Class& base) {
    return add_class(
        Class{"name"_slot = node.name, "base"_slot = &base, "host"_slot = base["host"_slot], "script"_slot = &node});
  }
  static bool is_a(const value& given, const Class& wanted) {
    const Class* type = object_of(given)["class"_slot];
    while (type != nullptr && type != &wanted) type = (*type)["base"_slot];
    return type != nullptr;
  }
  static const Class* base_of_owner(const frame& here) {
    const Class* const base = here.owner != nullptr ? (*here.owner)["base"_slot] : nullptr;
    if (base == nullptr) throw wrong_operation("'super' is for methods of classes that have a base");
    return base;
  }
  [[noreturn]] static void raise_no_method(Object& object, const Class& type, const sl::attribute_key& name) {
    if (hasattr(object, name)) throw wrong_operation("'" + std::string(name.text()) + "' is no method");
    Class all = type;  // for the names that may have been meant
    for (const Class* base = type["base"_slot]; base != nullptr; base = (*base)["base"_slot])
      vars(all).insert(vars(*base).begin(), vars(*base).end());
    static_cast<void>(getattr<value>(all, name));
    throw wrong_operation("'" + std::string(name.text()) + "' is no method");
  }

  // ---- calls

  // The object has what its class says by default, from the first base on, and then what is given by name.
  value make(Class& type, std::vector<argument>& given, frame& here) {
    named_values slots, others;
    add_defaults(type, slots);
    for (argument& one : given) {
      if (one.name.empty()) throw script_error(one.given->where, "the attributes of a new object are given by name");
      const bool is_slot = type["host"_slot]->resolve(one.name).has_value();
      (is_slot ? slots : others).emplace_back(one.name, evaluate(*one.given, here));
    }
    const std::shared_ptr<Object> made = type["host"_slot]->make(slots);
    (*made)["class"_slot] = &type;
    for (auto& [name, other] : others) getattr<value>(*made, name) = std::move(other);  // it must be there by default
    objects_.push_back(made);
    return reference(*made);
  }
  void add_defaults(const Class& type, named_values& initial) {
    if (const Class* const base = type["base"_slot]) add_defaults(*base, initial);
    if (class_definition* const definition = type["script"_slot])
      for (attribute_default& one : definition->defaults) {
        frame top{globals_, nullptr};
        initial.emplace_back(one.name, evaluate(*one.initial, top));
      }
  }

  arguments evaluate_all(std::vector<argument>& given, frame& here) {
    arguments values;
    for (argument& one : given) {
      if (!one.name.empty()) throw script_error(one.given->where, "only a new object takes attributes by name");
      values.push_back(evaluate(*one.given, here));
    }
    return values;
  }

  value invoke(const value& callee, arguments given) {
    const function* const* const called = std::get_if<const function*>(&callee);
    if (called == nullptr)
      throw wrong_operation("a value of kind " + std::string(kind_of(callee)) + " cannot be called");
    const function& f = **called;
    if (f.owner != nullptr && (given.empty() || !is_a(given.front(), *f.owner)))
      throw wrong_operation("'" + f.name + "' is a method of " + (*f.owner)["name"_slot]);
    if (f.native) return f.native(given);

    Variables variables;
    const std::size_t before = f.owner != nullptr ? 1 : 0;
    if (before != 0) setattr(variables, me_, std::move(given.front()));
    const auto& parameters = f.definition->parameters;
    if (given.size() - before != parameters.size())
      throw wrong_operation("'" + f.name + "' takes " + std::to_string(parameters.size()) + " arguments, not " +
                            std::to_string(given.size() - before));
    for (std::size_t i = 0; i != parameters.size(); ++i)
      setattr(variables, parameters[i], std::move(given[i + before]));
    frame inside{variables, f.owner};
    return run_block(f.definition->body, inside).value_or(nil{});
  }

  // Whatever goes wrong in `work` goes wrong here, unless it is known better.
  template <class F>
  static auto at(position where, F work) -> std::invoke_result_t<F&> {
    try {
      return work();
    } catch (const sl::error_base& error) {
      throw script_error(where, error.what());
    } catch (const wrong_operation& error) {
      throw script_error(where, error.what());
    }
  }

  class nesting {
   public:
    explicit nesting(std::size_t& depth) : depth_(depth) {
      if (depth_ == deepest) throw wrong_operation("calls are nested too deeply");
      ++depth_;
    }
    nesting(const nesting&) = delete;
    nesting& operator=(const nesting&) = delete;
    ~nesting() { --depth_; }

   private:
    static constexpr std::size_t deepest = 500;
    std::size_t& depth_;
  };

  const sl::attribute_key me_{"me"};
  std::deque<block> programs_;
  std::deque<function> functions_;
  std::deque<Class> classes_;
  std::vector<std::shared_ptr<Object>> objects_;
  Variables globals_;
  cache_counts counts_;
  std::uint32_t generation_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace script
