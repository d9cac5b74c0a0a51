// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// From a name at run time to its place in a fixed list of names: a hash table made at compile time. It reads inside the
// characters it is given and nowhere else, always compares length and bytes, and can be made for any list.
#ifndef SLOTTED_NAME_LOOKUP_HPP
#define SLOTTED_NAME_LOOKUP_HPP

#include <slotted/name_words.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace slotted::inline SLOTTED_NAMESPACE::detail {

/// What of a name is hashed.
enum class name_hash {
  both_ends,         // four characters at each end, which the comparison loads anyway; all of a shorter name
  both_ends_mixed,   // the same, mixed more, and the length
  two_characters,    // one counted from each end, and the length
  three_characters,  // the middle one as well
  whole_name         // tells any list apart, and costs a step for each character
};

/// The bits of a name that tell it from the others. `front` and `back` are less than its length. `has_short`: there may
/// be names of less than 4 characters.
SLOTTED_INLINE constexpr std::uint32_t name_feature(name_hash kind, const char* text, std::size_t size,
                                                    std::size_t front, std::size_t back, bool has_short) {
  if (kind == name_hash::both_ends || kind == name_hash::both_ends_mixed) {
    if (has_short && size < 4) return short_word(text, size);
    const auto first = load_word(text);
    const auto last = load_word(text + size - 4);
    return kind == name_hash::both_ends ? first + last * 8
                                        : first ^ (last * 0x85ebca6bu) ^ static_cast<std::uint32_t>(size);
  }
  const auto byte = [text](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(text[i])}; };
  if (kind == name_hash::whole_name) {
    std::uint32_t hash = 0x811c9dc5u;
    for (std::size_t i = 0; i != size; ++i) hash = (hash ^ byte(i)) * 0x01000193u;
    return hash;
  }
  std::uint32_t feature = byte(front) | (byte(size - 1 - back) << 8u) | (static_cast<std::uint32_t>(size) << 24u);
  if (kind == name_hash::three_characters) feature |= byte(size / 2) << 16u;
  return feature;
}

constexpr std::size_t name_bucket(std::uint32_t feature, std::uint32_t multiplier, unsigned shift) {
  return (feature * multiplier) >> shift;
}

/// How a list of names is hashed.
struct name_plan {
  name_hash kind = name_hash::whole_name;
  std::size_t front = 0, back = 0;
  std::uint32_t multiplier = 1;
  unsigned bits = 1;     // 2^bits buckets
  bool perfect = false;  // no bucket has two names
  std::size_t shortest = 0, longest = 0;
};

/// Longer lists are hashed whole: the search for a perfect multiplier would cost the compiler more than it saves.
inline constexpr std::size_t longest_perfect_list = 64;
/// How many multipliers are tried for each size of table.
inline constexpr unsigned multiplier_tries = 400;

template <std::size_t N>
constexpr bool features_differ(const std::uint32_t (&features)[N], std::size_t count) {
  for (std::size_t i = 1; i < count; ++i)
    for (std::size_t k = 0; k != i; ++k)
      if (features[i] == features[k]) return false;
  return true;
}

/// Looks for a kind of hash and two places that tell the names apart.
template <std::size_t N>
constexpr bool choose_feature(const std::string_view* names, std::size_t count, name_plan& plan,
                              std::uint32_t (&features)[N]) {
  for (const name_hash kind : {name_hash::both_ends, name_hash::both_ends_mixed}) {
    for (std::size_t i = 0; i != count; ++i)
      features[i] = name_feature(kind, names[i].data(), names[i].size(), 0, 0, true);
    if (features_differ(features, count)) {
      plan.kind = kind;
      return true;
    }
  }
  const std::size_t places = plan.shortest < 12 ? plan.shortest : 12;
  for (const name_hash kind : {name_hash::two_characters, name_hash::three_characters})
    for (std::size_t sum = 0; sum < 2 * places; ++sum)
      for (std::size_t front = sum < places ? 0 : sum - places + 1; front <= sum && front < places; ++front) {
        for (std::size_t i = 0; i != count; ++i)
          features[i] = name_feature(kind, names[i].data(), names[i].size(), front, sum - front, true);
        if (features_differ(features, count)) {
          plan.kind = kind;
          plan.front = front;
          plan.back = sum - front;
          return true;
        }
        if (count > 32 && sum > 3) break;  // a long list that four places do not tell apart needs the third character
      }
  return false;
}

