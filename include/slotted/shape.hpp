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

namespace slotted::inline v0::detail {

struct class_record;

/// A name in memory, its characters behind it. Counted by the registry that made it.
struct stored_name {
  std::uint32_t owners;
  std::uint32_t size;
  stored_name* next;  // in its bucket of the registry

  [[nodiscard]] const char* text() const noexcept { return reinterpret_cast<const char*>(this + 1); }
  [[nodiscard]] std::string_view view() const noexcept { return {text(), size}; }
  [[nodiscard]] SLOTTED_INLINE bool equals(std::string_view other) const noexcept {
    return size == other.size() && equal_names(text(), other.data(), size);
  }
};

struct shared_shape;

/// Names by their places. In one piece of memory with it are `capacity` hashes, as many names, and a hash table of
/// places: in a shared shape one that is made once, for speed; in a private one, which each object has for itself, an
/// open one, and none for up to `most_without_index`. A deleted name leaves a hole, in private shapes only.
struct alignas(16) shape {
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  static constexpr std::uint32_t most_without_index = 8;
  /// Names that meet this often in a table that is half empty are no accident.
  static constexpr std::uint32_t longest_chain = 128;

  class_record* real;       // the class of the objects that have this shape
  std::uint32_t used = 0;   // places that hold a name or a hole
  std::uint32_t alive = 0;  // places that hold a name
  std::uint32_t first = 0;  // the first of them
  std::uint32_t capacity = 0;
  std::uint16_t arrays_at;  // bytes from here to the hashes
  std::uint8_t index_bits;  // the table has 2^index_bits places; 0: there is none
  bool is_private;
  bool is_keyed = false;  // the names collide by their usual hash

  [[nodiscard]] SLOTTED_INLINE const std::uint32_t* hashes() const noexcept {
    return reinterpret_cast<const std::uint32_t*>(reinterpret_cast<const unsigned char*>(this) + arrays_at);
  }
  [[nodiscard]] SLOTTED_INLINE std::uint32_t* hashes() noexcept {
    return const_cast<std::uint32_t*>(static_cast<const shape*>(this)->hashes());
  }
  [[nodiscard]] SLOTTED_INLINE stored_name* const* names() const noexcept {
    return reinterpret_cast<stored_name* const*>(hashes() + (capacity + 1) / 2 * 2);
  }
  [[nodiscard]] SLOTTED_INLINE stored_name** names() noexcept {
    return const_cast<stored_name**>(static_cast<const shape*>(this)->names());
  }
  /// One more than the place of a name, or 0.
  [[nodiscard]] const std::uint32_t* index() const noexcept {
    return reinterpret_cast<const std::uint32_t*>(names() + capacity);
  }
  [[nodiscard]] std::uint32_t* index() noexcept {
    return const_cast<std::uint32_t*>(static_cast<const shape*>(this)->index());
  }

  /// An empty shape with room for that many names. Throws std::bad_alloc.
  static shape* make_private(class_record* its_class, std::uint32_t capacity) {
    const std::uint8_t bits = capacity <= most_without_index ? std::uint8_t{0} : bits_for(capacity);
    const std::size_t bytes = bytes_behind(capacity);
    const std::size_t table = bits == 0 ? 0 : (std::size_t{1} << bits) * sizeof(std::uint32_t);
    auto* const memory = static_cast<unsigned char*>(allocate(sizeof(shape) + bytes + table));
    if (table != 0) __builtin_memset(memory + sizeof(shape) + bytes, 0, table);
    return ::new (static_cast<void*>(memory)) shape(its_class, sizeof(shape), bits, true, capacity);
  }
  /// Gives the memory back; the names are the caller's.
  static void free(shape* made) noexcept { ::operator delete(made, std::align_val_t(alignof(shape))); }

  /// Of a private shape, all in all.
  [[nodiscard]] std::size_t bytes() const noexcept {
    return arrays_at + bytes_behind(capacity) +
           (index_bits == 0 ? 0 : (std::size_t{1} << index_bits) * sizeof(std::uint32_t));
  }
  /// What a shared shape has besides. Not of a private one.
  [[nodiscard]] shared_shape& shared() noexcept;
  [[nodiscard]] const shared_shape& shared() const noexcept;

  /// The place of a name, or `none`. O(1), whoever chose the names. Reads nothing but the given characters.
  [[nodiscard]] SLOTTED_INLINE std::uint32_t find(const hashed_name& name) const noexcept;

 protected:
  [[nodiscard]] std::uint32_t find_in_private(const hashed_name& name) const noexcept {
    if (index_bits != 0) return find_in_index(name);
    // No branch for each name: which one it is cannot be predicted.
    std::uint32_t place = none;
    for (std::uint32_t i = 0; i != used; ++i) place = hashes()[i] == name.hash ? i : place;
    if (place == none) return none;
    if (const stored_name* const found = names()[place]; found && found->equals(name.text)) [[likely]]
      return place;
    return find_one_by_one(name);
  }

