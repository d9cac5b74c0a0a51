// What must be so of objects with items: where the items lie, who makes and destroys them and when, and what is left
// when that fails. No test by itself: mutants.py kills with it.
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <new>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace sl = slotted;
using namespace slotted::literals;

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::printf("%s\n", what);
  ++failures;
}

struct failure {};

/// Tells of its death, and fails to be made when it is told to.
struct item {
  static inline int live = 0;
  static inline int until_failure = -1;
  static inline std::string deaths;
  static inline std::function<void()> at_death = [] {};

  char name;
  item(char given = '?') : name(given) {
    if (until_failure-- == 0) throw failure{};
    ++live;
  }
  item(const item& other) : item(other.name) {}
  item& operator=(const item&) = default;
  ~item() {
    --live;
    deaths += name;
    at_death();
  }
};

struct Node
    : sl::object<Node, sl::slots<sl::field<"field", item>, sl::slot<"slot", item>, sl::weakref_slot, sl::items<item>>> {
  using object::object;
};
/// A dict slot lies where the base's items would.
struct Dict : sl::object<Dict, sl::extends<Node>, sl::slots<sl::dict_slot<>>> {
  using object::object;
};
struct Large : Node {
  using Node::Node;
  std::uint64_t more[4] = {1, 2, 3, 4};
};
struct NoList : sl::object<NoList, sl::extends<Node>> {
  using object::object;
};
static_assert(sl::has_weakref<NoList> && sl::has_dict<NoList>);
struct Plain : sl::object<Plain, sl::slots<sl::items<item>>> {
  using object::object;
};
struct NoListOnPlain : sl::object<NoListOnPlain, sl::extends<Plain>> {
  using object::object;
};
static_assert(!sl::has_weakref<NoListOnPlain> && sl::has_dict<NoListOnPlain>);
struct alignas(64) wide {
  unsigned char bytes[64];
};
struct Wide : sl::object<Wide, sl::slots<sl::field<"number", int>, sl::items<wide>>> {
  using object::object;
};
struct Few : sl::object<Few, sl::slots<sl::field<"number", int>, sl::items<std::uint64_t, std::uint8_t>>> {
  using object::object;
};
struct Many : sl::object<Many, sl::slots<sl::field<"number", int>, sl::items<std::uint64_t, std::uint64_t>>> {
  using object::object;
};
struct Texts : sl::object<Texts, sl::slots<sl::items<std::string>>> {
  using object::object;
};

template <class C, class... Header>
std::unique_ptr<C> make(Header... header) {
  return sl::make_with_items<C>({'a', 'b', 'c'}, header...);
}

void deaths() {
  std::unique_ptr<Node> node = make<Node>('f', 's');
  const Node* const address = node.get();
  std::size_t seen = 9;
  item::deaths.clear();
  item::at_death = [&] { seen = items_of(*address).size(); };
  const sl::weak_ref reference{*node, [&] { item::deaths += '!'; }};
  node.reset();
  item::at_death = [] {};
  expect(item::deaths == "!cbasf", "the order of deaths");
  expect(seen == 0, "a dying item sees items");
}

template <class C>
void places() {
  const std::unique_ptr<C> made = make<C>('f', 's');
  if constexpr (std::is_same_v<C, Dict> || std::is_same_v<C, NoList>) setattr(*made, "colour", 1);
  Node& base = *made;
  std::string names;
  for (const item& one : items_of(base)) names += one.name;
  expect(names == "abc", "the items through a base");
  expect(base["field"_slot].name == 'f' && base["slot"_slot].value().name == 's', "the slots beside the items");
  const auto* const begin = reinterpret_cast<const unsigned char*>(items_of(base).data());
  const auto* const object = reinterpret_cast<const unsigned char*>(made.get());
  expect(begin >= object + sl::layout_of<Node>.data_size, "items lie in their object");
  if constexpr (std::is_same_v<C, Large>) {
    items_of(base)[0].name = 'z';
    expect(made->more[0] == 1 && made->more[3] == 4, "items lie in a member");
  }
  if constexpr (std::is_same_v<C, Dict>) {
    items_of(base)[0].name = 'z';
    expect(getattr<int>(*made, "colour") == 1, "items lie in the dict slot");
  }
}

