// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The four verbs, as in Python: getattr, setattr, hasattr, delattr, and find_attr and with_slot beside them. A name is
// "x"_slot, anything that converts to std::string_view, or a slot_key. All are found by argument-dependent lookup.
#ifndef SLOTTED_ATTRIBUTE_HPP
#define SLOTTED_ATTRIBUTE_HPP

#include <slotted/attribute_ref.hpp>
#include <slotted/descriptor.hpp>
#include <slotted/lookup.hpp>
#include <slotted/slot_handle.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline v0 {

namespace detail {

/// The object as the class that its slots are declared for, const or not.
template <class O>
using seen_object = std::conditional_t<std::is_const_v<std::remove_reference_t<O>>, const seen_as<std::remove_cvref_t<O>>,
                                       seen_as<std::remove_cvref_t<O>>>;

template <class O>
concept slotted_object = slotted_class<std::remove_cvref_t<O>>;

template <class Name>
inline constexpr bool is_compile_time_name = is_slot_name<std::remove_cvref_t<Name>>;
template <class Name>
inline constexpr bool is_key = is_slot_key<std::remove_cvref_t<Name>>;

template <class C, class Name>
constexpr bool name_is_known() {
  constexpr bool known = has_slot<C, Name>;
  if constexpr (!known) static_assert(sizeof(unknown_slot<C, Name>) != 0);
  return known;
}
template <class C, class Name>
using entry_named = typename found_entry<C, Name>::type;

/// The index that a run-time name or key stands for, or `slot_total<C>`.
template <class C, class Name>
SLOTTED_INLINE constexpr std::size_t index_of(const Name& name) noexcept {
  if constexpr (is_key<Name>) {
    if constexpr (!std::is_same_v<Name, slot_key<C>>)
      static_assert(sizeof(error::slot_key_is_for_another_class<C, Name>) != 0);
    return name.index();
  } else if constexpr (string_like<const Name&>) {
    return find_slot<C>(name);
  } else {
    static_assert(sizeof(error::attribute_name_is_not_text<C, Name>) != 0);
    return slot_total<C>;
  }
}

/// The name as text, for a message.
template <class C, class Name>
constexpr std::string_view text_of(const Name& name) noexcept {
  if constexpr (string_like<const Name&>)
    return name;
  else
    return {};
}

template <class C>
constexpr std::string_view name_of_slot(std::size_t index) {
  const auto read = []<class Entry, std::size_t>() { return Entry::name_type::text; };
  return dispatch<C, std::string_view>(index, read);
}

template <class C, class Name>
SLOTTED_INLINE constexpr std::size_t known_index(const Name& name, bool storing = false) {
  const std::size_t index = index_of<C>(name);
  if (index == slot_total<C>) [[unlikely]]
    raise_unknown_name<C>(text_of<C>(name), storing);
  return index;
}

template <class C>
constexpr bool is_set_at(const C& object, std::size_t index) noexcept {
  const auto read = [&object]<class Entry, std::size_t>() { return has_value<Entry>(object); };
  return dispatch<C, bool>(index, read);
}

/// A T in the slot with that index, or null: another type, or unset.
template <class T, class C>
SLOTTED_INLINE constexpr T* find_at(C& object, std::size_t index) noexcept {
  using class_type = std::remove_const_t<C>;
  if (std::is_constant_evaluated() || std::is_abstract_v<class_type>) {
    typed_finder<T, C> find{object};
    return dispatch<class_type, T*>(index, find);
  } else {
    const slot_record& record = records_of<class_type>[index];
    const bool there = record.type == &identity_of<std::remove_const_t<T>> && is_set_by_record(object, record);
    return there ? __builtin_addressof(value_by_record<T>(object, record)) : nullptr;
  }
}

/// Says why there is no T in a slot that exists.
template <class T, class C>
[[noreturn]] SLOTTED_COLD inline void raise_not_found(std::size_t index) {
  const auto* type = records_of<C>[index].type;
  if (type != &identity_of<std::remove_const_t<T>>)
    raise_wrong_type(class_name<C>, name_of_slot<C>(index), type->name, type_name<std::remove_const_t<T>>);
  raise_unset(class_name<C>, name_of_slot<C>(index));
}

/// What a fallback makes of an absent value: text becomes a std::string, which can own it.
template <class F>
using fallback_type = std::conditional_t<string_like<F>, std::string, std::remove_cvref_t<F>>;

template <class C, class V>
struct storing_visitor {
  C& object;
  V&& value;
  template <class Entry, std::size_t>
  constexpr void operator()() const {
    if constexpr (Entry::readonly) {
      raise_read_only(class_name<C>, Entry::name_type::text);
    } else if constexpr (!fits<typename Entry::value_type, V> ||
                         !std::is_move_assignable_v<std::remove_all_extents_t<typename Entry::value_type>>) {
      raise_unfit(class_name<C>, Entry::name_type::text, type_name<typename Entry::value_type>,
                  type_name<std::remove_cvref_t<V>>);
    } else {
      store_value<Entry>(object, std::forward<V>(value));
    }
  }
};

template <class C, class V>
SLOTTED_INLINE constexpr void store_at(C& object, std::size_t index, V&& value) {
  using T = std::remove_cvref_t<V>;
  if constexpr (!std::is_abstract_v<C> && !std::is_array_v<T> && std::is_assignable_v<T&, V>) {
    if (!std::is_constant_evaluated()) {
      const slot_record& record = records_of<C>[index];
      if (record.type == &identity_of<T> && !record.readonly && is_set_by_record(object, record)) {
        value_by_record<T>(object, record) = std::forward<V>(value);
        return;
      }
    }
  }
  storing_visitor<C, V> store{object, std::forward<V>(value)};
  dispatch<C, void>(index, store);
}

template <class C>
struct deleting_visitor {
  C& object;
  template <class Entry, std::size_t>
  constexpr void operator()() const {
    if constexpr (!Entry::may_be_unset)
      raise_undeletable(class_name<C>, Entry::name_type::text);
    else if constexpr (Entry::readonly)
      raise_read_only(class_name<C>, Entry::name_type::text);
    else
      delete_value<Entry>(object);
  }
};

template <class C, class F>
struct descriptor_visitor {
  F& f;
  template <class Entry, std::size_t Index>
  constexpr void operator()() const {
    f(slot_descriptor<C, Entry, Index>{});
  }
};

/// An rvalue's slots are rvalues.
template <class O, class T>
SLOTTED_INLINE constexpr decltype(auto) forward_slot(T& value) noexcept {
  if constexpr (std::is_lvalue_reference_v<O>)
    return (value);
  else
    return std::move(value);
}

}  // namespace detail

