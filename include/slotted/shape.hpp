// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Shapes: the names of an object's dynamic attributes, in the order in which they were set. Objects that set the same
// names in the same order share one shape, which never changes; an object that goes its own way has a private one.
#ifndef SLOTTED_SHAPE_HPP
#define SLOTTED_SHAPE_HPP

#include <slotted/attribute_name.hpp>
#include <slotted/siphash.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <string_view>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

struct class_record;

/// A name in memory, its characters behind it. Counted by the registry that made it.
struct stored_name {
  std::uint32_t owners;
  std::uint32_t size;
  stored_name* next;  // in its bucket of the registry

  [[nodiscard]] const char* text() const noexcept { return reinterpret_cast<const char*>(this + 1); }
  // Of exactly those types: any others would be tried as iterators, at a cost to all who include this.
  [[nodiscard]] std::string_view view() const noexcept { return {text(), std::size_t{size}}; }
  [[nodiscard]] SLOTTED_INLINE bool equals(std::string_view other) const noexcept {
    return size == other.size() && equal_names(text(), other.data(), size);  // NOLINT: that is both their size
  }
};

struct shared_shape;

/// Names by their places, in one piece of memory with it: `capacity` names and, behind them, what finds them. In a
/// shared shape that is their hashes and a table, made once and for speed. In a private one, which each object has for
/// itself, it is a byte of each hash, a tag; for more than `most_tagged` names their hashes, an open hash table of
/// places and the key of its hash. A deleted name leaves a hole, in private shapes only.
struct alignas(16) shape {
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  static constexpr std::uint32_t most_tagged = 32;
  /// Names that meet this often in a table that is half empty are no accident.
  static constexpr std::uint32_t longest_chain = 128;

  class_record* real;       // the class of the objects that have this shape
  std::uint32_t used = 0;   // places that hold a name or a hole
  std::uint32_t alive = 0;  // places that hold a name
  std::uint32_t first = 0;  // the first of them
  std::uint32_t capacity;
  std::uint16_t table_at = 0;  // bytes from here to the table, of a shared shape
  std::uint8_t index_shift;    // the table has 2^(32 - index_shift) places; 32: there is none
  bool is_private;
  bool is_keyed = false;  // the names collide by their usual hash

  [[nodiscard]] stored_name* const* names() const noexcept {
    return reinterpret_cast<stored_name* const*>(reinterpret_cast<const unsigned char*>(this) +
                                                 header_size(is_private));
  }
  [[nodiscard]] stored_name** names() noexcept {
    return const_cast<stored_name**>(static_cast<const shape*>(this)->names());
  }
  /// Of the name in a place, which is no hole: its usual hash.
  [[nodiscard]] std::uint32_t hash_at(std::uint32_t place) const noexcept {
    return is_private ? hash_name(names()[place]->view()).hash : hashes()[place];
  }

  /// An empty shape with room for that many names. Throws std::bad_alloc.
  static shape* make_private(class_record* its_class, std::uint32_t capacity) {
    const std::uint8_t shift = capacity <= most_tagged ? std::uint8_t{32} : shift_for(capacity);
    const std::size_t begin = sizeof(shape) + capacity * sizeof(stored_name*);
    const std::size_t end = sizeof(shape) + bytes_behind(shift, true, capacity);
    auto* const memory = static_cast<unsigned char*>(allocate(end));
    __builtin_memset(memory + begin, 0, end - begin);
    return ::new (static_cast<void*>(memory)) shape(its_class, shift, true, capacity);
  }
  /// Gives the memory back; the names are the caller's.
  static void free(shape* made) noexcept {
    if constexpr (alignof(shape) > __STDCPP_DEFAULT_NEW_ALIGNMENT__)
      ::operator delete(made, std::align_val_t(alignof(shape)));
    else
      ::operator delete(made);
  }

  /// Of a private shape, all in all.
  [[nodiscard]] std::size_t bytes() const noexcept { return sizeof(shape) + bytes_behind(index_shift, true, capacity); }
  /// What a shared shape has besides. Not of a private one.
  [[nodiscard]] shared_shape& shared() noexcept;
  [[nodiscard]] const shared_shape& shared() const noexcept;

