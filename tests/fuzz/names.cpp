// Names of any bytes, asked of classes whose own names are easily taken for each other, beside a search through the
// list; and hash plans for lists of names that come from the bytes, too.
#include <slotted/slotted.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/bytes.hpp"

namespace {

namespace sl = slotted;
using fuzz::expect;

template <sl::name Text, class... Traits>
using number = sl::slot<Text, int, Traits...>;

// clang-format off
struct None : sl::object<None, sl::slots<>> { using object::object; };
struct One : sl::object<One, sl::slots<number<"x">>> { using object::object; };
struct Short : sl::object<Short, sl::slots<
    number<"a">, number<"b">, number<"ab">, number<"ba">, number<"aa">, number<"abc">, number<"cba">, number<"aaa">>> { using object::object; };
struct Growing : sl::object<Growing, sl::slots<
    number<"a">, number<"aa">, number<"aaa">, number<"aaaa">, number<"aaaaa">, number<"aaaaaa">, number<"aaaaaaa">,
    number<"aaaaaaaa">, number<"aaaaaaaaa">, number<"aaaaaaaaaaaaaaaa">, number<"aaaaaaaaaaaaaaaaa">>> { using object::object; };
struct Middles : sl::object<Middles, sl::slots<
    number<"four_a_four">, number<"four_b_four">, number<"four_c_four">, number<"four_aa_four">, number<"fourfour">>> { using object::object; };
struct Permuted : sl::object<Permuted, sl::slots<
    number<"abcdefgh">, number<"badcfehg">, number<"efghabcd">, number<"hgfedcba">, number<"aceg_bdfh">>> { using object::object; };
struct Long : sl::object<Long, sl::slots<
    number<"a_name_of_more_than_sixteen_letters">, number<"a_name_of_more_than_sixteen_letterz">,
    number<"a_name_of_more_than_seventeen_letters">, number<"another_name_of_more_than_sixteen_letters">,
    number<"sixteen_letters_">, number<"seventeen_letters">, number<"fifteen_letters">>> { using object::object; };
struct Letters : sl::object<Letters, sl::slots<
    number<"é">, number<"è">, number<"e">, number<"ё">, number<"größe">, number<"grosse">, number<"日本">, number<"日本語">>> { using object::object; };
struct Aliased : sl::object<Aliased, sl::slots<
    number<"size", sl::alias<"Installed-Size">>, number<"empty", sl::alias<"\x01">>, number<"spaced", sl::alias<"a b c">>,
    number<"sizes">, number<"hid", sl::hidden>>> { using object::object; };
struct Open : sl::object<Open, sl::slots<number<"colour">, number<"color">, number<"col">, sl::dict_slot<int>>> { using object::object; };
struct OpenMore : sl::object<OpenMore, sl::extends<Open>, sl::slots<number<"colours">, number<"co">>> { using object::object; };
struct Many : sl::object<Many, sl::slots<
    number<"n0">, number<"n1">, number<"n2">, number<"n3">, number<"n4">, number<"n5">, number<"n6">, number<"n7">, number<"n8">, number<"n9">,
    number<"n00">, number<"n01">, number<"n02">, number<"n03">, number<"n04">, number<"n05">, number<"n06">, number<"n07">, number<"n08">, number<"n09">,
    number<"n10">, number<"n11">, number<"n12">, number<"n13">, number<"n14">, number<"n15">, number<"n16">, number<"n17">, number<"n18">, number<"n19">,
    number<"m0">, number<"m1">, number<"m2">, number<"m3">, number<"m4">, number<"m5">, number<"m6">, number<"m7">, number<"m8">, number<"m9">,
    number<"m00">, number<"m01">, number<"m02">, number<"m03">, number<"m04">, number<"m05">, number<"m06">, number<"m07">, number<"m08">, number<"m09">,
    number<"l0">, number<"l1">, number<"l2">, number<"l3">, number<"l4">, number<"l5">, number<"l6">, number<"l7">, number<"l8">, number<"l9">,
    number<"l00">, number<"l01">, number<"l02">, number<"l03">, number<"l04">, number<"l05">, number<"l06">, number<"l07">, number<"l08">, number<"l09">>> { using object::object; };
// clang-format on

/// Characters in memory of their own, so that a sanitizer sees who reads beyond.
class exact_text {
 public:
  explicit exact_text(std::string_view text) : held_(new char[text.size()]), size_(text.size()) {
    std::copy(text.begin(), text.end(), held_.get());
  }
  [[nodiscard]] std::string_view view() const { return {held_.get(), size_}; }

