// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Objects with items: made in one allocation, and their items as a std::span. Not in the umbrella.
#ifndef SLOTTED_ITEMS_HPP
#define SLOTTED_ITEMS_HPP

#include <slotted/errors.hpp>
#include <slotted/object_layout.hpp>
#include <slotted/value_rule.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

/// As many items as `number` says, each a copy of `value`: `make_with_items<Row>(copies(3, 0.5), header...)`.
/// @snippet items.cpp copies
template <class V>
struct copies {
  constexpr copies(std::size_t how_many, V of) : number(how_many), value(std::move(of)) {}
  std::size_t number;  ///< how many
  V value;             ///< of what
};
template <class V>
copies(std::size_t, V) -> copies<V>;

/// As many items as `number` says, each what `make(i)` returns, straight into its place: for items that can neither be
/// copied nor moved, too.
/// @snippet items.cpp generated
template <class Make>
struct generated {
  constexpr generated(std::size_t how_many, Make by) : number(how_many), make(std::move(by)) {}
  std::size_t number;  ///< how many
  Make make;           ///< called with 0, 1, ...
};
template <class Make>
generated(std::size_t, Make) -> generated<Make>;

namespace detail {

template <class C>
constexpr bool can_have_items() {
  if constexpr (slotted_class<C>)
    return declaration_of<C>::has_items;
  else
    return false;
}
template <class C>
concept class_with_items = can_have_items<C>();

template <class C>
  requires class_with_items<C>
using item_of = item_type_of<declaration_of<C>>;

/// What std::bad_array_new_length is for.
[[noreturn]] SLOTTED_COLD inline void raise_too_many_items() {
#if SLOTTED_EXCEPTIONS
  throw std::bad_array_new_length();
#else
  current_failure_handler("too many items");
  std::abort();
#endif
}

// Each source has a number and makes the i-th item in its memory, i from 0 on.

template <class C, class V>
constexpr bool item_takes() {
  if constexpr (!fits<item_of<C>, V>)
    return report<error::value_does_not_fit_items<seen_as<C>, item_of<C>, V>>::kept;
  else
    return true;
}

/// The item that a value becomes, by the value rule.
template <class C, class V>
constexpr std::remove_cv_t<item_of<C>> as_item(V&& value) {
  return convert<item_of<C>>(std::forward<V>(value), slot_place{name_of_class<seen_as<C>>, "items"});
}

template <class C>
struct default_items {
  std::size_t number;
  void make(void* memory, std::size_t) const { ::new (memory) item_of<C>(); }
};
template <class C, class V>
struct copied_items {
  std::size_t number;
  const V& value;
  void make(void* memory, std::size_t) const {
    if constexpr (item_takes<C, const V&>()) ::new (memory) item_of<C>(as_item<C>(value));
  }
};
template <class C, class Make>
struct generated_items {
  std::size_t number;
  Make& generate;
  void make(void* memory, std::size_t i) const {
    using made = decltype(generate(i));
    if constexpr (std::is_same_v<made, std::remove_cv_t<item_of<C>>>)
      ::new (memory) item_of<C>(generate(i));
    else if constexpr (item_takes<C, made>())
      ::new (memory) item_of<C>(as_item<C>(generate(i)));
  }
};
/// `Moves`: out of a container that nobody else has.
template <class C, class Iterator, bool Moves>
struct ranged_items {
  std::size_t number;
  Iterator next;
  void make(void* memory, std::size_t) {
    using given = std::conditional_t<Moves, std::iter_rvalue_reference_t<Iterator>, std::iter_reference_t<Iterator>>;
    if constexpr (item_takes<C, given>()) {
      if constexpr (Moves)
        ::new (memory) item_of<C>(as_item<C>(std::ranges::iter_move(next)));
      else
        ::new (memory) item_of<C>(as_item<C>(*next));
      ++next;
    }
  }
  /// Whether copying their bytes is all that there is to do. The compiler would see it, but not at -O2.
  static constexpr bool is_bytes = std::contiguous_iterator<Iterator> && std::is_trivially_copyable_v<item_of<C>> &&
                                   fits<item_of<C>, std::iter_reference_t<Iterator>> &&
                                   std::is_same_v<std::iter_value_t<Iterator>, std::remove_cv_t<item_of<C>>>;
};

template <class T>
inline constexpr bool is_copies = false;
template <class V>
inline constexpr bool is_copies<copies<V>> = true;
template <class T>
inline constexpr bool is_generated = false;
template <class Make>
inline constexpr bool is_generated<generated<Make>> = true;

template <class T>
inline constexpr bool is_character =
    std::is_same_v<T, char> || std::is_same_v<T, wchar_t> || std::is_same_v<T, char8_t> ||
    std::is_same_v<T, char16_t> || std::is_same_v<T, char32_t>;
/// An integer that is a number; a truth or a character is a slip.
template <class T>
inline constexpr bool is_number = std::is_integral_v<T> && !std::is_same_v<T, bool> && !is_character<T>;

/// Text for items that are characters: without the null at the end of a literal.
template <class C, class Source>
constexpr bool is_text_for() {
  using item = std::remove_cv_t<item_of<C>>;
  if constexpr (is_character<item>)
    return std::is_convertible_v<Source, std::basic_string_view<item>>;
  else
    return false;
}

template <class R>
concept iterated = requires(R& range) {
  std::ranges::begin(range);
  std::ranges::end(range);
};
template <class R>
concept counted = iterated<R> && (requires(R& range) { std::ranges::size(range); } ||
                                  std::forward_iterator<decltype(std::ranges::begin(std::declval<R&>()))>);

/// Whether a range is one that owns its elements, and is given away.
template <class Source>
inline constexpr bool is_given_away = !std::is_reference_v<Source> && !std::is_const_v<Source> &&
                                      !std::ranges::enable_view<Source> && !std::ranges::enable_borrowed_range<Source>;

template <class C, bool Moves, class R>
auto items_in_range(R& range) {
  auto first = std::ranges::begin(range);
  using source = ranged_items<C, decltype(first), Moves>;
  if constexpr (requires { std::ranges::size(range); })
    return source{static_cast<std::size_t>(std::ranges::size(range)), std::move(first)};
  else
    return source{static_cast<std::size_t>(std::ranges::distance(first, std::ranges::end(range))), first};
}

/// `Source` is an lvalue reference or, of an rvalue, its type.
template <class C, class Source>
auto source_of_items(std::remove_reference_t<Source>& given) {
  using source = std::remove_cvref_t<Source>;
  if constexpr (is_copies<source>) {
    return copied_items<C, decltype(given.value)>{given.number, given.value};
  } else if constexpr (is_generated<source>) {
    return generated_items<C, decltype((given.make))>{given.number, given.make};
  } else if constexpr (is_number<source>) {
    if constexpr (sizeof(source) > sizeof(std::size_t))  // a negative one becomes a large one by itself
      if (static_cast<std::make_unsigned_t<source>>(given) > SIZE_MAX) raise_too_many_items();
    return default_items<C>{static_cast<std::size_t>(given)};
  } else if constexpr (is_text_for<C, Source>()) {
    const std::basic_string_view<std::remove_cv_t<item_of<C>>> text = given;
    return ranged_items<C, const std::remove_cv_t<item_of<C>>*, false>{text.size(), text.data()};
  } else if constexpr (counted<std::remove_reference_t<Source>>) {
    return items_in_range<C, is_given_away<Source>>(given);
  } else {
    if constexpr (iterated<std::remove_reference_t<Source>>)
      static_cast<void>(report<error::items_are_made_of_a_range_that_can_be_counted_first<seen_as<C>, source>>::kept);
    else
      static_cast<void>(
          report<error::items_are_made_of_a_number_a_range_copies_or_generated<seen_as<C>, source>>::kept);
    return default_items<C>{0};
  }
}

template <class Source>
inline constexpr bool made_of_bytes = false;
template <class C, class Iterator, bool Moves>
inline constexpr bool made_of_bytes<ranged_items<C, Iterator, Moves>> = ranged_items<C, Iterator, Moves>::is_bytes;

/// The memory of an object that is being made, given back where its constructor throws.
template <class C>
class item_memory {
  static constexpr bool is_over_aligned = alignof(C) > __STDCPP_DEFAULT_NEW_ALIGNMENT__;