  /// The place of a name, or `none`. O(1), whoever chose the names. Reads nothing but the given characters.
  [[nodiscard]] SLOTTED_INLINE std::uint32_t find(hashed_name name) const noexcept;

  /// Adds a name behind the others, for which there must be room and which must not be there.
  void append(stored_name* name, std::uint32_t hash) noexcept {
    const std::uint32_t place = used;
    names()[place] = name;
    ++used;
    ++alive;
    set_hash(place, hash);
  }

  /// Deletes the name in a place: leaves a hole.
  void leave_hole(std::uint32_t place) noexcept {
    names()[place] = nullptr;
    --alive;
    while (first != used && !names()[first]) ++first;
  }

  /// Moves the names together, so that there are no holes.
  void close_holes() noexcept {
    std::uint32_t to = 0;
    for (std::uint32_t from = 0; from != used; ++from)
      if (names()[from]) {
        names()[to] = names()[from];
        if (has_index())
          hashes()[to] = hashes()[from];
        else
          tags()[to] = tags()[from];
        ++to;
      }
    used = to;
    first = 0;
    if (has_index()) refill_index();
  }

  /// The place of the next name from `place` on; `used` where there is none.
  [[nodiscard]] SLOTTED_INLINE std::uint32_t next_name(std::uint32_t place) const noexcept {
    while (place != used && !names()[place]) ++place;
    return place;
  }

 protected:
  constexpr shape(class_record* its_class, std::uint8_t shift, bool alone, std::uint32_t room) noexcept
      : real(its_class), capacity(room), index_shift(shift), is_private(alone) {}

  static constexpr std::size_t header_size(bool alone) noexcept;
  /// Of a table for that many names.
  static constexpr std::uint8_t shift_for(std::uint32_t capacity) noexcept {
    std::uint8_t shift = 31;
    while (places_for(shift) < 2 * std::size_t{capacity}) --shift;
    return shift;
  }
  static constexpr std::size_t places_for(std::uint8_t shift) noexcept { return std::size_t{1} << (32u - shift); }
  static constexpr std::size_t bytes_behind(std::uint8_t shift, bool alone, std::size_t capacity) noexcept {
    const std::size_t names = capacity * sizeof(stored_name*);
    if (!alone) return names + capacity * sizeof(std::uint32_t) + places_for(shift);
    if (shift == 32) return names + (capacity + 7) / 8 * 8;
    return names + (capacity + places_for(shift)) * sizeof(std::uint32_t) + sizeof(hash_key);
  }
  static void* allocate(std::size_t bytes) {
    if constexpr (alignof(shape) > __STDCPP_DEFAULT_NEW_ALIGNMENT__)
      return ::operator new(bytes, std::align_val_t(alignof(shape)));
    else
      return ::operator new(bytes);
  }
  [[nodiscard]] SLOTTED_INLINE bool has_index() const noexcept { return index_shift != 32; }
  [[nodiscard]] const std::uint32_t* hashes() const noexcept {
    return reinterpret_cast<const std::uint32_t*>(names() + capacity);
  }
  [[nodiscard]] std::uint32_t* hashes() noexcept {
    return const_cast<std::uint32_t*>(static_cast<const shape*>(this)->hashes());
  }

  [[nodiscard]] SLOTTED_INLINE std::uint32_t bucket_of(std::uint32_t hash) const noexcept {
    return hash >> index_shift;
  }

 private:
  [[nodiscard]] SLOTTED_INLINE const unsigned char* tags() const noexcept {
    return reinterpret_cast<const unsigned char*>(names() + capacity);
  }
  [[nodiscard]] unsigned char* tags() noexcept {
    return const_cast<unsigned char*>(static_cast<const shape*>(this)->tags());
  }
  static constexpr unsigned char tag_of(std::uint32_t hash) noexcept { return static_cast<unsigned char>(hash >> 24u); }

