// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// attribute_ref for a class with a dict slot: the value may be a slot's, a dynamic attribute, or that of a slot which
// only the object's real class has.
#ifndef SLOTTED_DICT_ATTRIBUTE_REF_HPP
#define SLOTTED_DICT_ATTRIBUTE_REF_HPP

#include <slotted/attribute_in_dict.hpp>
#include <slotted/attribute_ref.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

template <class F>
concept takes_scalars =
    std::is_invocable_v<F&, bool> && std::is_invocable_v<F&, long long> && std::is_invocable_v<F&, double> &&
    std::is_invocable_v<F&, std::string_view> && std::is_invocable_v<F&, opaque_value>;

/// The value of a dynamic attribute as f should see it: a `value` opened, anything else as it is.
template <class V, class F>
constexpr decltype(auto) visit_held(V& held, F& f) {
  if constexpr (std::is_same_v<std::remove_const_t<V>, value> && takes_scalars<F>)
    return held.visit(f);
  else
    return f(held);
}

}  // namespace detail

/// The value of an attribute of an object of class `C` (const or not). Valid as long as a pointer to the value would
/// be.
template <class C>
  requires detail::dict_class<std::remove_const_t<C>>
class attribute_ref<C> {
  using class_type = std::remove_const_t<C>;
  using held_type = detail::dict_value_of<class_type>;
  using entries = detail::entries_of<detail::declaration_of<class_type>>;
  static constexpr std::size_t total = detail::slot_total<class_type>;

 public:
  using slotted_attribute_ref = void;

  /// A slot of C.
  attribute_ref(C& object, std::size_t index) noexcept : object_(__builtin_addressof(object)), index_(index) {}
  /// Any other attribute; attribute_error where there is none of that name, or it is unset.
  static attribute_ref in_dict(C& object, const detail::hashed_name& name) {
    attribute_ref ref(object, total);
    const auto& dict = detail::dict_of(object);
    if (const std::uint32_t place = dict.find(name); place != detail::shape::none) {
      ref.dynamic_ = &dict.at(place);
      ref.name_ = dict.names().names()[place]->view();
      return ref;
    }
    ref.derived_ = detail::find_derived_slot(std::as_const(object), name.text);
    if (!ref.derived_) detail::raise_unknown_attribute(std::as_const(object), name.text);
    ref.name_ = ref.derived_.name();
    if (!ref.derived_.is_set()) detail::raise_unset(ref.derived_.real->name, ref.name_);
    return ref;
  }

  /// The name of the value's type.
  [[nodiscard]] std::string_view type() const noexcept {
    if (const detail::slot_record* const slot = own_slot()) return slot->type->name;
    return dynamic_ ? detail::type_held_by(*dynamic_) : derived_.slot->type->name;
  }
  /// The slot's own name, also where an alias was asked for; or that of the dynamic attribute.
  [[nodiscard]] std::string_view name() const noexcept {
    return index_ != total ? detail::name_of_slot<class_type>(index_) : name_;
  }
  /// Whether the value is a `T`.
  template <class T>
  [[nodiscard]] bool holds() const noexcept {
    using asked = std::remove_cv_t<T>;
    if (const detail::slot_record* const slot = own_slot()) return slot->type == &detail::identity_of<asked>;
    if (!dynamic_) return derived_.slot->type == &detail::identity_of<asked>;
    return detail::held_as<asked>(*dynamic_) != nullptr;
  }

  /// The value, if it is a `T`, else null. Points to const where `getattr<T>` would.
  template <class T>
  [[nodiscard]] detail::value_by_name<C, T>* get_if() const noexcept {
    using asked = detail::value_by_name<C, T>;
    if (index_ != total) return detail::typed_finder<asked, C>{*object_}.at(index_);
    return dynamic_ ? detail::held_as<asked>(*dynamic_) : derived_.template find<asked>();
  }
  /// The value; type_error if it is no `T`.
  template <class T>
  [[nodiscard]] detail::value_by_name<C, T>& get() const {
    if (!holds<T>()) detail::raise_wrong_type(class_name<class_type>, name(), type(), type_name<T>);
    if (index_ == total && !dynamic_) return derived_.template get<detail::value_by_name<C, T>>();
    return *get_if<T>();
  }

  /// Returns `f(value)`. `f` must take the type of every slot of the class and of the dynamic attributes, and return
  /// the same type for all. One that takes anything is given what a `value` holds: see `value::visit`; only such a one
  /// can visit a slot that C has not, which is a type_error otherwise.
  template <class F>
  decltype(auto) visit(F&& f) const {
    using result = decltype(detail::visit_held(std::declval<const_like_c<held_type>&>(), f));
    if constexpr (total != 0) {
      if (index_ != total) {
        detail::value_visitor<C, F> visitor{*object_, f};
        return detail::dispatch<class_type, result>(index_, visitor);
      }
    }
    if (dynamic_) return detail::visit_held(static_cast<const_like_c<held_type>&>(*dynamic_), f);
    if constexpr (detail::takes_scalars<F>)
      return static_cast<result>(detail::visit_scalar(*derived_.slot->type, derived_.place(), f));
    else
      detail::raise_wrong_type(class_name<class_type>, name_, derived_.slot->type->name, "of a slot that is seen");
  }

  /// Equal to a value of another type only as numbers are: `getattr(o, "n") == 3`.
  template <class V>
    requires(!detail::attribute_reference<V>)
  friend bool operator==(const attribute_ref& ref, const V& other) {
    if constexpr (!std::is_array_v<V> && detail::comparable<V, V>)
      if (const auto* const same = ref.template get_if<const V>()) return *same == other;
    return ref.visit(detail::equal_to_value<V>{other});
  }
  template <class D>
  friend bool operator==(const attribute_ref& ref, const attribute_ref<D>& other) {
    return ref.visit([&other](const auto& held) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(held)>, detail::opaque_value>)
        return false;
      else
        return other == held;
    });
  }

  /// The value as its own type prints, or `<type>` where it does not.
  template <class Stream>
    requires requires(Stream& stream) { stream << '<' << std::string_view{}; }
  friend Stream& operator<<(Stream& stream, const attribute_ref& ref) {
    if (ref.dynamic_)
      detail::value_printer<Stream>{stream}(*ref.dynamic_);
    else
      ref.visit(detail::value_printer<Stream>{stream});
    return stream;
  }

 private:
  template <class T>
  using const_like_c = std::conditional_t<std::is_const_v<C>, const T, T>;

  /// The slot of C that it is, or null.
  [[nodiscard]] const detail::slot_record* own_slot() const noexcept {
    if constexpr (total == 0)
      return nullptr;
    else
      return index_ != total ? &detail::records_of<class_type>.all[index_] : nullptr;
  }

  C* object_;
  std::size_t index_;               // of a slot of C, or `total`
  held_type* dynamic_ = nullptr;    // a dynamic attribute
  detail::derived_slot derived_{};  // if it is none either
  std::string_view name_{};
};

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
