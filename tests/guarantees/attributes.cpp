// Dynamic attributes: by the verbs, by vars(o), and as values.
#include <slotted/slotted.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "guarantees/objects.hpp"

namespace guarantees {
namespace {

/// Values of any type.
struct Bag : sl::object<Bag, sl::slots<sl::slot<"n", int>, sl::dict_slot<>>> {
  using object::object;
};
inline constexpr const char* long_name = "an_attribute_whose_name_is_longer_than_a_small_string";

template <class V>
struct Attributes {
  using given = V;
  V v{9};
  std::string text = "another text that is longer than a small string";
  Shape<V> s{"a"_slot = V(1)};
  Shape<V> t{"a"_slot = V(1)};
  Circle<V> r{"a"_slot = V(1), "radius"_slot = V(3)};
  Circle<V> unset{"a"_slot = V(1)};
  Shape<V>& seen = r;
  Shape<V>& seen_unset = unset;
  Bag bag;
  Bag empty;
  Shape<V> many{"a"_slot = V(1)};  // names of its own
  sl::attribute_key key{"first"};
  sl::attribute_key known{"second"};
  std::vector<std::pair<std::string_view, V>> pairs;
  sl::value small = 5;
  sl::value held = V(61);
  sl::value same = V(61);
  sl::value words = text;
  fixed_stream out;

