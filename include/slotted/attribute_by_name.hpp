// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The verbs with a name that comes at run time: any text, or a slot_key that was resolved from one. Types meet at run
// time, too, and a value that does not fit is a type_error.
#ifndef SLOTTED_ATTRIBUTE_BY_NAME_HPP
#define SLOTTED_ATTRIBUTE_BY_NAME_HPP

#include <slotted/attribute_by_slot.hpp>
#include <slotted/dict_attribute_ref.hpp>
#include <slotted/slot_by_record.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <class Name>
concept run_time_name = !is_slot_name<std::remove_cvref_t<Name>>;

/// The object as the class that its slots are declared for. A class that gave another one to `object` by mistake is
/// told so here.
template <class O>
SLOTTED_INLINE constexpr seen_object<O>& as_seen(O& object) noexcept {
  if constexpr (std::is_base_of_v<seen_as<O>, std::remove_cv_t<O>>)
    return object;  // NOLINT(bugprone-return-const-ref-from-parameter): the object is the caller's
  else
    static_cast<void>(report<error::object_must_be_a_base_of_the_class_it_names<std::remove_cv_t<O>>>::kept);
}

/// Whether the object may be written to; says so where it is const.
template <class C>
constexpr bool may_be_written() {
  if constexpr (std::is_const_v<C>)
    return report<error::object_is_const<std::remove_const_t<C>, "at_run_time">>::kept;
  else
    return true;
}