 private:
  std::unique_ptr<char[]> held_;
  std::size_t size_;
};

std::string any_text(fuzz::bytes& from, std::uint32_t longest) {
  std::string text(from.below(longest + 1), ' ');
  for (char& c : text) c = static_cast<char>(from.below(256));
  return text;
}
/// One of the names, or nearly so, or anything.
std::string any_name(fuzz::bytes& from, const std::vector<std::string>& known) {
  const std::uint32_t choice = from.below(8);
  if (choice == 0 || known.empty()) return any_text(from, 90);
  std::string text = known[from.below(static_cast<std::uint32_t>(known.size()))];
  const std::uint32_t at = from.below(static_cast<std::uint32_t>(text.size()) + 1);
  switch (choice) {
    case 1:
      return text.substr(0, at);
    case 2:
      return text.substr(at);
    case 3:
      return text.insert(at, 1, static_cast<char>(from.below(256)));
    case 4:
      if (at != text.size()) text[at] = static_cast<char>(from.below(256));
      return text;
    case 5:
      if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
      return text;
    case 6:
      return text + known[at % known.size()];
    default:
      return text;
  }
}

/// The same distance as suggestions are made by, with a whole table.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}
std::optional<std::size_t> distance_of_suggestion(std::string_view wrong, const std::vector<std::string>& names) {
  std::optional<std::size_t> best;
  if (wrong.size() > 64) return best;
  for (const std::string& name : names) {
    const std::size_t distance = plain_distance(wrong, name);
    const bool is_near = distance != 0 && distance <= (std::max(wrong.size(), name.size()) + 2) / 3;
    if (is_near && (!best || distance < *best)) best = distance;
  }
  return wrong.empty() ? std::nullopt : best;
}

/// What is known of the slots of a class without the library's look-up.
template <class C>
struct model {
  std::vector<std::string> names;        // those that can be asked for
  std::vector<std::size_t> slots;        // the slot of each
  std::vector<std::optional<int>> held;  // of each slot
  std::vector<std::pair<std::string, int>> dict;

  model() : held(sl::slot_count<C>) {
    for (std::size_t i = 0; i != sl::slot_count<C>; ++i) {
      if (sl::members<C>[i].flags & sl::member::is_hidden) continue;
      names.emplace_back(sl::slot_names<C>[i]);
      slots.push_back(i);
    }
    if constexpr (std::is_same_v<C, Aliased>) {
      std::size_t slot = 0;
      for (const char* const alias : {"Installed-Size", "\x01", "a b c"}) {
        names.emplace_back(alias);
        slots.push_back(slot++);
      }
    }
  }
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const {
    for (std::size_t i = 0; i != names.size(); ++i)
      if (names[i] == name) return slots[i];
    return {};
  }
  int* find_value(std::string_view name) {
    if (const auto slot = find(name)) return held[*slot] ? &*held[*slot] : nullptr;
    for (auto& one : dict)
      if (one.first == name) return &one.second;
    return nullptr;
  }
};

/// An error must begin with CPython's sentence, be printable, and offer the nearest name there is.
template <class C>
void check_error(const sl::attribute_error& error, std::string_view name, const model<C>& known) {
  const std::string_view what = error.what();
  const auto slot = known.find(name);
  expect(error.name() == (slot ? sl::slot_names<C>[*slot] : name), "an error knows its name, byte for byte");
  expect(what.substr(0, sl::class_name<C>.size() + 2) == "'" + std::string(sl::class_name<C>) + "'",
         "an error begins with the class");
  expect(what.size() < 600, "an error is short");
  expect(std::none_of(what.begin(), what.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }),
         "an error has no control characters");
  if (slot) return;
  std::vector<std::string> names = known.names;
  for (const auto& one : known.dict) names.push_back(one.first);
  const auto nearest = distance_of_suggestion(name, names);
  constexpr std::string_view offer = ". Did you mean '";
  const std::size_t at = what.rfind(offer);
  const bool offers = at != what.npos && what.substr(what.size() - 2) == "'?";
  if (!sl::has_dict<C> || known.dict.empty()) {
    expect(offers == nearest.has_value(), "a name is offered where one is near");
    if (offers) {
      const auto offered = what.substr(at + offer.size(), what.size() - at - offer.size() - 2);
      const bool is_plain = std::all_of(offered.begin(), offered.end(), [](char c) { return c != '\\'; });
      if (is_plain) expect(plain_distance(name, offered) == *nearest, "the nearest name is offered");
    }
  }
}
template <class C, class F>
void expect_refused(const F& call, std::string_view name, const model<C>& known) {
  try {
    call();
  } catch (const sl::attribute_error& error) {
    return check_error(error, name, known);
  }
  throw std::runtime_error("an unknown or unset name is refused");
}

