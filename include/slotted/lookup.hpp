// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Slots by a name that comes at run time: the table of a class, keys that are resolved once, and what is known of a
// slot when its type is not.
#ifndef SLOTTED_LOOKUP_HPP
#define SLOTTED_LOOKUP_HPP

#include <slotted/access.hpp>
#include <slotted/name_lookup.hpp>
#include <slotted/object_layout.hpp>
#include <slotted/suggest.hpp>
#include <slotted/type_identity.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>

namespace slotted::inline SLOTTED_NAMESPACE {

namespace detail {

/// Where a slot lies and what it holds, for access by a type that is checked at run time.
struct alignas(32) slot_record {
  const type_identity_record* type;
  std::uint32_t index;  // among all slots of the class
  std::uint32_t offset;
  std::uint32_t presence_offset;  // of the byte with the slot's presence bit; 0 for a field
  std::uint8_t other_bits;        // of that byte, the bits of other slots; all of them for a field, which is always set
  bool readonly;
};

template <class C, class Entry>
constexpr slot_record record_of(std::size_t index) {
  slot_record record{&identity_of<std::remove_const_t<typename Entry::value_type>>,
                     static_cast<std::uint32_t>(index),
                     static_cast<std::uint32_t>(offset_of_entry<C, Entry>()),
                     0,
                     0xff,
                     Entry::readonly};
  if constexpr (Entry::may_be_unset) {
    record.presence_offset = static_cast<std::uint32_t>(offset_of_presence<C, typename Entry::declaration>() +
                                                        presence_byte_of(bit_of<Entry>));
    record.other_bits = static_cast<std::uint8_t>(~mask_of<Entry>);
  }
  return record;
}

template <class C>
inline constexpr std::size_t slot_total = entries_of<declaration_of<C>>::size;

template <class C>
struct slot_records {
  slot_record all[slot_total<C> + 1]{};

  template <std::size_t... I, class... Entries>
  consteval void fill(std::index_sequence<I...>, pack<Entries...>*) {
    const bool filled[] = {true, ((all[I] = record_of<C, Entries>(I)), true)...};
    static_cast<void>(filled);
  }
  consteval slot_records() {
    using entries = entries_of<declaration_of<C>>;
    fill(std::make_index_sequence<entries::size>{}, static_cast<entries*>(nullptr));
  }
};
/// By index among all slots of the class.
template <class C>
inline constexpr slot_records<C> records_of{};

/// The names by which slots are found at run time: aliases too, hidden slots not.
template <class C>
struct visible_names {
  using entries = entries_of<declaration_of<C>>;
  static constexpr auto all = names_in(static_cast<entries*>(nullptr));
  static constexpr std::size_t all_count = count_names(static_cast<entries*>(nullptr));

  template <class... Entries>
  static constexpr bool hidden_at(std::size_t index, pack<Entries...>*) {
    const bool hidden[] = {Entries::slot::traits::hidden..., true};
    return hidden[index];
  }
  static constexpr std::size_t count_visible() {
    std::size_t sum = 0;
    for (std::size_t i = 0; i != all_count; ++i)
      sum += entries::size != 0 && !hidden_at(all.entry[i], static_cast<entries*>(nullptr));
    return sum;
  }
  static constexpr std::size_t count = count_visible();
  static constexpr name_texts<count> visible = [] {
    name_texts<count> names{};
    std::size_t k = 0;
    for (std::size_t i = 0; i != all_count; ++i)
      if (entries::size != 0 && !hidden_at(all.entry[i], static_cast<entries*>(nullptr))) {
        names.text[k] = all.text[i];
        names.entry[k++] = all.entry[i];
      }
    return names;
  }();
  static constexpr const std::string_view* text = visible.text;
};

template <class C>
using name_table_of = name_table<visible_names<C>>;

/// The record of each slot once more, in the places where the table of names finds them.
template <class C>
struct records_by_name {
  slot_record all[name_table_of<C>::places]{};

