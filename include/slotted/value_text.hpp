// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Values of any type as text for people, in the way of Python's repr: strings in quotes, containers by their elements,
// what is behind a smart pointer, enumerators by name. Not in the umbrella.
#ifndef SLOTTED_VALUE_TEXT_HPP
#define SLOTTED_VALUE_TEXT_HPP

#include <slotted/enum_name.hpp>
#include <slotted/features.hpp>
#include <slotted/fields_of.hpp>
#include <slotted/value_rule.hpp>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace slotted::inline v0::detail {

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

/// Text in quotes, as Python chooses and escapes them. Bytes from 0x80 stay: they are UTF-8, or the caller's.
inline void append_text(std::string& out, std::string_view text, char quote) {
  constexpr char digits[] = "0123456789abcdef";
  out += quote;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += '\\';
      out += c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
    } else if (byte < 0x20 || byte == 0x7f) {
      out += "\\x";
      out += digits[byte >> 4u];
      out += digits[byte & 15u];
    } else {
      out += c;
    }
  }
  out += quote;
}
inline void append_text(std::string& out, std::string_view text) {
  const bool double_quotes = text.find('\'') != text.npos && text.find('"') == text.npos;
  append_text(out, text, double_quotes ? '"' : '\'');
}

/// The shortest digits that give the number back, with a point: 1.0, 0.1, 1e+22.
template <class T>
void append_floating(std::string& out, T value) {
  if (!std::isfinite(value)) {
    out += std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
    return;
  }
  char text[128];
  const T magnitude = std::fabs(value);
  const bool plain = magnitude == 0 || (magnitude >= T(1e-4) && magnitude < T(1e16));
  const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
  const char* const end = std::to_chars(text, text + sizeof text, value, format).ptr;
  const std::string_view written(text, static_cast<std::size_t>(end - text));
  out += written;
  if (plain && written.find('.') == written.npos) out += ".0";
}

template <class Enum>
void append_enumerator(std::string& out, Enum value) {
  out += without_scope(type_name<Enum>);
  if (const std::string_view name = enumerator_name(value); !name.empty()) {
    out += "::";
    out += name;
  } else {
    out += '(' + integer_text(static_cast<std::underlying_type_t<Enum>>(value)) + ')';
  }
}

inline void append_type(std::string& out, std::string_view type) {
  out += '<';
  out += type;
  out += '>';
}
inline void append_address(std::string& out, std::string_view type, std::uintptr_t address) {
  char text[2 * sizeof address];
  const char* const end = std::to_chars(text, text + sizeof text, address, 16).ptr;
  out += '<';
  out += type;
  out += " at 0x";
  out.append(text, static_cast<std::size_t>(end - text));
  out += '>';
}

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
  *pointer;
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
  if (has_value<Entry>(object)) {
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
template <class C, class... Bases, class... Entries>
void append_parts(std::string& out, const C& object, pack<Bases...>*, pack<Entries...>*) {
  list_writer list(out, "(");
  const bool done[] = {true, (static_cast<void>(append_base<Bases>(list, object)), true)...,
                       (static_cast<void>(append_slot<Entries>(list, out, object)), true)...};
  static_cast<void>(done);
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
void append_pointer(std::string& out, const T* pointer) {
  if (!pointer)
    out += "nullptr";
  else if constexpr (std::is_same_v<std::remove_cv_t<T>, char>)
    append_text(out, std::string_view(pointer));
  else if constexpr (std::is_function_v<T>)
    append_type(out, type_name<T>);
  else
    append_address(out, type_name<T>, reinterpret_cast<std::uintptr_t>(pointer));
}

template <class T>
void append_class(std::string& out, const T& value) {
  if constexpr (has_feature<T, printing>) {
    append_object(out, value);
  } else if constexpr (string_like<const T&>) {
    append_text(out, value);
  } else if constexpr (optional_like<T>) {
    if (value.has_value())
      append_value(out, *value);
    else
      out += "nullopt";
  } else if constexpr (smart_pointer<T>) {
    if (value)
      append_pointee(out, *value);
    else
      out += "nullptr";
  } else if constexpr (variant_like<T>) {
    if (value.valueless_by_exception())
      out += "<valueless>";
    else
      visit([&out](const auto& held) { append_value(out, held); }, value);
  } else if constexpr (streamable<T>) {
    std::ostringstream text;
    text << value;
    out += text.str();
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

}  // namespace slotted::inline v0::detail

#endif