template <class C>
void ask(C& object, model<C>& known, std::string_view name, std::uint32_t verb, int value) {
  const auto slot = known.find(name);
  int* const held = known.find_value(name);
  const auto key = sl::resolve<C>(name);
  expect(static_cast<bool>(key) == slot.has_value() && (!slot || key.index() == *slot), "resolve");
  expect(hasattr(object, name) == (held != nullptr), "hasattr");
  const int* const found = sl::find_attr<int>(object, name);
  expect((found != nullptr) == (held != nullptr) && (!held || *found == *held), "find_attr");
  std::size_t visited = sl::slot_count<C>;
  const bool is_known = sl::with_slot<C>(name, [&](auto one) { visited = decltype(one)::index; });
  expect(is_known == slot.has_value() && (!slot || visited == *slot), "with_slot");
  if (held)
    expect(sl::getattr<int>(object, name) == *held && getattr(object, name) == *held, "getattr");
  else
    expect_refused([&] { static_cast<void>(getattr(object, name)); }, name, known);
  switch (verb) {
    case 0:
      if (!slot && !sl::has_dict<C>) return expect_refused([&] { setattr(object, name, value); }, name, known);
      setattr(object, name, value);
      if (slot)
        known.held[*slot] = value;
      else if (held)
        *held = value;
      else
        known.dict.emplace_back(name, value);
      return;
    case 1:
      if (!held) return expect_refused([&] { delattr(object, name); }, name, known);
      delattr(object, name);
      if (slot)
        known.held[*slot].reset();
      else
        std::erase_if(known.dict, [&](const auto& one) { return one.first == name; });
      return;
    default:
      return;
  }
}

template <class C>
void play(fuzz::bytes& from) {
  C object;
  model<C> known;
  while (!from.empty()) {
    std::vector<std::string> likely = known.names;
    for (const auto& one : known.dict) likely.push_back(one.first);
    const std::uint32_t verb = from.below(4);
    const exact_text name(any_name(from, likely));
    ask(object, known, name.view(), verb, static_cast<int>(from.below(256)));
  }
}

/// A list as a class could have it, but made when the program runs.
void plan(fuzz::bytes& from) {
  constexpr std::size_t most = 16;
  std::vector<std::string> names;
  while (!from.empty() && names.size() != most) {
    std::string name = any_name(from, names);
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  std::array<std::string_view, most> views;
  std::vector<exact_text> texts;
  for (const std::string& name : names) texts.emplace_back(name);
  for (std::size_t i = 0; i != names.size(); ++i) views[i] = texts[i].view();
  const auto made = sl::detail::plan_names<most>(views.data(), names.size());
  std::vector<std::size_t> buckets;
  for (std::size_t i = 0; i != names.size(); ++i) {
    const auto feature =
        sl::detail::name_feature(made.kind, views[i].data(), views[i].size(), made.front, made.back, made.shortest < 4);
    buckets.push_back(sl::detail::name_bucket(feature, made.multiplier, 32 - made.bits));
    expect(buckets.back() < (std::size_t{1} << made.bits), "a bucket is one of the table");
    expect(views[i].size() >= made.shortest && views[i].size() <= made.longest, "the shortest and the longest");
  }
  std::sort(buckets.begin(), buckets.end());
  expect(!made.perfect || std::adjacent_find(buckets.begin(), buckets.end()) == buckets.end(),
         "in a perfect table no bucket has two names");
  expect(made.perfect || made.kind == sl::detail::name_hash::whole_name, "what is not perfect hashes whole names");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr void (*games[])(fuzz::bytes&) = {play<None>,     play<One>,  play<Short>,   play<Growing>, play<Middles>,
                                             play<Permuted>, play<Long>, play<Letters>, play<Aliased>, play<Open>,
                                             play<OpenMore>, play<Many>, plan};
  try {
    fuzz::bytes from(data, size);
    games[from.below(static_cast<std::uint32_t>(std::size(games)))](from);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    std::abort();
  }
  return 0;
}