/// Looks for a multiplier that gives each name a bucket of its own, in a table that is as small as that allows.
template <std::size_t N>
constexpr bool choose_multiplier(const std::uint32_t (&features)[N], std::size_t count, name_plan& plan) {
  unsigned least = 1;
  while ((std::size_t{1} << least) < 2 * count) ++least;
  std::uint32_t random = 0x9e3779b9u;
  for (unsigned bits = least; bits <= least + 3; ++bits) {
    for (unsigned tries = 0; tries != multiplier_tries; ++tries) {
      random = random * 1664525u + 1013904223u;
      const std::uint32_t multiplier = random | 1u;
      bool taken[32 * N + 32]{};
      bool clash = false;
      for (std::size_t i = 0; i != count && !clash; ++i) {
        bool& bucket = taken[name_bucket(features[i], multiplier, 32 - bits)];
        clash = bucket;
        bucket = true;
      }
      if (!clash) {
        plan.multiplier = multiplier;
        plan.bits = bits;
        plan.perfect = true;
        return true;
      }
    }
  }
  return false;
}

template <std::size_t N>
constexpr name_plan plan_names(const std::string_view* names, std::size_t count) {
  name_plan plan;
  plan.shortest = count == 0 ? 0 : names[0].size();
  for (std::size_t i = 0; i != count; ++i) {
    if (names[i].size() < plan.shortest) plan.shortest = names[i].size();
    if (names[i].size() > plan.longest) plan.longest = names[i].size();
  }
  std::uint32_t features[N != 0 ? N : 1]{};
  if (count <= longest_perfect_list && plan.shortest != 0 && plan.longest < 256 &&
      choose_feature(names, count, plan, features) && choose_multiplier(features, count, plan))
    return plan;
  plan.kind = name_hash::whole_name;
  plan.multiplier = 0x9e3779b1u;
  while ((std::size_t{1} << plan.bits) < 2 * count) ++plan.bits;
  return plan;
}

/// The table for `Names`, a type with `count` and `text[]`.
template <class Names>
class name_table {
  static constexpr std::size_t count = Names::count;
  static constexpr name_plan plan = plan_names<count>(Names::text, count);
  /// Names of up to 16 characters are compared as words, longer ones as bytes.
  static constexpr std::size_t longest_words = plan.longest < longest_in_words ? plan.longest : longest_in_words;

  struct known_name {
    name_words words;
    const char* text = nullptr;
    std::uint32_t size = static_cast<std::uint32_t>(-1);  // of an empty bucket: no name is that long
    std::uint32_t index = static_cast<std::uint32_t>(count);

    /// For names of at least 4 characters. `Expected`: the name is this one, most of the time.
    template <bool Expected>
    SLOTTED_INLINE constexpr bool equals(const char* other, std::size_t other_size) const noexcept {
      if constexpr (!Expected && plan.longest <= longest_in_words)
        return equal_words_at_once<longest_words>(words, size, other, other_size);
      if (size != other_size) return false;
      if constexpr (plan.longest > longest_in_words)
        if (other_size > longest_in_words) return __builtin_memcmp(text, other, other_size) == 0;
      return equal_words<longest_words>(words, other, other_size);
    }
    SLOTTED_INLINE constexpr bool equals_short(const char* other, std::size_t other_size) const noexcept {
      return size == other_size && words.first == short_word(other, other_size);
    }
  };
  static constexpr std::size_t buckets = std::size_t{1} << plan.bits;

