// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Where a run-time name leads to in an object with a dict slot, when it is no slot of the class that the caller sees: a
// dynamic attribute, or a slot of the class that the object really is of.
#ifndef SLOTTED_ATTRIBUTE_IN_DICT_HPP
#define SLOTTED_ATTRIBUTE_IN_DICT_HPP

#include <slotted/attribute_key.hpp>
#include <slotted/slot_by_record.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// A class whose objects have dynamic attributes.
template <class C>
concept dict_class = slotted_class<C> && declaration_of<C>::has_dict;

template <class C>
using dict_value_of = dict_type_of<declaration_of<C>>;

template <class T>
inline constexpr bool is_attribute_name = false;
template <name Text>
inline constexpr bool is_attribute_name<attribute_name<Text>> = true;

/// Whether a name that is no slot of C may still lead somewhere. A key is a slot.
template <class C, class Name>
inline constexpr bool reaches_dict = dict_class<C> && string_like<const Name&>;

// What a V holds.

template <class T, class V>
inline constexpr bool is_alternative = false;
template <class T, template <class...> class Variant, class... A>
inline constexpr bool is_alternative<T, Variant<A...>> =
    ((std::size_t{0} + ... + static_cast<std::size_t>(std::is_same_v<T, A>)) == 1);

/// The T that a dynamic attribute is, or that it holds as a `value`, `std::variant` or `std::any`; else null.
template <class T, class V>
constexpr T* held_as(V& held) noexcept {
  using asked = std::remove_const_t<T>;
  using holder = std::remove_const_t<V>;
  if constexpr (std::is_same_v<asked, holder>) {
    return __builtin_addressof(held);
  } else if constexpr (std::is_same_v<holder, value>) {
    return held.template get_if<asked>();
  } else if constexpr (variant_like<holder>) {
    if constexpr (is_alternative<asked, holder>) return get_if<asked>(__builtin_addressof(held));
    return nullptr;
  } else if constexpr (requires { any_cast<asked>(__builtin_addressof(held)); }) {
    return any_cast<asked>(__builtin_addressof(held));
  } else {
    return nullptr;
  }
}
template <class V>
std::string_view type_held_by(const V& held) noexcept {
  if constexpr (std::is_same_v<V, value>)
    return held.has_value() ? held.type() : std::string_view("nothing");
  else
    return type_name<V>;
}

/// A slot that the object's real class has, and the class that the caller sees has not.
struct derived_slot {
  unsigned char* object = nullptr;
  class_record* real = nullptr;
  const slot_record* slot = nullptr;

  explicit operator bool() const noexcept { return slot != nullptr; }
  [[nodiscard]] bool is_set() const noexcept { return (object[slot->presence_offset] | slot->other_bits) == 0xff; }
  [[nodiscard]] void* place() const noexcept { return object + slot->offset; }
  [[nodiscard]] std::string_view name() const { return real->functions->name_of_slot(slot->index); }
  /// Whether a `T&` may be had: type and const.
  template <class T>
  [[nodiscard]] bool gives() const noexcept {
    return slot->type == &identity_of<std::remove_const_t<T>> && (std::is_const_v<T> || !slot->readonly);
  }
  template <class T>
  [[nodiscard]] T* find() const noexcept {
    return gives<T>() && is_set() ? std::launder(static_cast<T*>(place())) : nullptr;
  }
  template <class T>
  [[nodiscard]] T& get() const {
    if (slot->type != &identity_of<std::remove_const_t<T>>)
      raise_wrong_type(real->name, name(), slot->type->name, type_name<std::remove_const_t<T>>);
    if (!is_set()) raise_unset(real->name, name());
    if (!gives<T>()) raise_read_only(real->name, name());
    return *find<T>();
  }
};

template <class C>
SLOTTED_COLD derived_slot look_into_derived(const C& object, std::string_view name) noexcept {
  const auto& dict = dict_of(object);
  class_record& real = dict.real_class();
  const slot_record* const slot = real.functions->find(name);
  if (!slot) return {};
  // The object is the caller's to write: those who hand out references keep the const that there is.
  auto* const place = const_cast<unsigned char*>(bytes_of(dict));  // NOLINT
  return {place - real.dict_offset, &real, slot};
}
template <class C>
SLOTTED_INLINE derived_slot find_derived_slot(const C& object, std::string_view name) noexcept {
  if (dict_of(object).is_of(record_of_class<C>::record)) [[likely]]
    return {};
  return look_into_derived(object, name);
}

/// Neither a slot nor a dynamic attribute.
template <class C>
[[noreturn]] SLOTTED_COLD void raise_unknown_attribute(const C& object, std::string_view name) {
  const auto& dict = dict_of(object);
  class_record& real = dict.real_class();
  real.functions->raise_unknown(name, &dict.names());
  __builtin_unreachable();
}

// A key that knows where the attribute is goes there first: what is in the dict is no slot.

template <class Name>
inline constexpr bool is_attribute_key = std::is_same_v<Name, attribute_key>;

template <class C>
SLOTTED_INLINE bool is_known(C& object, const attribute_key& name) noexcept {
  return name.slotted_knows(dict_of(object));
}
template <class C>
SLOTTED_INLINE auto& known_in_dict(C& object, const attribute_key& name) noexcept {
  return static_cast<const_like<C, dict_value_of<std::remove_const_t<C>>>&>(name.slotted_known(dict_of(object)));
}
/// The dynamic attribute of that name; null where there is none.
template <class C, class Name>
SLOTTED_INLINE auto* find_dynamic(C& object, const Name& name) noexcept {
  using held = const_like<C, dict_value_of<std::remove_const_t<C>>>;
  auto& dict = dict_of(object);
  const std::uint32_t place = dict.find(hashed(name));
  if (place == shape::none) return static_cast<held*>(nullptr);
  if constexpr (is_attribute_key<Name>) name.slotted_remember(dict, place);
  return static_cast<held*>(&dict.at(place));
}