 public:
  explicit item_memory(std::size_t bytes) : memory_(allocate(bytes)) {}
  item_memory(const item_memory&) = delete;
  item_memory& operator=(const item_memory&) = delete;
  ~item_memory() {
    if (memory_ == nullptr) return;
    if constexpr (is_over_aligned)
      ::operator delete(memory_, std::align_val_t{alignof(C)});
    else
      ::operator delete(memory_);
  }
  /// An object in it, which from now on owns it.
  template <class... Header>
  C* make_object(Header&&... header) {
    C* const made = ::new (memory_) C(std::forward<Header>(header)...);
    memory_ = nullptr;
    return made;
  }

 private:
  static void* allocate(std::size_t bytes) {
    if constexpr (is_over_aligned)
      return ::operator new(bytes, std::align_val_t{alignof(C)});
    else
      return ::operator new(bytes);
  }
  void* memory_;
};

/// Items that are being made, destroyed where one of them throws.
template <class T>
class items_so_far {
 public:
  explicit items_so_far(T* first) noexcept : first_(first), next_(first) {}
  items_so_far(const items_so_far&) = delete;
  items_so_far& operator=(const items_so_far&) = delete;
  ~items_so_far() {
    while (next_ != first_) (--next_)->~T();
  }
  template <class Source>
  void make_all(Source& source) {
    if constexpr (made_of_bytes<Source>) {
      if (source.number != 0) std::memcpy(memory(), std::to_address(source.next), source.number * sizeof(T));
    } else {
      for (std::size_t i = 0; i != source.number; ++i, ++next_) source.make(memory(), i);
      first_ = next_;
    }
  }