/// The value of a slot: `T&` (`const T&` for const objects and readonly slots) with a compile-time name, an
/// `attribute_ref` with a run-time one. attribute_error where it is unset or unknown.
template <class O, class Name>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr decltype(auto) getattr(O&& object, const Name& name) {
  using C = detail::seen_object<O>;
  using class_type = std::remove_const_t<C>;
  C& seen = object;
  if constexpr (detail::is_compile_time_name<Name>) {
    static_cast<void>(name);
    if constexpr (detail::name_is_known<class_type, Name>())
      return detail::forward_slot<O>(detail::checked_value<detail::entry_named<class_type, Name>>(seen));
  } else {
    const std::size_t index = detail::known_index<class_type>(name);
    if (!detail::is_set_at<class_type>(seen, index)) detail::raise_unset(class_name<class_type>, detail::name_of_slot<class_type>(index));
    return attribute_ref<C>(seen, index);
  }
}

/// The value of the slot with that run-time name, which must be a `T`: type_error otherwise.
template <class T, class O, class Name>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr decltype(auto) getattr(O&& object, const Name& name) {
  using C = detail::seen_object<O>;
  using class_type = std::remove_const_t<C>;
  C& seen = object;
  if constexpr (detail::is_compile_time_name<Name>) {
    return getattr(std::forward<O>(object), name);
  } else {
    using value = detail::value_by_name<C, T>;
    const std::size_t index = detail::known_index<class_type>(name);
    value* found = detail::find_at<value>(seen, index);
    if (found == nullptr) [[unlikely]]
      detail::raise_not_found<T, class_type>(index);
    return static_cast<value&>(*found);
  }
}

/// A copy of the value or, where there is none, `fallback` as one; no exception inside. An unknown run-time name has no
/// value, as in Python; a value of another type is a type_error.
template <class O, class Name, class F>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr auto getattr(O&& object, const Name& name, F&& fallback) {
  using class_type = std::remove_const_t<detail::seen_object<O>>;
  if constexpr (detail::is_compile_time_name<Name>) {
    if constexpr (detail::name_is_known<class_type, Name>()) {
      using entry = detail::entry_named<class_type, Name>;
      using T = std::remove_cv_t<typename entry::value_type>;
      const class_type& seen = object;
      return detail::has_value<entry>(seen)
                 ? T(detail::unchecked_value<entry>(seen))
                 : T(detail::convert<T>(std::forward<F>(fallback), detail::place_of<entry>));
    }
  } else {
    return getattr<detail::fallback_type<F>>(object, name, std::forward<F>(fallback));
  }
}

/// The same with the type given: for a fallback that only converts to it.
template <class T, class O, class Name, class F>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr T getattr(O&& object, const Name& name, F&& fallback) {
  using class_type = std::remove_const_t<detail::seen_object<O>>;
  if constexpr (detail::is_compile_time_name<Name>) {
    return getattr(object, name, std::forward<F>(fallback));
  } else {
    const class_type& seen = object;
    const std::size_t index = detail::index_of<class_type>(name);
    if (index != detail::slot_total<class_type>) {
      if (const T* found = detail::find_at<const T>(seen, index)) return *found;
      if (detail::is_set_at<class_type>(seen, index)) detail::raise_not_found<T, class_type>(index);
    }
    return detail::convert<T>(std::forward<F>(fallback), detail::slot_place{class_name<class_type>, "fallback"});
  }
}

