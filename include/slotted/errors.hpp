// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// What is thrown: Python's AttributeError, TypeError and ReferenceError, with the class and the name that failed.
#ifndef SLOTTED_ERRORS_HPP
#define SLOTTED_ERRORS_HPP

#include <slotted/config.hpp>
#include <slotted/taken.hpp>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// Immutable text that is copied without throwing, as what an exception holds must be.
class shared_text {
 public:
  explicit shared_text(std::string_view text) : block_(new block{1, std::string(text.data(), text.size())}) {}
  shared_text(const shared_text& other) noexcept : block_(other.block_) {
    __atomic_fetch_add(&block_->owners, 1u, __ATOMIC_RELAXED);
  }
  shared_text& operator=(const shared_text& other) noexcept {
    shared_text copy(other);
    swap_pointers(block_, copy.block_);
    return *this;
  }
  ~shared_text() {
    if (__atomic_fetch_sub(&block_->owners, 1u, __ATOMIC_ACQ_REL) == 1u) delete block_;
  }
  [[nodiscard]] std::string_view view() const noexcept { return block_->text; }

 private:
  struct block {
    unsigned owners;
    std::string text;
  };
  block* block_;
};

}  // namespace detail

// Visible also where symbols are hidden: what one library throws another catches.

/// The base of all errors of the library.
/// @snippet errors.cpp error_base
class [[gnu::visibility("default")]] error_base : public std::runtime_error {
 public:
  error_base(const std::string& what, std::string_view class_name, std::string_view name)
      : std::runtime_error(what), class_name_(class_name), name_(name) {}

  /// The class of the object, without its namespaces. The text lives as long as the program.
  [[nodiscard]] std::string_view class_name() const noexcept { return class_name_; }
  /// The name that was asked for, byte for byte; for an alias the slot's own. The text lives as long as the exception.
  [[nodiscard]] std::string_view name() const noexcept { return name_.view(); }

 private:
  std::string_view class_name_;
  detail::shared_text name_;
};

/// No such attribute, or one that is unset, or one that may not be written or deleted.
/// @snippet errors.cpp attribute_error
class [[gnu::visibility("default")]] attribute_error : public error_base {
 public:
  using error_base::error_base;
};

/// A value that does not fit the slot, or a slot of another type than the one asked for.
/// @snippet errors.cpp type_error
class [[gnu::visibility("default")]] type_error : public error_base {
 public:
  using error_base::error_base;
};

/// The object that was referred to is dead.
/// @snippet errors.cpp reference_error
class [[gnu::visibility("default")]] reference_error : public error_base {
 public:
  using error_base::error_base;
};

/// Called with the message of an error that cannot be thrown, where the program is built with -fno-exceptions. When it
/// returns, the program aborts.
/// @snippet errors.cpp set_failure_handler
using failure_handler = void (*)(const char* what);

namespace detail {

inline void print_failure(const char* what) {
  std::fputs("slotted: ", stderr);
  std::fputs(what, stderr);
  std::fputc('\n', stderr);
}
inline failure_handler current_failure_handler = print_failure;

}  // namespace detail

/// Installs `handler` and returns the one before. Only called under -fno-exceptions; not synchronised.
/// @snippet errors.cpp set_failure_handler
inline failure_handler set_failure_handler(failure_handler handler) noexcept {
  const failure_handler before = detail::current_failure_handler;
  detail::current_failure_handler = handler ? handler : detail::print_failure;
  return before;
}

namespace detail {

template <class Error>
[[noreturn]] SLOTTED_COLD inline void raise(const std::string& what, std::string_view class_name,
                                            std::string_view name) {
#if SLOTTED_EXCEPTIONS
  throw Error(what, class_name, name);
#else
  static_cast<void>(class_name);
  static_cast<void>(name);
  current_failure_handler(what.c_str());
  std::abort();
#endif
}

/// A byte that is no character, as Python's repr writes it.
inline void append_hexadecimal_escape(std::string& out, unsigned char byte) {
  constexpr char digits[] = "0123456789abcdef";
  out += '\\';
  out += 'x';
  out += digits[byte >> 4u];
  out += digits[byte & 15u];
}

/// The parts of a message, one after the other. For the compiler much less work than as many operators.
inline std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out.append(part.data(), part.size());
  return out;
}

/// A foreign name or value inside a message: escaped as Python's repr does, at most 80 characters of it.
inline std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 80;
  const bool cut = text.size() > longest;
  std::size_t end = cut ? longest : text.size();
  if (cut)  // not inside a letter of UTF-8, whose later bytes begin with the bits 10
    while (end > longest - 4 && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u) --end;
  std::string out;
  out += '\'';
  for (const char c : text.substr(0, end)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\'' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      append_hexadecimal_escape(out, byte);
    } else {
      out += c;
    }
  }
  return joined({out, cut ? "...'" : "'"});
}

/// CPython's sentence, the beginning of every attribute_error about a missing value.
inline std::string has_no_attribute(std::string_view class_name, std::string_view name) {
  return joined({quoted(class_name), " object has no attribute ", quoted(name)});
}
/// The beginning of the others.
inline std::string object_attribute(std::string_view class_name, std::string_view name) {
  return joined({quoted(class_name), " object attribute ", quoted(name)});
}

[[noreturn]] SLOTTED_COLD inline void raise_unset(std::string_view class_name, std::string_view name) {
  raise<attribute_error>(joined({has_no_attribute(class_name, name), ": the slot is unset"}), class_name, name);
}

/// Unknown name. `storing`: it was to be set, which a class with a dict slot would have allowed.
[[noreturn]] SLOTTED_COLD inline void raise_unknown(std::string_view class_name, std::string_view name, bool storing,
                                                    std::string_view suggestion) {
  std::string what = joined({has_no_attribute(class_name, name),
                             storing ? " and no __dict__ for setting new attributes" : ": no slot of that name"});
  if (!suggestion.empty()) what = joined({what, ". Did you mean ", quoted(suggestion), "?"});
  raise<attribute_error>(what, class_name, name);
}

[[noreturn]] SLOTTED_COLD inline void raise_read_only(std::string_view class_name, std::string_view name) {
  raise<attribute_error>(joined({object_attribute(class_name, name), " is read-only"}), class_name, name);
}

[[noreturn]] SLOTTED_COLD inline void raise_undeletable(std::string_view class_name, std::string_view name) {
  raise<attribute_error>(
      joined({object_attribute(class_name, name), " cannot be deleted: a field always holds a value"}), class_name,
      name);
}

[[noreturn]] SLOTTED_COLD inline void raise_wrong_type(std::string_view class_name, std::string_view name,
                                                       std::string_view slot_type, std::string_view asked_type) {
  raise<type_error>(
      joined({object_attribute(class_name, name), " is of type '", slot_type, "', not '", asked_type, "'"}), class_name,
      name);
}

[[noreturn]] SLOTTED_COLD inline void raise_unfit(std::string_view class_name, std::string_view name,
                                                  std::string_view slot_type, std::string_view value_type) {
  raise<type_error>(joined({object_attribute(class_name, name), " is of type '", slot_type,
                            "' and takes no value of type '", value_type, "'"}),
                    class_name, name);
}

[[noreturn]] SLOTTED_COLD inline void raise_out_of_range(std::string_view class_name, std::string_view name,
                                                         std::string_view slot_type, const std::string& value) {
  raise<type_error>(
      joined({object_attribute(class_name, name), " is of type '", slot_type, "', which ", value, " does not fit"}),
      class_name, name);
}

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