  consteval records_by_name() {
    for (std::size_t place = 0; place != name_table_of<C>::places; ++place)
      if (const std::size_t i = name_table_of<C>::name_at(place); i != visible_names<C>::count)
        all[place] = records_of<C>.all[visible_names<C>::visible.entry[i]];
  }
};
template <class C>
inline constexpr records_by_name<C> records_by_name_of{};

/// A slot that was looked for; false where there is none.
class found_record {
 public:
  constexpr found_record() noexcept = default;
  constexpr explicit found_record(const slot_record& record) noexcept : record_(&record), found_(true) {}

  /// The flag is for constant expressions only: there g++ with -fsanitize=undefined takes no comparison of an element's
  /// address with null. At run time that comparison is known to be true, where a flag would be carried along.
  SLOTTED_INLINE constexpr explicit operator bool() const noexcept {
    return std::is_constant_evaluated() ? found_ : record_ != nullptr;
  }
  SLOTTED_INLINE constexpr const slot_record& operator*() const noexcept { return *record_; }
  SLOTTED_INLINE constexpr const slot_record* operator->() const noexcept { return record_; }

 private:
  const slot_record* record_ = nullptr;
  bool found_ = false;
};

/// The slot with that name or alias.
template <class C>
SLOTTED_INLINE constexpr found_record find_slot(std::string_view name) noexcept {
  const std::size_t place = name_table_of<C>::template find<!declaration_of<C>::has_dict>(name.data(), name.size());
  if (place == name_table_of<C>::none) return {};
  return found_record(records_by_name_of<C>.all[place]);
}

template <class C>
[[noreturn]] SLOTTED_COLD inline void raise_unknown_name(std::string_view name, bool storing) {
  using names = visible_names<C>;
  const std::size_t nearest = nearest_name(name, names::text, names::count);
  raise_unknown(class_name<C>, name, storing, nearest == names::count ? std::string_view{} : names::text[nearest]);
}

/// Calls `f` with an Entry as template argument: `f.template operator()<Entry, Index>()`.
template <class R, class F, class Entry, std::size_t Index>
constexpr R call_with_entry(F& f) {
  return f.template operator()<Entry, Index>();
}
/// The table by which an index becomes types. Made by a function that leaves nothing in the program, so that no symbol
/// lists all slots.
template <class C, class R, class F>
struct dispatch_table {
  using function = R (*)(F&);
  function functions[slot_total<C> + 1]{};

  template <std::size_t... I, class... Entries>
  consteval void fill(std::index_sequence<I...>, pack<Entries...>*) {
    const bool filled[] = {true, ((functions[I] = call_with_entry<R, F, Entries, I>), true)...};
    static_cast<void>(filled);
  }
  consteval dispatch_table() {
    using entries = entries_of<declaration_of<C>>;
    fill(std::make_index_sequence<entries::size>{}, static_cast<entries*>(nullptr));
  }
};
template <class C, class R, class F>
inline constexpr dispatch_table<C, R, F> dispatch_table_of{};

/// Turns an index into types: one indirect call. `index` must be less than `slot_total<C>`.
template <class C, class R, class F>
constexpr R dispatch(std::size_t index, F& f) {
  return dispatch_table_of<C, R, F>.functions[index](f);
}

/// The name of the slot with that index; its own, also where an alias was asked for.
template <class C>
constexpr std::string_view name_of_slot(std::size_t index) noexcept {
  const auto read = []<class Entry, std::size_t>() { return Entry::name_type::text; };
  return dispatch<C, std::string_view>(index, read);
}

}  // namespace detail

/// A slot's name, resolved once: as cheap as an index afterwards, in every verb. False where there is no such slot.
/// @snippet verbs.cpp resolve
template <class C>
class slot_key {
 public:
  constexpr slot_key() noexcept = default;
  /// Whether there is such a slot.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return index_ != detail::slot_total<C>; }
  /// Among all slots of `C`, bases first; the number of slots where there is no such slot.
  [[nodiscard]] constexpr std::size_t index() const noexcept { return index_; }
  friend constexpr bool operator==(const slot_key&, const slot_key&) noexcept = default;

  /// For `resolve`, and for those that count slots themselves.
  static constexpr slot_key at(std::size_t index) noexcept {
    slot_key key;
    if (index < detail::slot_total<C>) key.index_ = static_cast<std::uint32_t>(index);
    return key;
  }