/// Stores a value by the value rule: assigns to one that is there, else constructs it. A value that does not fit does not
/// compile with a compile-time name and is a type_error with a run-time one; nothing is changed then.
template <class O, class Name, class V>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr void setattr(O&& object, const Name& name, V&& value) {
  using C = detail::seen_object<O>;
  using class_type = std::remove_const_t<C>;
  C& seen = object;
  if constexpr (detail::is_compile_time_name<Name>) {
    static_cast<void>(name);
    if constexpr (detail::name_is_known<class_type, Name>())
      detail::store_value<detail::entry_named<class_type, Name>>(seen, std::forward<V>(value));
  } else if constexpr (std::is_const_v<C>) {
    static_assert(sizeof(error::object_is_const<class_type, "at_run_time">) != 0);
  } else {
    detail::store_at(seen, detail::known_index<class_type>(name, true), std::forward<V>(value));
  }
}

/// Whether there is a value of that name. Any text may be asked for; an unknown `"nope"_slot` does not compile.
template <class O, class Name>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr bool hasattr(const O& object, const Name& name) noexcept {
  using class_type = detail::seen_as<O>;
  const class_type& seen = object;
  if constexpr (detail::is_compile_time_name<Name>) {
    static_cast<void>(name);
    if constexpr (detail::name_is_known<class_type, Name>())
      return detail::has_value<detail::entry_named<class_type, Name>>(seen);
    else
      return false;
  } else {
    const std::size_t index = detail::index_of<class_type>(name);
    return index != detail::slot_total<class_type> && detail::is_set_at<class_type>(seen, index);
  }
}

/// Unsets a slot; attribute_error where it is unset. For fields and readonly slots it does not compile with a
/// compile-time name and is an attribute_error with a run-time one.
template <class O, class Name>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr void delattr(O&& object, const Name& name) {
  using C = detail::seen_object<O>;
  using class_type = std::remove_const_t<C>;
  C& seen = object;
  if constexpr (detail::is_compile_time_name<Name>) {
    static_cast<void>(name);
    if constexpr (detail::name_is_known<class_type, Name>())
      detail::delete_value<detail::entry_named<class_type, Name>>(seen);
  } else if constexpr (std::is_const_v<C>) {
    static_assert(sizeof(error::object_is_const<class_type, "at_run_time">) != 0);
  } else {
    detail::deleting_visitor<C> unset{seen};
    detail::dispatch<class_type, void>(detail::known_index<class_type>(name), unset);
  }
}

/// A pointer to the value, or null where it is unset, unknown or no `T`. With getattr's const rules; throws nothing.
template <class T, class O, class Name>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr auto find_attr(O& object, const Name& name) noexcept {
  using C = detail::seen_object<O&>;
  using class_type = std::remove_const_t<C>;
  C& seen = object;
  if constexpr (detail::is_compile_time_name<Name>) {
    static_cast<void>(name);
    if constexpr (detail::name_is_known<class_type, Name>()) {
      using entry = detail::entry_named<class_type, Name>;
      using held = std::remove_cv_t<typename entry::value_type>;
      if constexpr (!std::is_same_v<std::remove_cv_t<T>, held>)
        static_assert(sizeof(error::slot_is_of_another_type<class_type, Name::literal, held, T>) != 0);
      return detail::find_value<entry>(seen);
    }
  } else {
    using value = detail::value_by_name<C, T>;
    const std::size_t index = detail::index_of<class_type>(name);
    return index == detail::slot_total<class_type> ? static_cast<value*>(nullptr) : detail::find_at<value>(seen, index);
  }
}

/// The same where the compile-time name tells the type.
template <class O, class Name>
  requires detail::slotted_object<O> && detail::is_compile_time_name<Name>
[[nodiscard]] SLOTTED_INLINE constexpr auto find_attr(O& object, const Name& name) noexcept {
  using class_type = detail::seen_as<O>;
  if constexpr (detail::name_is_known<class_type, Name>())
    return find_attr<std::remove_cv_t<typename detail::entry_named<class_type, Name>::value_type>>(object, name);
}

/// Calls `f(descriptor)` for the slot of `C` with that name, alias or key, and returns true; false where there is none.
/// A run-time name becomes a typed operation, also on an unset slot.
template <class C, class Name, class F>
  requires detail::slotted_class<C>
constexpr bool with_slot(const Name& name, F&& f) {
  using seen = detail::seen_as<C>;
  const std::size_t index = detail::index_of<seen>(name);
  if (index == detail::slot_total<seen>) return false;
  if constexpr (detail::slot_total<seen> != 0) {
    detail::descriptor_visitor<seen, F> visitor{f};
    detail::dispatch<seen, void>(index, visitor);
  }
  return true;
}

namespace detail {

template <class C, class F, class Descriptor>
SLOTTED_INLINE constexpr void call_if_set(C& object, F& f, Descriptor slot) {
  if (slot.has(object)) f(Descriptor::name, slot.get(object));
}

}  // namespace detail

/// Calls `f(name, value)` for every slot that is set, bases first, in declared order.
template <class O, class F>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr void for_each_attr(O&& object, F&& f) {
  for_each_slot<std::remove_cvref_t<O>>([&](auto slot) { detail::call_if_set(object, f, slot); });
}

}  // namespace slotted::inline v0

#endif