 public:
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
        hashes()[to] = hashes()[from];
        ++to;
      }
    used = to;
    first = 0;
    if (index_bits != 0) refill_index();
  }

  /// The place of the next name from `place` on; `used` where there is none.
  [[nodiscard]] SLOTTED_INLINE std::uint32_t next_name(std::uint32_t place) const noexcept {
    while (place != used && !names()[place]) ++place;
    return place;
  }

 protected:
  constexpr shape(class_record* its_class, std::size_t header, std::uint8_t bits, bool alone,
                  std::uint32_t room) noexcept
      : real(its_class),
        capacity(room),
        arrays_at(static_cast<std::uint16_t>(header)),
        index_bits(bits),
        is_private(alone) {}

  static constexpr std::uint8_t bits_for(std::uint32_t capacity) noexcept {
    std::uint8_t bits = 1;
    while ((std::size_t{1} << bits) < 2 * std::size_t{capacity}) ++bits;
    return bits;
  }
  static constexpr std::size_t bytes_behind(std::uint32_t capacity) noexcept {
    return (std::size_t{capacity} + 1) / 2 * 2 * sizeof(std::uint32_t) + capacity * sizeof(stored_name*);
  }
  static void* allocate(std::size_t bytes) { return ::operator new(bytes, std::align_val_t(alignof(shape))); }

  [[nodiscard]] SLOTTED_INLINE std::uint32_t bucket_of(std::uint32_t hash) const noexcept {
    return hash >> (32u - index_bits);
  }
  [[nodiscard]] SLOTTED_INLINE std::uint32_t mask() const noexcept { return (std::uint32_t{1} << index_bits) - 1; }

 private:
  [[nodiscard]] std::uint32_t hash_of(const hashed_name& name) const noexcept {
    return is_keyed ? static_cast<std::uint32_t>(keyed_hash(name.text.data(), name.text.size())) : name.hash;
  }

  [[nodiscard]] std::uint32_t find_in_index(const hashed_name& name) const noexcept {
    const std::uint32_t hash = hash_of(name);
    for (std::uint32_t at = bucket_of(hash); index()[at] != 0; at = (at + 1) & mask()) {
      const std::uint32_t place = index()[at] - 1;
      if (hashes()[place] == hash && names()[place] && names()[place]->equals(name.text)) return place;
    }
    return none;
  }

 protected:
  [[nodiscard]] SLOTTED_COLD std::uint32_t find_one_by_one(const hashed_name& name) const noexcept {
    for (std::uint32_t i = 0; i != used; ++i)
      if (names()[i] && names()[i]->equals(name.text)) return i;
    return none;
  }

 private:
  void set_hash(std::uint32_t place, std::uint32_t hash) noexcept {
    hashes()[place] = hash;
    if (!is_private) return;
    if (index_bits == 0) return;
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
    for (std::size_t i = 0; i != (std::size_t{1} << index_bits); ++i) index()[i] = 0;
    for (std::uint32_t i = 0; i != used; ++i)
      if (names()[i]) enter(i);
  }
  SLOTTED_COLD void make_keyed() noexcept {
    is_keyed = true;
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

  /// That of a class: its table is never full.
  constexpr explicit shared_shape(class_record* its_class) noexcept
      : shape(its_class, sizeof(shared_shape) + 16, 1, false, 0) {}
  /// With room for that many names. Throws std::bad_alloc.
  static shared_shape* make(class_record* its_class, std::uint32_t room) {
    const auto bits = static_cast<std::uint8_t>(bits_for(room) + (room > 8 ? 1 : 0));
    const std::size_t table = ((std::size_t{1} << bits) + 15) / 16 * 16;
    auto* const memory = static_cast<unsigned char*>(allocate(sizeof(shared_shape) + table + bytes_behind(room)));
    return ::new (static_cast<void*>(memory)) shared_shape(its_class, bits, table, room);
  }

  [[nodiscard]] SLOTTED_INLINE const std::uint8_t* table() const noexcept {
    return reinterpret_cast<const std::uint8_t*>(this + 1);
  }
  [[nodiscard]] SLOTTED_INLINE std::uint32_t find_shared(const hashed_name& name) const noexcept {
    if (multiplier == 0) [[unlikely]]
      return find_one_by_one(name);
    const std::uint8_t place = table()[bucket_of(name.hash * multiplier)];
    return place != nothing && names()[place]->equals(name.text) ? place : none;
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
  }

 private:
  shared_shape(class_record* its_class, std::uint8_t bits, std::size_t table, std::uint32_t room) noexcept
      : shape(its_class, sizeof(shared_shape) + table, bits, false, room) {}

  bool fill_table() noexcept {
    auto* const places = const_cast<std::uint8_t*>(table());
    __builtin_memset(places, nothing, std::size_t{1} << index_bits);
    for (std::uint32_t i = 0; i != used; ++i) {
      std::uint8_t& place = places[bucket_of(hashes()[i] * multiplier)];
      if (place != nothing) return false;
      place = static_cast<std::uint8_t>(i);
    }
    return true;
  }
};

/// The shape of a class, and its table.
struct empty_shape : shared_shape {
  std::uint8_t nothing_here[16]{nothing, nothing};
  constexpr explicit empty_shape(class_record* its_class) noexcept : shared_shape(its_class) {}
};

SLOTTED_INLINE std::uint32_t shape::find(const hashed_name& name) const noexcept {
  if (is_private) [[unlikely]]
    return find_in_private(name);
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
/// The capacity of the next block of a private shape.
constexpr std::uint32_t grown_capacity(std::uint32_t used) noexcept {
  return used < 22 ? shared_capacity(used + 1) : used + used / 2;
}
constexpr std::uint32_t capacity_of(const shape& names) noexcept {
  return names.is_private ? names.capacity : shared_capacity(names.used);
}

}  // namespace slotted::inline v0::detail

#endif