/// The slot that a run-time name or key stands for.
template <class C, class Name>
SLOTTED_INLINE constexpr found_record find_record(const Name& name) noexcept {
  if constexpr (is_slot_key<Name>) {
    if constexpr (!std::is_same_v<Name, slot_key<C>>)
      static_cast<void>(report<error::slot_key_is_for_another_class<C, Name>>::kept);
    if (!name) return {};
    return found_record(records_of<C>.all[name.index()]);
  } else if constexpr (is_attribute_name<Name>) {
    constexpr std::size_t place = name_table_of<C>::find(Name::text.data(), Name::text.size());
    if constexpr (place == name_table_of<C>::none)
      return {};
    else
      return found_record(records_by_name_of<C>.all[place]);
  } else if constexpr (string_like<const Name&>) {
    return find_slot<C>(name);
  } else {
    static_cast<void>(report<error::attribute_name_is_not_text<C, Name>>::kept);
    return {};
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

template <class C, class Name>
SLOTTED_INLINE constexpr const slot_record& known_record(const Name& name, bool storing = false) {
  const found_record slot = find_record<C>(name);
  if (!slot) [[unlikely]]
    raise_unknown_name<C>(text_of<C>(name), storing);
  return *slot;
}

/// What a fallback makes of an absent value: text becomes a std::string, which can own it.
template <class F>
using fallback_type = std::conditional_t<string_like<F>, std::string, std::remove_cvref_t<F>>;

/// In a class with a dict slot: of the slot of that name, else of the dynamic attribute.
template <class T, class C, class Name>
SLOTTED_INLINE constexpr T& get_slot_or_dynamic(C& object, const Name& name) {
  const found_record slot = find_record<std::remove_const_t<C>>(name);
  return slot ? get_at<T>(object, *slot) : get_in_dict<T>(object, name);
}
template <class T, class C, class Name>
SLOTTED_INLINE constexpr T* find_slot_or_dynamic(C& object, const Name& name) noexcept {
  const found_record slot = find_record<std::remove_const_t<C>>(name);
  return slot ? find_at<T>(object, *slot) : find_in_dict<T>(object, name);
}
/// Where a key does not know: functions of their own, or the loop of one that does would keep registers for them.
template <class T, class C>
[[gnu::noinline]] T& get_by_forgetful(C& object, const attribute_key& key) {
  return get_slot_or_dynamic<T>(object, key);
}
template <class T, class C>
[[gnu::noinline]] T* find_by_forgetful(C& object, const attribute_key& key) noexcept {
  return find_slot_or_dynamic<T>(object, key);
}

template <class C, class F>
struct descriptor_visitor {
  F& f;
  template <class Entry, std::size_t Index>
  constexpr void operator()() const {
    f(slot_descriptor<C, Entry, Index>{});
  }
};

}  // namespace detail

/// The value as an `attribute_ref`. attribute_error where the name is unknown or the slot unset.
/// @snippet verbs.cpp getattr
template <class O, detail::run_time_name Name>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr auto getattr(O&& object, const Name& name) {
  using C = detail::seen_object<O>;
  using class_type = std::remove_const_t<C>;
  C& seen = detail::as_seen(object);
  if constexpr (detail::reaches_dict<class_type, Name>)
    if (!detail::find_record<class_type>(name)) return attribute_ref<C>::in_dict(seen, detail::hashed(name));
  const detail::slot_record& record = detail::known_record<class_type>(name);
  if (!detail::is_set_at<class_type>(seen, record))
    detail::raise_unset(class_name<class_type>, detail::name_of_slot<class_type>(record.index));
  return attribute_ref<C>(seen, record.index);
}

/// The value, which must be a `T`: type_error otherwise. `const T&` for const objects and where a slot of type T is
/// readonly in the class.
template <class T, class O, detail::run_time_name Name>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr decltype(auto) getattr(O&& object, const Name& name) {
  using C = detail::seen_object<O>;
  using class_type = std::remove_const_t<C>;
  using asked = detail::value_by_name<C, T>;
  C& seen = detail::as_seen(object);
  if constexpr (detail::reaches_dict<class_type, Name>) {
    if constexpr (detail::is_attribute_key<Name>)
      return detail::is_known(seen, name) ? detail::get_held<asked>(seen, name, detail::known_in_dict(seen, name))
                                          : detail::get_by_forgetful<asked>(seen, name);
    else
      return detail::get_slot_or_dynamic<asked>(seen, name);
  } else {
    return detail::get_at<asked>(seen, detail::known_record<class_type>(name));
  }
}

/// A copy of the value or, where there is none, `fallback` as a T; no exception inside. An unknown name has no value,
/// as in Python; a value of another type is a type_error.
template <class T, class O, detail::run_time_name Name, class F>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr T getattr(const O& object, const Name& name, F&& fallback) {
  using class_type = detail::seen_as<O>;
  if constexpr (!detail::fits<T, F>)
    static_cast<void>(
        detail::report<error::value_does_not_fit_slot<class_type, "fallback", T, std::remove_cvref_t<F>>>::kept);
  const class_type& seen = detail::as_seen(object);
  if constexpr (detail::can_select_by_name<T, class_type, Name, F>)
    if (detail::has_addresses<class_type>())
      return detail::select_by_name<T, class_type>(seen, name, static_cast<T>(fallback));
  if (const detail::found_record slot = detail::find_record<class_type>(name); slot) {
    if (detail::is_set_at<class_type>(seen, *slot)) return detail::get_at<const T>(seen, *slot);
  } else if constexpr (detail::reaches_dict<class_type, Name>) {
    if (const T* const held = detail::find_in_dict_or_raise<const T>(seen, name)) return *held;
  }
  return detail::convert<T>(std::forward<F>(fallback), detail::slot_place{class_name<class_type>, "fallback"});
}

/// The same where the fallback tells the type. Text is a std::string.
template <class O, detail::run_time_name Name, class F>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr auto getattr(const O& object, const Name& name, F&& fallback) {
  return getattr<detail::fallback_type<F>>(object, name, std::forward<F>(fallback));
}

/// Stores a value by the value rule: assigns to one that is there, else constructs it. A value that does not fit is a
/// type_error, an unknown name or a readonly slot an attribute_error; nothing is changed then.
/// @snippet verbs.cpp setattr
template <class O, detail::run_time_name Name, class V>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr void setattr(O&& object, const Name& name, V&& value) {
  using C = detail::seen_object<O>;
  if constexpr (detail::may_be_written<C>()) {
    C& seen = detail::as_seen(object);
    if constexpr (detail::reaches_dict<C, Name>)
      if (!detail::find_record<C>(name)) return detail::set_in_dict(seen, detail::hashed(name), std::forward<V>(value));
    detail::store_at(seen, detail::known_record<C>(name, true), std::forward<V>(value));
  }
}

/// Whether there is a value of that name. Any text may be asked for.
/// @snippet verbs.cpp hasattr
template <class O, detail::run_time_name Name>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr bool hasattr(const O& object, const Name& name) noexcept {
  using class_type = detail::seen_as<O>;
  const class_type& seen = detail::as_seen(object);
  const detail::found_record slot = detail::find_record<class_type>(name);
  if constexpr (detail::reaches_dict<class_type, Name>)
    if (!slot) return detail::has_in_dict(seen, name);
  return slot && detail::is_set_at<class_type>(seen, *slot);
}

/// Unsets a slot; attribute_error where it is unset or unknown, a field, or readonly.
/// @snippet verbs.cpp delattr
template <class O, detail::run_time_name Name>
  requires detail::slotted_object<O>
SLOTTED_INLINE constexpr void delattr(O&& object, const Name& name) {
  using C = detail::seen_object<O>;
  if constexpr (detail::may_be_written<C>()) {
    C& seen = detail::as_seen(object);
    if constexpr (detail::reaches_dict<C, Name>)
      if (!detail::find_record<C>(name)) return detail::delete_in_dict(seen, detail::hashed(name));
    detail::deleting_visitor<C> unset{seen};
    detail::dispatch<C, void>(detail::known_record<C>(name).index, unset);
  }
}

/// A pointer to the value, or null where it is unset, unknown or no `T`. With getattr's const rules.
/// @snippet verbs.cpp find_attr
template <class T, class O, detail::run_time_name Name>
  requires detail::slotted_object<O>
[[nodiscard]] SLOTTED_INLINE constexpr auto find_attr(O& object, const Name& name) noexcept {
  using C = detail::seen_object<O&>;
  using class_type = std::remove_const_t<C>;
  using asked = detail::value_by_name<C, T>;
  C& seen = detail::as_seen(object);
  if constexpr (detail::reaches_dict<class_type, Name>) {
    if constexpr (detail::is_attribute_key<Name>)
      return detail::is_known(seen, name) ? detail::held_as<asked>(detail::known_in_dict(seen, name))
                                          : detail::find_by_forgetful<asked>(seen, name);
    else
      return detail::find_slot_or_dynamic<asked>(seen, name);
  } else {
    const detail::found_record slot = detail::find_record<class_type>(name);
    return slot ? detail::find_at<asked>(seen, *slot) : static_cast<asked*>(nullptr);
  }
}

/// Calls `f(descriptor)` for the slot of `C` with that name, alias or key, and returns true; false where there is none.
/// A run-time name becomes a typed operation, also on an unset slot.
/// @snippet verbs.cpp with_slot
template <class C, detail::run_time_name Name, class F>
  requires detail::slotted_class<C>
constexpr bool with_slot(const Name& name, F&& f) {
  using seen = detail::seen_as<C>;
  const detail::found_record slot = detail::find_record<seen>(name);
  if (!slot) return false;
  detail::descriptor_visitor<seen, F> visitor{f};
  detail::dispatch<seen, void>(slot->index, visitor);
  return true;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