  /// The first name of each bucket in the bucket itself, further ones behind all buckets.
  struct tables {
    static constexpr std::size_t size = buckets + (plan.perfect ? 0 : count);
    known_name names[size]{};
    std::uint32_t next[plan.perfect ? 1 : size]{};  // the name after that one in its bucket, 0 where there is none

    constexpr tables() {
      std::size_t end = buckets;
      for (std::size_t i = 0; i != count; ++i) {
        const std::string_view text = Names::text[i];
        known_name known{{}, text.data(), static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(i)};
        if (text.size() <= longest_in_words) known.words = words_of(text.data(), text.size());
        const std::size_t first = bucket_of(text.data(), text.size());
        if (names[first].index == count) {
          names[first] = known;
        } else {
          next[end] = next[first];
          next[first] = static_cast<std::uint32_t>(end);
          names[end++] = known;
        }
      }
    }
  };

  SLOTTED_INLINE static constexpr std::size_t bucket_of(const char* text, std::size_t size) {
    return name_bucket(name_feature(plan.kind, text, size, plan.front, plan.back, plan.shortest < 4), plan.multiplier,
                       32 - plan.bits);
  }

  static constexpr tables made{};

 public:
  static constexpr bool is_perfect = plan.perfect;
  /// How many places the table has; a table of the same size can be kept beside it.
  static constexpr std::size_t places = tables::size;
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// The place of a name, or `none`. O(1), or O(size) where the whole name is hashed. Throws nothing, reads nothing but
  /// the given characters. `Expected`: most of the names that are looked for are in the table.
  template <bool Expected = true>
  SLOTTED_INLINE static constexpr std::size_t find(const char* text, std::size_t size) noexcept {
    if constexpr (count == 0) return none;
    if constexpr (plan.shortest >= 4)
      if (size < plan.shortest) return none;  // the longest need not be looked for: known lengths are compared
    // Two searches, each with ends of its own: compilers join the results of one search, and wait for them.
    if constexpr (plan.shortest < 4) {
      if (size < 4) {
        if (size < plan.shortest) return none;
        std::size_t at = bucket_of(text, size);
        while (!made.names[at].equals_short(text, size)) {
          if constexpr (plan.perfect) return none;
          at = made.next[at];
          if (at == 0) return none;
        }
        return at;
      }
    }
    std::size_t at = bucket_of(text, size);
    while (!made.names[at].template equals<Expected>(text, size)) {
      if constexpr (plan.perfect) return none;
      at = made.next[at];
      if (at == 0) return none;
    }
    return at;
  }

  /// Whether `look_up` knows all names of the table.
  static constexpr bool can_look_up = plan.perfect && plan.longest <= longest_in_words && count != 0;
  struct looked_up {
    std::size_t place;
    bool found;
  };
  /// The place where a name would be, and whether it is there; for names that are in the table as often as not. There
  /// is no branch on that: half of the time it would be taken wrongly, which costs more than the search.
  SLOTTED_INLINE static constexpr looked_up look_up(const char* text, std::size_t size) noexcept {
    if (size < plan.shortest) return {0, false};
    if constexpr (plan.shortest < 4) {
      if (size < 4) {
        const std::size_t at = bucket_of(text, size);
        const known_name& known = made.names[at];
        return {at, ((known.size ^ size) | (known.words.first ^ short_word(text, size))) == 0};
      }
    }
    const std::size_t at = bucket_of(text, size);
    const known_name& known = made.names[at];
    return {at, equal_words_at_once<longest_words>(known.words, known.size, text, size)};
  }
  /// Which of the names is at a place; their number where there is none.
  static constexpr std::size_t name_at(std::size_t place) { return made.names[place].index; }
};

}  // namespace slotted::inline SLOTTED_NAMESPACE::detail

#endif