/// The attribute, which is no slot of C; null where there is no T of that name.
template <class T, class C, class Name>
SLOTTED_INLINE T* find_in_dict(C& object, const Name& name) noexcept {
  if (auto* const found = find_dynamic(object, name)) return held_as<T>(*found);
  const derived_slot slot = find_derived_slot(std::as_const(object), name);
  return slot ? slot.find<T>() : nullptr;
}

template <class T, class C>
SLOTTED_COLD T& get_from_derived(C& object, std::string_view name) {
  const derived_slot slot = find_derived_slot(std::as_const(object), name);
  if (!slot) raise_unknown_attribute(std::as_const(object), name);
  return slot.get<T>();
}
template <class T, class C, class Name, class V>
[[noreturn]] SLOTTED_COLD void raise_held(C& object, const Name& name, V& found) {
  raise_wrong_type(dict_of(object).real_class().name, name, type_held_by(found), type_name<std::remove_const_t<T>>);
  __builtin_unreachable();
}
/// The T that a dynamic attribute holds; type_error where it holds another.
template <class T, class C, class Name, class V>
SLOTTED_INLINE T& get_held(C& object, const Name& name, V& found) {
  T* const held = held_as<T>(found);
  if (!held) [[unlikely]]
    raise_held<T>(object, name, found);
  return *held;
}
template <class T, class C, class Name>
SLOTTED_INLINE T& get_in_dict(C& object, const Name& name) {
  if (auto* const found = find_dynamic(object, name)) [[likely]]
    return get_held<T>(object, name, *found);
  return get_from_derived<T>(object, name);
}

/// The T of that name, null where there is no attribute; type_error where it is no T.
template <class T, class C, class Name>
SLOTTED_INLINE T* find_in_dict_or_raise(C& object, const Name& name) {
  if (auto* const found = find_dynamic(object, name)) return &get_held<T>(object, name, *found);
  const derived_slot slot = find_derived_slot(std::as_const(object), name);
  return slot && slot.is_set() ? &slot.get<T>() : nullptr;
}

template <class C, class Name>
SLOTTED_INLINE bool has_in_dict(const C& object, const Name& name) noexcept {
  if (find_dynamic(object, name)) return true;
  const derived_slot slot = find_derived_slot(object, name);
  return slot && slot.is_set();
}

/// Stores a value in a slot of a class that is not seen here.
template <class V>
void store_in_derived(const derived_slot& slot, V&& stored) {
  using given = std::remove_cvref_t<V>;
  const auto store = [&slot](const type_identity_record& type, const void* place, bool may_be_moved) {
    slot.real->functions->store(slot.object, slot.slot->index,
                                foreign_value{&type, const_cast<void*>(place), may_be_moved});  // NOLINT
  };
  if constexpr (std::is_same_v<given, value>) {
    if (stored.has_value())
      store(*stored.slotted_functions()->type, stored.slotted_held(), false);
    else
      raise_unfit(slot.real->name, slot.name(), slot.slot->type->name, type_held_by(stored));
  } else if constexpr (std::is_same_v<given, opaque_value>) {
    raise_unfit(slot.real->name, slot.name(), slot.slot->type->name, stored.type);
  } else if constexpr (attribute_reference<given>) {
    stored.visit([&slot](const auto& held) { store_in_derived(slot, held); });
  } else if constexpr (variant_like<given>) {
    visit([&slot](const auto& held) { store_in_derived(slot, held); }, stored);
  } else if constexpr (string_like<V> && !std::is_same_v<given, std::string>) {
    const std::string text{std::string_view(stored)};
    store(identity_of<std::string>, &text, true);
  } else {
    store(identity_of<given>, __builtin_addressof(stored), !std::is_lvalue_reference_v<V> && !std::is_const_v<V>);
  }
}

template <class C, class V>
void set_in_dict(C& object, const hashed_name& name, V&& given) {
  using held = dict_value_of<C>;
  auto& dict = dict_of(object);
  if (!dict.is_of(record_of_class<C>::record))
    if (const derived_slot slot = look_into_derived(object, name.text))
      return store_in_derived(slot, std::forward<V>(given));
  constexpr fit how = fit_of<held, V>();
  if constexpr (how == fit::none)
    raise_unfit(dict.real_class().name, name.text, type_name<held>, type_name<std::remove_cvref_t<V>>);
  else if constexpr (std::is_constructible_v<held, V> && (how == fit::same || how == fit::implicit))
    dict.set(name, std::forward<V>(given));
  else
    dict.set(name, convert<held>(std::forward<V>(given), slot_place{class_name<C>, name.text}));
}

template <class C>
void delete_in_dict(C& object, const hashed_name& name) {
  auto& dict = dict_of(object);
  if (const std::uint32_t place = dict.find(name); place != shape::none) {
    dict.erase(place);
    return;
  }
  const derived_slot slot = find_derived_slot(std::as_const(object), name.text);
  if (!slot) raise_unknown_attribute(std::as_const(object), name.text);
  slot.real->functions->remove(slot.object, slot.slot->index);
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
