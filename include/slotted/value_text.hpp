// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Values of any type as text for people, in the way of Python's repr: strings in quotes, containers by their elements,
// what is behind a smart pointer, enumerators by name. Not in the umbrella.
#ifndef SLOTTED_VALUE_TEXT_HPP
#define SLOTTED_VALUE_TEXT_HPP

#include <slotted/features.hpp>
#include <slotted/fields_of.hpp>
#include <slotted/scalar_text.hpp>
#include <slotted/value_rule.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

template <>
struct support<printing> {
  static constexpr bool of_parts = false;
  template <class T>
  static constexpr bool of_slot = true;  // if need be as <type>
  template <class Base>
  static constexpr bool of_base = true;
};
template <slotted_class Base>
inline constexpr bool support<printing>::of_base<Base> = has_feature<Base, printing>;

template <class T>
void append_value(std::string& out, const T& value);

/// The objects that are being printed, the innermost first: pointers may lead back to one of them.
struct printed_object {
  const void* address;
  const type_identity_record* type;
  const printed_object* outer;
  std::size_t depth;
};
inline thread_local const printed_object* innermost_printed = nullptr;

/// Puts an object among them for as long as it is printed.
class printing_scope {
 public:
  template <class T>
  explicit printing_scope(const T& object) noexcept
      : entry_{__builtin_addressof(object), &identity_of<T>, innermost_printed,
               innermost_printed ? innermost_printed->depth + 1 : 0} {
    innermost_printed = &entry_;
  }
  printing_scope(const printing_scope&) = delete;
  ~printing_scope() { innermost_printed = entry_.outer; }

 private:
  printed_object entry_;
};

/// A longer chain of pointers is cut off: the stack is finite.
inline constexpr std::size_t deepest_printed = 64;

/// Whether an object is being printed already, or is too deep.
template <class T>
bool leads_too_far(const T& object) noexcept {
  if (!innermost_printed) return false;
  if (innermost_printed->depth >= deepest_printed) return true;
  for (const printed_object* one = innermost_printed; one; one = one->outer)
    if (one->address == __builtin_addressof(object) && one->type == &identity_of<T>) return true;
  return false;
}

// What a type is, by what it can do.

template <class T>
concept optional_like = requires(const T& value) {
  value.has_value();
  value.value_or(*value);
};
template <class T>
concept smart_pointer = requires(const T& pointer) {
  typename T::element_type;
  pointer.get();
  static_cast<bool>(pointer);
};
/// With a complete object behind it; void is not even asked.
template <class T>
concept dereferenced_pointer = smart_pointer<T> && requires {
  requires !std::is_void_v<typename T::element_type>;
  sizeof(typename T::element_type);
} && requires(const T& pointer) { *pointer; };
template <class T>
concept weak_reference = requires(const T& reference) {
  typename T::element_type;
  reference.identity();
};
template <class T>
concept streamable = requires(std::ostream& out, const T& value) { out << value; };
template <class T>
concept range_like = requires(const T& range) {
  range.begin() != range.end();
  *range.begin();
  requires !std::is_same_v<std::remove_cvref_t<decltype(*range.begin())>, T>;
};
template <class T>
concept map_like = range_like<T> && requires { typename T::mapped_type; };
template <class T>
concept set_like = range_like<T> && requires { typename T::key_type; };
template <class T>
concept tuple_like = requires { std::tuple_size<T>::value; };

template <class T>
constexpr bool is_plain_aggregate() {
  if constexpr (!std::is_class_v<T> || !std::is_aggregate_v<T>)
    return false;
  else
    return adopted_by<fields_of<T>>::fault == adoption_fault::none;
}

/// Elements between brackets.
class list_writer {
 public:
  list_writer(std::string& out, std::string_view opening) : out_(out) { out_ += opening; }
  template <class T>
  void add(const T& value) {
    separate();
    append_value(out_, value);
  }
  template <class T>
  void add(std::string_view name, std::string_view between, const T& value) {
    separate();
    out_ += name;
    out_ += between;
    append_value(out_, value);
  }
  void separate() {
    if (!first_) out_ += ", ";
    first_ = false;
  }

 private:
  std::string& out_;
  bool first_ = true;
};