 private:
  void* memory() const noexcept { return const_cast<std::remove_cv_t<T>*>(next_); }

  T* first_;
  T* next_;
};

/// Returns what the caller has to own: a pointer stays in a register, its owner would not. `inline` is for g++, which
/// at -O2 puts into its caller what is declared so, and leaves other templates of that size alone.
template <class C, class Source, class... Header>
inline C* make_object_and_items(Source source, Header&&... header) {
  using declared = declaration_of<C>;
  using layout = trailing_layout<declared>;
  using item = typename layout::item;
  using count = typename items_type_of<declared>::value_type;
  constexpr std::size_t distance = layout::template distance_in<C>();
  if constexpr (distance > count::farthest) {
    static_cast<void>(
        report<error::class_adds_too_much_to_a_base_with_items_add_it_there<C, typename layout::owner>>::kept);
    return nullptr;
  } else {
    constexpr std::size_t begin = offset_of_base<C, typename layout::owner>() + layout::offset(distance);
    constexpr std::size_t fit = (static_cast<std::size_t>(PTRDIFF_MAX) - begin) / sizeof(item);
    if (source.number > count::most || source.number > fit) raise_too_many_items();
    const std::size_t bytes = begin + source.number * sizeof(item);
    item_memory<C> memory(bytes < sizeof(C) ? sizeof(C) : bytes);
    std::unique_ptr<C> made(memory.make_object(std::forward<Header>(header)...));
    auto* const owner = static_cast<typename layout::owner*>(made.get());
    items_so_far<item>(items_behind<declared>(owner, 0, distance).first).make_all(source);
    static_cast<count_cell_of<declared>&>(*made).slotted_value.set(source.number, distance);
    return made.release();
  }
}

}  // namespace detail

/// The items of an object, const as the object is. Valid as long as the object lives. O(1).
/// @snippet items.cpp items_of
template <class O>
  requires detail::class_with_items<O>
[[nodiscard]] SLOTTED_INLINE constexpr auto items_of(O& object) noexcept {
  const auto all = detail::items_in(object);
  return std::span(all.first, all.count);
}

/// An object of class `C` and its items, in one allocation. `source` says what the items are: a number, of items that
/// are `T()`; a range, text for characters among them; `{...}`; `copies`; `generated`. The values of a range become
/// items by the value rule; those of a container that is an rvalue are moved. `header` is what `C` is made from, as its
/// constructors take it, by position or by name.
///
/// First the object is made, whose constructor sees no items, then they are, in their order. Whatever throws, all that
/// was made is destroyed, the last one first. std::bad_array_new_length for more items than `C` can count or memory can
/// hold, a negative number among them.
///
/// The object is an owner of its items like of any other member, so a std::unique_ptr is all that it takes to own it:
/// `delete`, a std::shared_ptr, a pointer to a base with a virtual destructor are right, too. They die after the
/// object's references and the body of its destructor, the last one first, before its slots.
/// @snippet items.cpp make_with_items
template <class C, class Source, class... Header>
[[nodiscard]] SLOTTED_INLINE std::unique_ptr<C> make_with_items(Source&& source, Header&&... header) {
  if constexpr (!detail::class_with_items<C>) {
    static_cast<void>(detail::report<error::class_has_no_items_add_items<C>>::kept);
    return nullptr;
  } else {
    return std::unique_ptr<C>(
        detail::make_object_and_items<C>(detail::source_of_items<C, Source>(source), std::forward<Header>(header)...));
  }
}
/// The same for items in braces.
template <class C, class... Header>
  requires detail::class_with_items<C>
[[nodiscard]] SLOTTED_INLINE std::unique_ptr<C> make_with_items(
    std::initializer_list<std::remove_cv_t<detail::item_of<C>>> source, Header&&... header) {
  return std::unique_ptr<C>(detail::make_object_and_items<C>(detail::source_of_items<C, decltype(source)&>(source),
                                                             std::forward<Header>(header)...));
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
