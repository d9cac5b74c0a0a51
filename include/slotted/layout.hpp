// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Where the slots of a class lie: one function over sizes and alignments. Part of the ABI: the same input gives the
// same offsets on every compiler and in every version that keeps the inline namespace.
#ifndef SLOTTED_LAYOUT_HPP
#define SLOTTED_LAYOUT_HPP

#include <slotted/config.hpp>

#include <cstddef>

namespace slotted::inline SLOTTED_NAMESPACE {

/// Size and alignment of one member, in bytes.
/// @snippet layouts.cpp arrange
struct extent {
  std::size_t size;       ///< `sizeof`
  std::size_t alignment;  ///< `alignof`
};

/// Policy: the order in memory is the declared one, as in a struct written by hand.
/// @snippet declaring.cpp declared_order
struct declared_order {};

/// What `arrange` found. `order[k]` is the member that lies k-th in memory and `offset[i]` where member i lies, counted
/// from the start of the object. Where there are presence bits, they are the member after the last declared one.
/// @snippet layouts.cpp arrange
template <std::size_t N>
struct arrangement {
  std::size_t order[N != 0 ? N : 1]{};   ///< which member lies first, second, ...
  std::size_t offset[N != 0 ? N : 1]{};  ///< in declared order, from the start of the object
  std::size_t end = 0;                   ///< the first byte after the last member
  std::size_t alignment = 1;             ///< of the whole object
  /// The size of the object, tail padding included.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return (end + alignment - 1) / alignment * alignment; }
};

namespace detail {

constexpr std::size_t align_up(std::size_t offset, std::size_t alignment) {
  return (offset + alignment - 1) / alignment * alignment;
}

/// Appends members in memory order, and writes where they lie into arrays of the caller: so that one function serves
/// lists of any length, those of a class and those that come at run time.
struct arranger {
  std::size_t* order;
  std::size_t* offset;
  std::size_t end;
  std::size_t alignment;
  std::size_t placed = 0;

  constexpr void place(std::size_t member, const extent& what) {
    end = align_up(end, what.alignment);
    offset[member] = end;
    order[placed++] = member;
    end += what.size;
    if (what.alignment > alignment) alignment = what.alignment;
  }
  [[nodiscard]] constexpr std::size_t size() const { return align_up(end, alignment); }
};

/// Members as declared; the presence bytes in the first hole that takes them, else after the last member.
constexpr void arrange_declared(arranger& made, const extent* members, std::size_t count, std::size_t presence_bytes) {
  bool waiting = presence_bytes != 0;
  for (std::size_t i = 0; i != count; ++i) {
    const std::size_t next = align_up(made.end, members[i].alignment);
    if (waiting && next - made.end >= presence_bytes) {
      made.place(count, {presence_bytes, 1});
      waiting = false;
    }
    made.place(i, members[i]);
  }
  if (waiting) made.place(count, {presence_bytes, 1});
}

/// First fit: of the members that need no padding here the most aligned one, else the least aligned one; equals in
/// declared order. The presence bytes are a last member of alignment 1. `next` is for work, one for each member.
constexpr void arrange_first_fit(arranger& made, const extent* members, std::size_t count, std::size_t presence_bytes,
                                 std::size_t* next) {
  // Members of one alignment wait in one queue, so that the work is the number of members times that of alignments.
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  constexpr std::size_t alignments = sizeof(std::size_t) * 8;
  std::size_t head[alignments]{};
  std::size_t tail[alignments]{};
  for (std::size_t a = 0; a != alignments; ++a) head[a] = none;
  const std::size_t total = count + (presence_bytes != 0 ? 1 : 0);
  std::size_t most = 0;
  for (std::size_t i = 0; i != total; ++i) {
    std::size_t a = 0;
    if (i != count)
      while ((std::size_t{1} << a) < members[i].alignment) ++a;
    next[i] = none;
    if (head[a] == none)
      head[a] = i;
    else
      next[tail[a]] = i;
    tail[a] = i;
    if (a > most) most = a;
  }

  for (std::size_t k = 0; k != total; ++k) {
    std::size_t chosen = none;
    for (std::size_t a = most + 1; a-- != 0;) {
      if (head[a] == none) continue;
      chosen = a;
      if (made.end % (std::size_t{1} << a) == 0) break;
    }
    const std::size_t member = head[chosen];
    head[chosen] = next[member];
    made.place(member, member == count ? extent{presence_bytes, 1} : members[member]);
  }
}

/// `arrange`, into arrays with room for each member and one more; `begin` says which, and where the bases end.
constexpr arranger arrange_into(const arranger& begin, std::size_t* next, const extent* members, std::size_t count,
                                std::size_t presence_bytes, bool keep_order) {
  arranger declared = begin;
  arrange_declared(declared, members, count, presence_bytes);
  if (keep_order) return declared;
  std::size_t bytes = begin.end + presence_bytes;
  for (std::size_t i = 0; i != count; ++i) bytes += members[i].size;
  if (declared.size() == align_up(bytes, declared.alignment)) return declared;  // no order is smaller

  arranger fitted = begin;
  arrange_first_fit(fitted, members, count, presence_bytes, next);
  if (fitted.size() < declared.size()) return fitted;
  declared = begin;
  arrange_declared(declared, members, count, presence_bytes);
  return declared;
}

// Presence bits: one for each slot that may be unset, in declared order, the lowest of a byte first.

constexpr std::size_t presence_bytes_for(std::size_t bits) { return (bits + 7) / 8; }
/// Among the presence bytes of the class.
constexpr std::size_t presence_byte_of(std::size_t bit) { return bit / 8; }
constexpr unsigned char presence_mask_of(std::size_t bit) { return static_cast<unsigned char>(1u << (bit % 8)); }

}  // namespace detail

/// Arranges `count` members (and `presence_bytes` bytes of presence bits, as member `count`, where that is not 0)
/// behind bases that end at byte `start` and have alignment `base_alignment`. `keep_order`: the policy
/// `declared_order`.
///
/// Otherwise the order is the declared one if no smaller size is found, else first fit, which reaches the least size
/// that any order has. N is at least the number of members, the presence bytes included. O(count).
/// @snippet layouts.cpp arrange
template <std::size_t N>
constexpr arrangement<N> arrange(const extent* members, std::size_t count, std::size_t presence_bytes = 0,
                                 std::size_t start = 0, std::size_t base_alignment = 1,
                                 bool keep_order = false) noexcept {
  arrangement<N> made;
  std::size_t next[N != 0 ? N : 1]{};
  const detail::arranger done = detail::arrange_into({made.order, made.offset, start, base_alignment}, next, members,
                                                     count, presence_bytes, keep_order);
  made.end = done.end;
  made.alignment = done.alignment;
  return made;
}

}  // namespace slotted::inline SLOTTED_NAMESPACE

#endif