  /// All tags at once, eight in a word: which name it is cannot be predicted, so there is no branch for each.
  [[nodiscard]] SLOTTED_INLINE std::uint32_t find_by_tag(hashed_name name) const noexcept {
    constexpr std::uint64_t each_byte = 0x0101010101010101u;
    const std::uint64_t wanted = tag_of(name.hash) * each_byte;
    std::uint64_t candidates = 0;  // a bit for each place
    for (std::uint32_t i = 0; i < used; i += 8) {
      std::uint64_t word = 0;
      __builtin_memcpy(&word, tags() + i, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
      word = __builtin_bswap64(word);
#endif
      word ^= wanted;
      const std::uint64_t equal = ~(((word & (0x7f * each_byte)) + 0x7f * each_byte) | word | (0x7f * each_byte));
      candidates |= ((equal >> 7u) * 0x0102040810204080u >> 56u) << i;  // a bit of each byte, gathered
    }
    candidates &= (std::uint64_t{1} << used) - 1;
    for (; candidates != 0; candidates &= candidates - 1) {
      const auto place = static_cast<std::uint32_t>(__builtin_ctzll(candidates));
      if (const stored_name* const found = names()[place]; found && found->equals(name.text)) [[likely]]
        return place;
    }
    return none;
  }

  /// One more than the place of a name, or 0.
  [[nodiscard]] const std::uint32_t* index() const noexcept { return hashes() + capacity; }
  [[nodiscard]] std::uint32_t* index() noexcept { return hashes() + capacity; }
  [[nodiscard]] std::uint32_t mask() const noexcept { return static_cast<std::uint32_t>(places_for(index_shift) - 1); }
  [[nodiscard]] std::uint32_t hash_of(hashed_name name) const noexcept {
    if (!is_keyed) return name.hash;
    hash_key key{};
    __builtin_memcpy(&key, index() + places_for(index_shift), sizeof key);
    return static_cast<std::uint32_t>(keyed_hash(key, name.text));
  }

  [[nodiscard]] std::uint32_t find_in_index(hashed_name name) const noexcept {
    const std::uint32_t hash = hash_of(name);
    for (std::uint32_t at = bucket_of(hash); index()[at] != 0; at = (at + 1) & mask()) {
      const std::uint32_t place = index()[at] - 1;
      if (hashes()[place] == hash && names()[place] && names()[place]->equals(name.text)) return place;
    }
    return none;
  }

 protected:
  [[nodiscard]] SLOTTED_COLD std::uint32_t find_one_by_one(hashed_name name) const noexcept {
    for (std::uint32_t i = 0; i != used; ++i)
      if (names()[i] && names()[i]->equals(name.text)) return i;
    return none;
  }

 private:
  void set_hash(std::uint32_t place, std::uint32_t hash) noexcept {
    if (is_private && !has_index()) {
      tags()[place] = tag_of(hash);
      return;
    }
    hashes()[place] = hash;
    if (!is_private) return;
    if (is_keyed) hashes()[place] = hash_of({names()[place]->view(), hash});
    if (enter(place) > longest_chain && !is_keyed) make_keyed();
  }
  /// Puts a place into the table; returns how many others were in its way.
  std::uint32_t enter(std::uint32_t place) noexcept {
    std::uint32_t met = 0;
    std::uint32_t at = bucket_of(hashes()[place]);
    for (; index()[at] != 0; at = (at + 1) & mask()) ++met;
    index()[at] = place + 1;
    return met;
  }
  void refill_index() noexcept {
    for (std::size_t i = 0; i != places_for(index_shift); ++i) index()[i] = 0;
    for (std::uint32_t i = 0; i != used; ++i)
      if (names()[i]) enter(i);
  }
  SLOTTED_COLD void make_keyed() noexcept {
    is_keyed = true;
    __builtin_memcpy(index() + places_for(index_shift), &process_key(), sizeof(hash_key));
    for (std::uint32_t i = 0; i != used; ++i)
      if (names()[i]) hashes()[i] = hash_of({names()[i]->view(), 0});
    refill_index();
  }
};

/// A shape that many objects may have. Its table has a place of its own for each name, if one multiplier of hundreds
/// gives them one: no probing, which no processor can foresee.
struct shared_shape : shape {
  shared_shape* parent = nullptr;  // the shape without the last name; null: the shape of a class, without names
  shared_shape* next = nullptr;    // in its bucket of the registry
  shared_shape* latest = nullptr;  // the child that was asked for last
  std::uint32_t owners = 0;        // objects and children
  std::uint32_t multiplier = 1;