void throws() {
  for (int n = 0; n != 8; ++n) {
    const int before = item::live;
    bool failed = false;
    {
      const std::vector<item> source{'a', 'b', 'c', 'd'};
      item::until_failure = n;
      try {
        const auto made = sl::make_with_items<Node>(source, 'f', 's');
        expect(items_of(*made).size() == 4 && items_of(*made)[3].name == 'd', "the last item");
      } catch (const failure&) {
        failed = true;
      }
      item::until_failure = -1;
    }
    expect(failed == (n < 6), "what fails when");
    expect(item::live == before, "what was made stays");
  }
}

template <class C, class Number>
bool is_too_long(Number number) {
  try {
    static_cast<void>(sl::make_with_items<C>(number, 1));
    return false;
  } catch (const std::bad_array_new_length&) {
    return true;
  }
}

void lengths() {
  expect(is_too_long<Few>(32) && is_too_long<Few>(256), "more than can be counted");
  expect(is_too_long<Few>(-1), "a negative number");
  expect(is_too_long<Many>(std::uint64_t{1} << 60u), "more than memory can hold");
  const auto most = sl::make_with_items<Few>(31, 1);
  expect(items_of(*most).size() == 31 && items_of(*most)[30] == 0, "as many as can be counted");
  expect(footprint(*most) == 8 + 31 * 8, "the footprint");
}

void memory() {
  std::vector<std::unique_ptr<Wide>> all;
  for (std::size_t n = 0; n != 5; ++n) all.push_back(sl::make_with_items<Wide>(n, 7));
  for (const auto& one : all) {
    expect(reinterpret_cast<std::uintptr_t>(one.get()) % 64 == 0, "the alignment of an object");
    expect(reinterpret_cast<std::uintptr_t>(items_of(*one).data()) % 64 == 0, "the alignment of items");
    for (wide& item : items_of(*one)) item.bytes[63] = 1;
    expect((*one)["number"_slot] == 7, "the header");
  }
}

void sources() {
  const std::string text(40, 'x');
  std::vector<std::string> texts{text, text};
  static_cast<void>(sl::make_with_items<Texts>(texts));
  static_cast<void>(sl::make_with_items<Texts>(texts | std::views::reverse));
  static_cast<void>(sl::make_with_items<Texts>(texts | std::views::filter([](auto&) { return true; })));
  expect(texts[0] == text && texts[1] == text, "a view's values are moved");
  const void* const characters = texts[1].data();
  const auto moved = sl::make_with_items<Texts>(std::move(texts));
  expect(items_of(*moved)[1].data() == characters, "a container's values are not moved");
}

void values() {
  const auto a = sl::make_with_items<Few>({1u, 2u}, 1);
  const auto b = sl::make_with_items<Few>({1u, 3u}, 1);
  const auto c = sl::make_with_items<Few>({1u, 2u, 0u}, 1);
  expect(*a == *sl::make_with_items<Few>({1u, 2u}, 1), "equal items");
  expect(*a != *b && *a != *c && *c != *a, "different items");
  expect(*a < *b && *a < *c && !(*c < *a) && *c < *b, "the order of items");
  const std::hash<Few> hash;
  expect(hash(*a) != hash(*b) && hash(*a) != hash(*c), "the hash of items");
}

}  // namespace

int main() {
  deaths();
  places<Node>();
  places<Dict>();
  places<Large>();
  places<NoList>();
  throws();
  lengths();
  memory();
  sources();
  values();
  expect(item::live == 0, "some items are left");
  return failures == 0 ? 0 : 1;
}