template <class T>
void append_range(std::string& out, const T& range) {
  list_writer list(out, set_like<T> ? "{" : "[");
  for (const auto& element : range) {
    if constexpr (map_like<T>) {
      list.add(element.first);
      out += ": ";
      append_value(out, element.second);
    } else if constexpr (std::is_convertible_v<decltype(element), bool> &&
                         std::is_same_v<typename std::iterator_traits<decltype(range.begin())>::value_type, bool>) {
      list.add(static_cast<bool>(element));  // std::vector<bool> hands out something else
    } else {
      list.add(element);
    }
  }
  out += set_like<T> ? '}' : ']';
}

template <class T, std::size_t... I>
void append_tuple(std::string& out, const T& tuple, std::index_sequence<I...>) {
  using std::get;
  list_writer list(out, "(");
  (list.add(get<I>(tuple)), ...);
  out += sizeof...(I) == 1 ? ",)" : ")";
}

template <class Adoption, class T, std::size_t... I>
void append_members(std::string& out, const T& object, std::index_sequence<I...>) {
  list_writer list(out, "(");
  (list.add(Adoption::template name_type<I>::text, "=", Adoption::template in<I>(object)), ...);
  out += ')';
}
/// A plain aggregate, as a slotted object would be printed.
template <class T>
void append_aggregate(std::string& out, const T& object) {
  using adopted = typename adopted_by<fields_of<T>>::type;
  out += without_scope(type_name<T>);
  append_members<adopted>(out, object, std::make_index_sequence<adopted::count>{});
}

// Slotted objects.

template <class Entry, class C>
void append_slot(list_writer& list, std::string& out, const C& object) {
  if constexpr (is_left_out<printing, typename Entry::slot>()) {
    return;
  } else if (has_value<Entry>(object)) {
    list.add(Entry::name_type::text, "=", unchecked_value<Entry>(object));
  } else {
    list.separate();
    out += Entry::name_type::text;
    out += "=<unset>";
  }
}
template <class Base, class C>
void append_base(list_writer& list, const C& object) {
  if constexpr (!slotted_class<Base> && !std::is_empty_v<Base>) list.add(static_cast<const Base&>(object));
}
/// Dynamic attributes; names that are no identifiers in quotes.
template <class C>
void append_dict(list_writer& list, std::string& out, const C& object) {
  const auto& dict = dict_of(object);
  const shape& names = dict.names();
  for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1)) {
    const std::string_view name = names.names()[i]->view();
    list.separate();
    if (is_identifier(name))
      out += name;
    else
      append_text(out, name);
    out += '=';
    append_value(out, dict.at(i));
  }
}
/// Items, of characters as a text.
template <class C>
void append_items(list_writer& list, const C& object) {
  const auto all = items_in(object);
  if constexpr (std::is_same_v<std::remove_cv_t<item_type_of<declaration_of<C>>>, char>)
    list.add("items", "=", std::string_view(all.first, all.count));
  else
    list.add("items", "=", all);
}
template <class C, class... Bases, class... Entries>
void append_parts(std::string& out, const C& object, pack<Bases...>*, pack<Entries...>*) {
  list_writer list(out, "(");
  const bool done[] = {true, (static_cast<void>(append_base<Bases>(list, object)), true)...,
                       (static_cast<void>(append_slot<Entries>(list, out, object)), true)...};
  static_cast<void>(done);
  if constexpr (declaration_of<C>::has_items) append_items(list, object);
  if constexpr (declaration_of<C>::has_dict) append_dict(list, out, object);
  out += ')';
}

template <class O>
void append_object(std::string& out, const O& object) {
  using seen = seen_as<O>;
  using declared = declaration_of<O>;
  out += name_of_class<seen>;
  if (leads_too_far<seen>(object)) {
    out += "(...)";
    return;
  }
  const printing_scope scope(static_cast<const seen&>(object));
  append_parts(out, static_cast<const seen&>(object), static_cast<typename declared::bases*>(nullptr),
               static_cast<entries_of<declared>*>(nullptr));
}

template <class T>
void append_pointee(std::string& out, const T& value) {
  if constexpr (slotted_class<T>) {
    append_value(out, value);  // looks for itself
  } else if (leads_too_far(value)) {
    out += "...";
  } else {
    const printing_scope scope(value);
    append_value(out, value);
  }
}