 private:
  std::uint32_t index_ = static_cast<std::uint32_t>(detail::slot_total<C>);
};

/// The key of the slot of `C` with that name or alias.
/// @snippet verbs.cpp resolve
template <class C>
  requires detail::slotted_class<C>
[[nodiscard]] constexpr auto resolve(std::string_view name) noexcept {
  using seen = detail::seen_as<C>;
  const detail::found_record slot = detail::find_slot<seen>(name);
  return slot ? slot_key<seen>::at(slot->index) : slot_key<seen>();
}

template <class C>
  requires detail::slotted_class<C>
void resolve(std::nullptr_t) = delete;  // no text

namespace detail {

template <class T>
inline constexpr bool is_slot_key = false;
template <class C>
inline constexpr bool is_slot_key<slot_key<C>> = true;

// Access by record. Offsets are of a complete C, so the object is seen as one.

template <class C>
SLOTTED_INLINE const unsigned char* bytes_of(const C& object) noexcept {
  return reinterpret_cast<const unsigned char*>(__builtin_addressof(object));
}

template <class C>
SLOTTED_INLINE bool is_set_by_record(const C& object, const slot_record& record) noexcept {
  return (bytes_of(object)[record.presence_offset] | record.other_bits) == 0xff;
}

template <class T, class C>
SLOTTED_INLINE T& value_by_record(const C& object, const slot_record& record) noexcept {
  // The object is the caller's to write: `T` carries the const that there is.
  auto* place = const_cast<unsigned char*>(bytes_of(object)) + record.offset;  // NOLINT
  return *std::launder(reinterpret_cast<T*>(place));
}

/// Gives a typed pointer to a slot that is known by index only, where there are no addresses to count from. Only the
/// slots of that type are looked at.
template <class T, class C>
struct typed_finder {
  C& object;

  template <class Entry>
  static constexpr bool can_be_it =
      std::is_same_v<std::remove_const_t<T>, std::remove_const_t<typename Entry::value_type>> &&
      (std::is_const_v<T> || (!Entry::readonly && !std::is_const_v<C>));
  template <class Entry>
  constexpr T* find(std::true_type, std::type_identity<Entry>) const {
    return find_value<Entry>(object);
  }
  template <class Entry>
  constexpr T* find(std::false_type, std::type_identity<Entry>) const {
    return nullptr;
  }

  template <std::size_t... I, class... Entries>
  constexpr T* at(std::size_t index, std::index_sequence<I...>, pack<Entries...>*) const {
    T* found = nullptr;
    const bool tried[] = {true, (index == I && (static_cast<void>(found = find(std::bool_constant<can_be_it<Entries>>{},
                                                                               std::type_identity<Entries>{})),
                                                true))...};
    static_cast<void>(tried);
    return found;
  }
  constexpr T* at(std::size_t index) const {
    using entries = entries_of<declaration_of<C>>;
    return at(index, std::make_index_sequence<entries::size>{}, static_cast<entries*>(nullptr));
  }
};

/// Whether all slots of a class are of type T: then none needs to be asked.
template <class T, class... Entries>
constexpr bool all_are(pack<Entries...>*) {
  return sizeof...(Entries) != 0 && all_of({std::is_same_v<std::remove_const_t<typename Entries::value_type>, T>...});
}
template <class T, class C>
SLOTTED_INLINE constexpr bool holds_by_record(const slot_record& record) noexcept {
  if constexpr (all_are<std::remove_const_t<T>>(static_cast<entries_of<declaration_of<C>>*>(nullptr)))
    return true;
  else
    return record.type == &identity_of<std::remove_const_t<T>>;
}

template <class C, class T, class... Entries>
constexpr bool has_readonly(pack<Entries...>*) {
  const bool found[] = {false,
                        (Entries::readonly &&
                         std::is_same_v<std::remove_const_t<typename Entries::value_type>, std::remove_const_t<T>>)...};
  for (const bool one : found)
    if (one) return true;
  return false;
}

/// `T`, or `const T` where the object is const or the class has a readonly slot of that type, which must not be written
/// through a name that is known at run time only.
template <class C, class T>
using value_by_name =
    std::conditional_t<std::is_const_v<C> || has_readonly<C, T>(static_cast<entries_of<declaration_of<C>>*>(nullptr)),
                       const T, T>;

}  // namespace detail

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
