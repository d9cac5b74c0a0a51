// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The class that an object is really of, when it is seen as a base: class_of, and what is found there by a run-time
// name.
#ifndef SLOTTED_REAL_CLASS_HPP
#define SLOTTED_REAL_CLASS_HPP

#include <slotted/slot_by_record.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// Stores a value whose type is known at run time only, by the value rule.
template <class C>
struct foreign_storing_visitor {
  C& object;
  const foreign_value& value;

  template <class Entry, std::size_t>
  void operator()() const {
    using T = std::remove_cv_t<typename Entry::value_type>;
    const auto store = [this](auto&& given) {
      storing_visitor<C, decltype(given)> visitor{object, static_cast<decltype(given)>(given)};
      visitor.template operator()<Entry, 0>();
    };
    const auto refuse = [this] { raise_unfit(class_name<C>, Entry::name_type::text, type_name<T>, value.type->name); };
    if (value.type == &identity_of<T>) {
      auto& same = *static_cast<T*>(value.place);
      if (value.may_be_moved)
        store(std::move(same));
      else if constexpr (std::is_copy_constructible_v<T> || std::is_array_v<T>)
        store(std::as_const(same));
      else
        refuse();
    } else {
      visit_scalar(*value.type, value.place, [&store, &refuse](const auto& scalar) {
        using given = std::remove_cvref_t<decltype(scalar)>;
        if constexpr (std::is_same_v<given, opaque_value> || !fits_opened<T, const given&>)
          refuse();
        else
          store(scalar);
      });
    }
  }
};

template <class C>
struct functions_of_class {
  static const slot_record* find(std::string_view name) noexcept {
    const found_record slot = find_slot<C>(name);
    return slot ? &*slot : nullptr;
  }
  static bool declares(std::string_view name) noexcept {
    if (find_slot<C>(name)) return true;
    if constexpr (visible_names<C>::count != visible_names<C>::all_count)
      for (const std::string_view& one : visible_names<C>::all.text)
        if (one == name) return true;
    return false;
  }
  static bool has_slots_of(const class_record& other) noexcept {
    const class_functions& theirs = *other.functions;
    if (theirs.slot_count != slot_total<C>) return false;
    for (std::size_t i = 0; i != slot_total<C>; ++i) {
      const slot_record& a = records_of<C>.all[i];
      const slot_record& b = theirs.records[i];
      if (name_of_slot<C>(i) != theirs.name_of_slot(i) || a.type->name != b.type->name || a.offset != b.offset ||
          a.presence_offset != b.presence_offset || a.other_bits != b.other_bits)
        return false;
    }
    return true;
  }
  static std::string_view name(std::size_t index) { return name_of_slot<C>(index); }
  static void store(void* object, std::size_t index, const foreign_value& value) {
    foreign_storing_visitor<C> visitor{*static_cast<C*>(object), value};
    dispatch<C, void>(index, visitor);
  }
  static void remove(void* object, std::size_t index) {
    deleting_visitor<C> visitor{*static_cast<C*>(object)};
    dispatch<C, void>(index, visitor);
  }
  static void raise(std::string_view wrong, const shape* names) {
    std::string_view best;
    const auto offer = [&best, wrong](const std::string_view& offered) {
      const std::string_view both[] = {offered, best};
      if (nearest_name(wrong, both, best.empty() ? 1 : 2) == 0) best = offered;
    };
    for (std::size_t i = 0; i != visible_names<C>::count; ++i) offer(visible_names<C>::text[i]);
    // A dict may have any number of names; as many are looked at as a class could have.
    for (std::uint32_t i = 0; i != names->used && i != 256; ++i)
      if (names->names()[i]) offer(names->names()[i]->view());
    raise_unknown(class_name<C>, wrong, false, best);
  }
  static void release(shared_shape& names) noexcept { names.real->registry->release(names); }
  static constexpr class_functions all{records_of<C>.all, slot_total<C>, &has_slots_of, &find, &declares, &name, &store,
                                       &remove,           &raise,        &release};
};

template <class C>
constexpr class_record* base_of_record() {
  if constexpr (declaration_of<C>::declares_dict)
    return nullptr;
  else
    return &base_record_of<declaration_of<C>>();
}

template <class C>
constexpr std::uint32_t level_of_record() {
  return static_cast<std::uint32_t>(levels_to<dict_kind, declaration_of<C>>());
}

template <class C>
constinit class_record record_of_class<C>::record{
    class_name<C>,
    &identity_of<C>,
    base_of_record<C>(),
    level_of_record<C>(),
    offset_of_dict<C>(),
    &functions_of_class<C>::all,
    &registry_of_class<typename dict_declaration_of<declaration_of<C>>::self>};

}  // namespace detail

/// A class, as `class_of` finds it.
/// @snippet dynamic_attributes.cpp class_of
class class_info {
 public:
  constexpr class_info(std::string_view name, const detail::type_identity_record& identity) noexcept
      : name_(name), identity_(&identity) {}

  /// Without its namespaces: Python's `__name__`.
  [[nodiscard]] constexpr std::string_view name() const noexcept { return name_; }
  /// The same: `class_of(o) == "Circle"`.
  constexpr operator std::string_view() const noexcept { return name_; }
  friend constexpr bool operator==(const class_info& a, const class_info& b) noexcept {
    return a.identity_ == b.identity_;
  }
  friend constexpr bool operator==(const class_info& a, std::string_view name) noexcept { return a.name_ == name; }
  template <class Stream>
    requires requires(Stream& out) { out << std::string_view{}; }
  friend Stream& operator<<(Stream& out, const class_info& printed) {
    out << printed.name_;
    return out;
  }

 private:
  std::string_view name_;
  const detail::type_identity_record* identity_;
};

/// The class of an object: with a dict slot, the one that it was made as, also where it is seen as a base; while it is
/// made or dies, the one whose turn it is, as with virtual functions. Without a dict slot, the class that is seen.
/// Two are equal as their `typeid` would be: a library that hides its symbols has classes of its own.
/// @snippet dynamic_attributes.cpp class_of
template <class O>
  requires detail::slotted_class<O>
[[nodiscard]] constexpr class_info class_of(const O& object) noexcept {
  using seen = detail::seen_as<O>;
  if constexpr (detail::declaration_of<O>::has_dict) {
    const auto& dict = detail::dict_of(static_cast<const seen&>(object));
    if (!dict.is_constant()) {
      const detail::class_record& real = dict.real_class();
      return {real.name, *real.identity};
    }
  }
  static_cast<void>(object);
  return {class_name<O>, detail::identity_of<seen>};
}

/// The class itself, to compare with: `class_of(o) == class_of<Circle>()`.
template <class C>
  requires detail::slotted_class<C>
[[nodiscard]] constexpr class_info class_of() noexcept {
  return {class_name<C>, detail::identity_of<detail::seen_as<C>>};
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