  Attributes() {
    vars(s).try_emplace("first", 31);
    vars(s).try_emplace("second", 32);
    vars(s).try_emplace("third", 33);
    vars(t).try_emplace("second", 32);
    vars(t).try_emplace("first", 31);
    vars(t).try_emplace("third", 33);
    vars(bag).try_emplace("held", V(41));
    vars(bag).try_emplace("text", text);
    for (int i = 0; i != 33; ++i) vars(many).try_emplace("name " + std::to_string(i), i);
    static_cast<void>(find_attr<V>(s, known));
    pairs.emplace_back("first", V(71));
    pairs.emplace_back("new", V(72));
    pairs.emplace_back(long_name, V(73));
  }
  [[nodiscard]] std::string tell() const {
    return told(s, t, r, unset, bag, empty, many, small, held, same, words, out.str(), std::string(key.text()));
  }
  bool can_be_used() {
    held = sl::value(V(3));
    return guarantees::can_be_used(s) && guarantees::can_be_used(t) && guarantees::can_be_used(r) &&
           guarantees::can_be_used(unset) && guarantees::can_be_used(bag) && guarantees::can_be_used(empty) &&
           guarantees::can_be_used(many) && held.template holds<V>();
  }
};

#define VALUE typename std::remove_reference_t<decltype(w)>::given

}  // namespace

void attributes(table& rows) {
  using enum guarantee;
  rows.section("Dynamic attributes");
  rows.row<Attributes>("getattr attribute_name operator\"\"_attr attribute_key",
                       "`getattr(o, name)`, `getattr<T>(o, name, fallback)`", strong, "",  //
                       DOES(getattr(w.s, "first")), DOES(getattr<VALUE>(w.s, "first"_attr)),
                       DOES(getattr<VALUE>(w.s, w.key)), DOES(getattr(w.s, "unknown")),
                       DOES(getattr<int>(w.s, "first")), DOES(getattr<VALUE>(w.s, "unknown", 5)),
                       DOES(getattr<VALUE>(w.s, w.key, w.v)), DOES(getattr(w.bag, "text", long_text)),
                       DOES(getattr<VALUE>(w.bag, "held")), DOES(getattr(w.seen, "radius")),
                       DOES(getattr<VALUE>(w.seen_unset, "radius")));
  rows.row<Attributes>("setattr attribute_key", "`setattr(o, name, v)`", strong, "",  //
                       DOES(setattr(w.s, "first", w.v)), DOES(setattr(w.s, "new", w.v)),
                       DOES(setattr(w.s, "new"_attr, 5)), DOES(setattr(w.s, w.key, 5)),
                       DOES(setattr(w.s, long_name, w.v)), DOES(setattr(w.many, "new", w.v)),
                       DOES(setattr(w.many, "name 7", w.v)), DOES(setattr(w.bag, "held", w.v)),
                       DOES(setattr(w.bag, "new", w.v)), DOES(setattr(w.empty, long_name, w.text)),
                       DOES(setattr(w.bag, "held", getattr(w.s, "first"))), DOES(setattr(w.bag, "n", w.text)));
  rows.row<Attributes>("setattr", "`setattr(o, name, v)`, a slot of the real class", strong, "",
                       DOES(setattr(w.seen, "radius", w.v)), DOES(setattr(w.seen_unset, "radius", w.v)),
                       DOES(setattr(w.seen, "radius", 5)));
  rows.row<Attributes>("delattr", "`delattr(o, name)`", strong,
                       "Where objects share their names, the names without one may need memory.",
                       DOES(delattr(w.s, "first")), DOES(delattr(w.s, "third")), DOES(delattr(w.s, w.key)),
                       DOES(delattr(w.many, "name 7")), DOES(delattr(w.bag, "held")), DOES(delattr(w.s, "unknown")),
                       DOES(delattr(w.seen, "radius")), DOES(delattr(w.seen_unset, "radius")));
  rows.row<Attributes>("hasattr find_attr", "`hasattr(o, name)`, `find_attr<T>(o, name)`", never, "",
                       DOES(hasattr(w.s, "first")), DOES(hasattr(w.s, w.key)), DOES(hasattr(w.s, "unknown")),
                       DOES(find_attr<VALUE>(w.s, "first"_attr)), DOES(find_attr<VALUE>(w.many, "name 7")),
                       DOES(hasattr(w.seen, "radius")));
  rows.row<Attributes>(
      "for_each_attr", "`for_each_attr(o, f)`", strong, "Itself it throws nothing: what `f` does counts.",
      DOES(for_each_attr(
          w.s, [](std::string_view, const auto& value) { return std::remove_cvref_t<decltype(value)>(value); })));
  rows.row<Attributes>("attribute_key", "`attribute_key(text)`, copies and `=`", strong, "",
                       DOES(sl::attribute_key(long_name)), DOES(sl::attribute_key(w.known)), DOES(w.key = w.known),
                       DOES(w.key = sl::attribute_key(long_name)));
  rows.row<Attributes>("attribute_key", "`attribute_key`: `.text()`, `==`", never, "", DOES(w.key.text()),
                       DOES(w.key == w.known));

  rows.section("vars(o)");
  rows.row<Attributes>("vars attribute_dict attribute", "`vars(o)`, iteration, `.find`, `.contains`, `.size`, `.clear`",
                       never, "", DOES(vars(w.s)), DOES(*vars(w.s).begin()), DOES(++vars(w.s).begin()),
                       DOES(vars(w.s).find("first")), DOES(vars(w.s).contains("unknown")), DOES(vars(w.s).size()),
                       DOES(vars(w.s).empty()), DOES(vars(w.s).clear()), DOES(vars(w.many).clear()),
                       DOES(vars(w.bag).clear()));
  rows.row<Attributes>("attribute_dict", "`.at(name)`", strong, "", DOES(vars(w.s).at("first")),
                       DOES(vars(w.s).at("unknown")));
  rows.row<Attributes>("attribute_dict", "`.try_emplace`, `.emplace`, `.insert(pair)`, `.insert_or_assign`, `[name]`",
                       strong, "",  //
                       DOES(vars(w.s).try_emplace("new", w.v)), DOES(vars(w.s).try_emplace("first", w.v)),
                       DOES(vars(w.s).emplace(long_name, 5)), DOES(vars(w.s).insert({"new", w.v})),
                       DOES(vars(w.s).insert({"first", VALUE(5)})), DOES(vars(w.s).insert_or_assign("new", w.v)),
                       DOES(vars(w.s).insert_or_assign("first", w.v)), DOES(vars(w.s)["new"]),
                       DOES(vars(w.many).try_emplace("new", w.v)), DOES(vars(w.many).insert_or_assign("name 7", 5)),
                       DOES(vars(w.bag).insert_or_assign("held", w.v)), DOES(vars(w.empty).try_emplace("new", w.v)),
                       DOES(vars(w.s).try_emplace("a", 5)), DOES(vars(w.bag)["new"]));
  rows.row<Attributes>("attribute_dict", "`.insert(from, to)`, `.insert({...})`", basic,
                       "One by one: those before the one that throws are there.",
                       DOES(vars(w.s).insert(w.pairs.begin(), w.pairs.end())),
                       DOES(vars(w.t).insert({{"new", VALUE(5)}, {"newer", VALUE(6)}})));
  rows.row<Attributes>("attribute_dict", "`.erase(name)`, `.erase(position)`", strong, "As delattr.",
                       DOES(vars(w.s).erase("first")), DOES(vars(w.s).erase("unknown")),
                       DOES(vars(w.s).erase(vars(w.s).find("third"))), DOES(vars(w.many).erase("name 7")),
                       DOES(vars(w.many).erase(vars(w.many).begin())), DOES(vars(w.bag).erase("held")));
  rows.row<Attributes>("attribute_dict", "`.erase(from, to)`", basic,
                       "One by one: those before the one that throws are gone.",
                       DOES(vars(w.s).erase(vars(w.s).begin(), vars(w.s).end())),
                       DOES(vars(w.many).erase(vars(w.many).begin(), vars(w.many).end())));
  rows.row<Attributes>("attribute_dict", "`.assign(vars(p))`", strong, "", DOES(vars(w.s).assign(vars(w.t))),
                       DOES(vars(w.t).assign(vars(w.many))), DOES(vars(w.bag).assign(vars(w.empty))),
                       DOES(vars(w.empty).assign(vars(w.bag))));
  rows.row<Attributes>("attribute_dict", "`vars(o) == vars(p)`", strong, "", DOES(vars(w.s) == vars(w.t)),
                       DOES(vars(w.bag) == vars(w.bag)));

  rows.section("value");
  rows.row<Attributes>("value", "`value(v)`, copies, `=`, `.emplace<T>(...)`", strong, "", DOES(sl::value(w.v)),
                       DOES(sl::value(long_text)), DOES(sl::value(w.held)), DOES(w.held = w.v), DOES(w.held = w.small),
                       DOES(w.small = w.held), DOES(w.words = w.held), DOES(w.held.template emplace<VALUE>(5)),
                       DOES(w.small.template emplace<std::string>(long_text)));
  rows.row<Attributes>("value", "moves of a `value`, `.swap`, `.reset`, `.holds<T>`, `.get_if<T>`, `.type`", never, "",
                       DOES(sl::value(std::move(w.held))), DOES(w.small = std::move(w.held)),
                       DOES(w.held.swap(w.small)), DOES(w.held.reset()), DOES(w.held.template holds<VALUE>()),
                       DOES(w.held.template get_if<int>()), DOES(w.held.type()), DOES(w.held.has_value()));
  rows.row<Attributes>(
      "value", "`value`: `.get<T>()`, `.visit(f)`, `==`", strong, "", DOES(w.held.template get<VALUE>()),
      DOES(w.held.template get<int>()), DOES(w.held == w.same), DOES(w.held == w.v), DOES(w.words == long_text),
      DOES(w.words.visit([](const auto& seen) { return sizeof(std::string(sizeof seen + 40, 'x')); })));
  rows.row<Attributes>("value", "`out << value`", strong, "But for what the type itself had written.",
                       DOES(w.out << w.held), DOES(w.out << w.words));
}

}  // namespace guarantees