template <class T>
void append_pointer(std::string& out, T* pointer) {
  if (!pointer)
    out += "nullptr";
  else if constexpr (std::is_function_v<T>)
    append_type(out, type_name<T>);
  else if constexpr (std::is_same_v<std::remove_const_t<T>, char>)
    append_text(out, std::string_view(pointer));
  else
    append_address(out, type_name<T>, reinterpret_cast<std::uintptr_t>(pointer));
}

/// As the type's own operator<< has it, or <type>.
template <class T>
void append_by_stream(std::string& out, const T& value) {
  if constexpr (streamable<T>) {
    std::ostringstream text;
    text << value;
    out += text.str();
  } else {
    append_type(out, type_name<T>);
  }
}

/// What a `value` holds: a number or a text as such, anything else as it prints itself.
inline void append_held(std::string& out, const value& printed) {
  if (const value_functions* const functions = printed.slotted_functions(); functions && functions->print) {
    std::ostringstream text;
    functions->print(text, printed.slotted_held());
    out += text.str();
    return;
  }
  printed.visit([&out](const auto& held) {
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(held)>, opaque_value>)
      append_type(out, held.type);
    else
      append_value(out, held);
  });
}

template <class T>
void append_class(std::string& out, const T& value) {
  if constexpr (std::is_same_v<T, slotted::value>) {
    append_held(out, value);
  } else if constexpr (has_feature<T, printing>) {
    append_object(out, value);
  } else if constexpr (slotted_class<T>) {  // never by what it has as a tuple or a range
    append_by_stream(out, value);
  } else if constexpr (string_like<const T&>) {
    append_text(out, value);
  } else if constexpr (optional_like<T>) {
    if (value.has_value())
      append_value(out, *value);
    else
      out += "nullopt";
  } else if constexpr (weak_reference<T>) {
    out += value.expired() ? "<weakref; dead>"
                           : joined({"<weakref to '", without_scope(type_name<typename T::element_type>), "'>"});
  } else if constexpr (smart_pointer<T>) {
    if (!value)
      out += "nullptr";
    else if constexpr (dereferenced_pointer<T>)
      append_pointee(out, *value);
    else
      append_type(out, type_name<typename T::element_type>);
  } else if constexpr (variant_like<T>) {
    if (value.valueless_by_exception())
      out += "<valueless>";
    else
      visit([&out](const auto& held) { append_value(out, held); }, value);
  } else if constexpr (streamable<T>) {
    append_by_stream(out, value);
  } else if constexpr (range_like<T>) {
    append_range(out, value);
  } else if constexpr (tuple_like<T>) {
    append_tuple(out, value, std::make_index_sequence<std::tuple_size<T>::value>{});
  } else if constexpr (is_plain_aggregate<T>()) {
    append_aggregate(out, value);
  } else {
    append_type(out, type_name<T>);
  }
}

/// Appends a value as text.
template <class T>
void append_value(std::string& out, const T& value) {
  using bare = std::remove_cv_t<T>;
  if constexpr (std::is_same_v<bare, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_same_v<bare, char>) {
    append_text(out, std::string_view(&value, 1), '\'');
  } else if constexpr (std::is_integral_v<bare>) {
    out += integer_text(value);
  } else if constexpr (std::is_floating_point_v<bare>) {
    append_floating(out, value);
  } else if constexpr (std::is_enum_v<bare>) {
    append_enumerator(out, value);
  } else if constexpr (std::is_null_pointer_v<bare>) {
    out += "nullptr";
  } else if constexpr (std::is_pointer_v<bare>) {
    append_pointer(out, value);
  } else if constexpr (std::is_array_v<bare> && std::is_same_v<std::remove_cv_t<std::remove_extent_t<bare>>, char>) {
    std::size_t length = 0;
    while (length != std::extent_v<bare> && value[length] != '\0') ++length;
    append_text(out, std::string_view(value, length));
  } else if constexpr (std::is_array_v<bare>) {
    list_writer list(out, "[");
    for (const auto& element : value) list.add(element);
    out += ']';
  } else if constexpr (std::is_class_v<bare>) {
    append_class<bare>(out, value);
  } else {
    append_type(out, type_name<bare>);
  }
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