  static constexpr std::uint8_t nothing = 0xff;

  /// That of a class: its table is behind it.
  constexpr explicit shared_shape(class_record* its_class) noexcept : shape(its_class, 31, false, 0) {
    table_at = sizeof(shared_shape);
  }
  /// With room for that many names. Throws std::bad_alloc.
  static shared_shape* make(class_record* its_class, std::uint32_t room) {
    const auto shift = static_cast<std::uint8_t>(shift_for(room) - (room > 8 ? 1 : 0));
    const std::size_t end = sizeof(shared_shape) + bytes_behind(shift, false, room);
    return ::new (allocate(end)) shared_shape(its_class, shift, end - places_for(shift), room);
  }

  [[nodiscard]] SLOTTED_INLINE std::uint32_t find_shared(hashed_name name) const noexcept {
    const std::uint8_t place = table()[bucket_of(name.hash * multiplier)];
    if (place == nothing) [[unlikely]]
      return multiplier == 0 ? find_one_by_one(name) : none;
    return reinterpret_cast<stored_name* const*>(this + 1)[place]->equals(name.text) ? place : none;
  }

  /// Makes the table when all names are there.
  void make_table() noexcept {
    std::uint32_t random = 0x9e3779b9u;
    for (unsigned tries = 0; tries != 1000; ++tries) {
      random = random * 1664525u + 1013904223u;
      multiplier = random | 1u;
      if (fill_table()) return;
    }
    multiplier = 0;
    __builtin_memset(table(), nothing, places_for(index_shift));
  }

 private:
  shared_shape(class_record* its_class, std::uint8_t shift, std::size_t table, std::uint32_t room) noexcept
      : shape(its_class, shift, false, room) {
    table_at = static_cast<std::uint16_t>(table);
  }

  [[nodiscard]] SLOTTED_INLINE const std::uint8_t* table() const noexcept {
    return reinterpret_cast<const std::uint8_t*>(this) + table_at;
  }
  [[nodiscard]] std::uint8_t* table() noexcept { return reinterpret_cast<std::uint8_t*>(this) + table_at; }

  bool fill_table() noexcept {
    __builtin_memset(table(), nothing, places_for(index_shift));
    for (std::uint32_t i = 0; i != used; ++i) {
      std::uint8_t& place = table()[bucket_of(hashes()[i] * multiplier)];
      if (place != nothing) return false;
      place = static_cast<std::uint8_t>(i);
    }
    return true;
  }
};

/// The shape of a class, and its table.
struct empty_shape : shared_shape {
  std::uint8_t nothing_here[2]{nothing, nothing};
  constexpr explicit empty_shape(class_record* its_class) noexcept : shared_shape(its_class) {}
};

constexpr std::size_t shape::header_size(bool alone) noexcept { return alone ? sizeof(shape) : sizeof(shared_shape); }
SLOTTED_INLINE std::uint32_t shape::find(hashed_name name) const noexcept {
  if (is_private) return has_index() ? find_in_index(name) : find_by_tag(name);
  return static_cast<const shared_shape*>(this)->find_shared(name);
}
inline shared_shape& shape::shared() noexcept { return static_cast<shared_shape&>(*this); }
inline const shared_shape& shape::shared() const noexcept { return static_cast<const shared_shape&>(*this); }

/// How many values the block of a shared shape has room for: the sizes that allocators have, and no count in the block.
constexpr std::uint32_t shared_capacity(std::uint32_t used) noexcept {
  for (const std::uint32_t step : {1u, 3u, 5u, 8u, 11u, 15u, 22u})
    if (used <= step) return step;
  return 31;
}
/// The capacity of the next block of a private shape, larger than `used`: fewer steps, each of which moves names, too.
constexpr std::uint32_t grown_capacity(std::uint32_t used) noexcept {
  for (const std::uint32_t step : {5u, 11u, 22u, shape::most_tagged})
    if (used < step) return step;
  return used + used / 2;
}
constexpr std::uint32_t capacity_of(const shape& names) noexcept {
  return names.is_private ? names.capacity : shared_capacity(names.used);
}

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
