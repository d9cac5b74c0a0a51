// The verbs, by all kinds of name, and what they give.
#include <slotted/slotted.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "guarantees/objects.hpp"

namespace guarantees {
namespace {

/// `o` has c and not d, `p` has d and not c.
template <class V>
struct Points {
  Point<V> o{V(1), V(2), V(3)};
  Point<V> p{"a"_slot = V(11), "b"_slot = V(12), "d"_slot = V(14), "text"_slot = long_text};
  V v{9};
  std::string text = "another text that is longer than a small string";
  std::string name = "c";
  std::string_view known = name;  // made of a literal, it would not be noexcept
  std::string_view unknown = text;
  sl::slot_key<Point<V>> c = sl::resolve<Point<V>>("c");
  sl::slot_key<Point<V>> d = sl::resolve<Point<V>>("d");
  sl::attribute_ref<Point<V>> ref = getattr(o, "c");
  fixed_stream out;

  [[nodiscard]] std::string tell() const { return told(o, p, v, out.str()); }
  bool can_be_used() { return guarantees::can_be_used(o) && guarantees::can_be_used(p); }
};

// The types of slots and of objects in a lambda.
#define VALUE std::remove_reference_t<decltype(w.v)>
#define CLASS std::remove_reference_t<decltype(w.o)>

}  // namespace

void verbs(table& rows) {
  using enum guarantee;
  rows.section("The verbs");
  rows.row<Points>("getattr slot_name operator\"\"_slot", "`getattr(o, \"x\"_slot)`, `\"x\"_slot(o)`", strong, "",
                   DOES(getattr(w.o, "a"_slot)), DOES(getattr(w.o, "c"_slot)), DOES(getattr(w.o, "d"_slot)),
                   DOES("d"_slot(w.o)), DOES(getattr<VALUE>(w.o, "d"_slot)), DOES(w.o.get("d"_slot)));
  rows.row<Points>("getattr slot_key", "`getattr(o, name)`, `getattr<T>(o, name)`", strong, "",
                   DOES(getattr(w.o, w.name)), DOES(getattr(w.o, w.d)), DOES(getattr(w.o, "unknown")),
                   DOES(getattr<VALUE>(w.o, "c")), DOES(getattr<VALUE>(w.o, w.d)), DOES(getattr<int>(w.o, "c")));
  rows.row<Points>("getattr", "`getattr(o, \"x\"_slot, fallback)`, `getattr<T>(o, name, fallback)`", strong, "",
                   DOES(getattr(w.o, "c"_slot, 5)), DOES(getattr(w.o, "d"_slot, 5)), DOES(getattr(w.o, "d"_slot, w.v)),
                   DOES(getattr<VALUE>(w.o, w.name, 5)), DOES(getattr<VALUE>(w.o, w.d, w.v)),
                   DOES(getattr(w.o, "unknown", w.v)), DOES(getattr<std::string>(w.p, "text", long_text)),
                   DOES(getattr(w.o, "text", long_text)), DOES(getattr<int>(w.o, "c", 5)));
  rows.row<Points>("setattr", "`setattr(o, \"x\"_slot, v)`", strong, "",  //
                   DOES(setattr(w.o, "a"_slot, w.v)), DOES(setattr(w.o, "c"_slot, w.v)),
                   DOES(setattr(w.o, "d"_slot, w.v)), DOES(setattr(w.o, "a"_slot, 5)), DOES(setattr(w.o, "c"_slot, 5)),
                   DOES(setattr(w.o, "d"_slot, 5)), DOES(setattr(w.o, "d"_slot, VALUE(5))),
                   DOES(setattr(w.o, "c"_slot, VALUE(5))), DOES(setattr(w.o, "text"_slot, long_text)),
                   DOES(setattr(w.p, "text"_slot, w.text)), DOES(w.o.set("c"_slot, w.v)));
  rows.row<Points>("setattr", "`setattr(o, name, v)`", strong, "",  //
                   DOES(setattr(w.o, "a", w.v)), DOES(setattr(w.o, w.name, w.v)), DOES(setattr(w.o, w.d, w.v)),
                   DOES(setattr(w.o, "a", 5)), DOES(setattr(w.o, w.c, 5)), DOES(setattr(w.o, "d", 5)),
                   DOES(setattr(w.o, w.d, VALUE(5))), DOES(setattr(w.o, w.c, VALUE(5))),
                   DOES(setattr(w.o, "text", long_text)), DOES(setattr(w.p, "text", w.text)),
                   DOES(setattr(w.o, "unknown", w.v)), DOES(setattr(w.o, "c", w.text)),
                   DOES(setattr(w.o, "c", getattr(w.p, "d"))));
  rows.row<Points>("hasattr has_all", "`hasattr(o, \"x\"_slot)`, `hasattr(o, name)`, `has_all(o, ...)`", never, "",
                   DOES(hasattr(w.o, "c"_slot)), DOES(hasattr(w.o, w.name)), DOES(hasattr(w.o, w.d)),
                   DOES(hasattr(w.o, "unknown")), DOES(has_all(w.o, "a"_slot, "c"_slot)), DOES(w.o.has("d"_slot)));
  rows.row<Points>("delattr", "`delattr(o, \"x\"_slot)`, `delattr(o, name)`", strong, "", DOES(delattr(w.o, "c"_slot)),
                   DOES(delattr(w.o, "d"_slot)), DOES(delattr(w.o, w.name)), DOES(delattr(w.o, w.d)),
                   DOES(delattr(w.o, "a")), DOES(delattr(w.o, "unknown")), DOES(w.o.del("c"_slot)));
  rows.row<Points>("find_attr", "`find_attr(o, \"x\"_slot)`, `find_attr<T>(o, name)`", never, "",
                   DOES(find_attr(w.o, "c"_slot)), DOES(find_attr(w.o, "d"_slot)), DOES(find_attr<VALUE>(w.o, w.name)),
                   DOES(find_attr<VALUE>(w.o, "unknown")), DOES(find_attr<int>(w.o, "c")));
  rows.row<Points>("resolve slot_key", "`resolve<C>(name)`", never, "", DOES(sl::resolve<CLASS>(w.known)),
                   DOES(sl::resolve<CLASS>(w.unknown)), DOES(w.c.index()), DOES(static_cast<bool>(w.c)));
  rows.row<Points>("with_slot", "`with_slot<C>(name, f)`", strong, "Itself it throws nothing: what `f` does counts.",
                   DOES(sl::with_slot<CLASS>("c",
                                             [&w](auto slot) {
                                               if constexpr (slot.name == "c") slot.set(w.o, 5);
                                             })),
                   DOES(sl::with_slot<CLASS>("unknown", [](auto) {})));
  rows.row<Points>("for_each_attr", "`for_each_attr(o, f)`", strong, "Itself it throws nothing: what `f` does counts.",
                   DOES(for_each_attr(w.o, [](std::string_view, const auto& value) {
                     return std::remove_cvref_t<decltype(value)>(value);
                   })));

  rows.section("Handles, descriptors and references");
  rows.row<Points>("slot_handle", "`o[\"x\"_slot]`, `.has_value()`, `.unchecked()`, `.reset()`", never, "",
                   DOES(w.o["a"_slot]), DOES(w.o["c"_slot]), DOES(w.o["c"_slot].has_value()),
                   DOES(w.o["c"_slot].unchecked()), DOES(w.o["c"_slot].reset()), DOES(w.o["d"_slot].reset()));
  rows.row<Points>("slot_handle", "`*o[\"x\"_slot]`, `->`, `.value()`, `.value_or(fallback)`", strong, "",
                   DOES(*w.o["c"_slot]), DOES(*w.o["d"_slot]), DOES(w.o["d"_slot]->number()),
                   DOES(w.o["d"_slot].value()), DOES(w.o["c"_slot].value_or(5)), DOES(w.o["d"_slot].value_or(5)));
  rows.row<Points>("slot_handle", "`o[\"x\"_slot] = v`, `= p[\"y\"_slot]`", strong, "", DOES(w.o["c"_slot] = w.v),
                   DOES(w.o["d"_slot] = w.v), DOES(w.o["c"_slot] = 5), DOES(w.o["d"_slot] = 5),
                   DOES(w.o["text"_slot] = long_text), DOES(w.o["d"_slot] = VALUE(5)),
                   DOES(w.o["c"_slot] = w.p["d"_slot]), DOES(w.o["d"_slot] = w.p["d"_slot]),
                   DOES(w.o["c"_slot] = w.p["c"_slot]));
  rows.row<Points>("slot_handle", "`o[\"x\"_slot].emplace(...)`", basic, "The slot is unset then, as in std::optional.",
                   DOES(w.o["c"_slot].emplace(5)), DOES(w.o["d"_slot].emplace(w.v)),
                   DOES(w.o["text"_slot].emplace(long_text)));
  rows.row<Points>("descriptor slot_descriptor", "`descriptor<C, \"x\">.get(o)`, `.set(o, v)`, `.del(o)`", strong,
                   "As the verbs.", DOES(sl::descriptor<CLASS, "d">.get(w.o)),
                   DOES(sl::descriptor<CLASS, "c">.get(w.o)), DOES(sl::descriptor<CLASS, "c">.set(w.o, w.v)),
                   DOES(sl::descriptor<CLASS, "d">.set(w.o, 5)), DOES(sl::descriptor<CLASS, "c">.del(w.o)),
                   DOES(sl::descriptor<CLASS, "d">.del(w.o)));
  rows.row<Points>("descriptor slot_descriptor", "`descriptor<C, \"x\">.has(o)`", never, "",
                   DOES(sl::descriptor<CLASS, "d">.has(w.o)));
  rows.row<Points>("attribute_ref", "`attribute_ref`: `.get<T>()`, `.visit(f)`, `==`", strong, "",
                   DOES(getattr(w.o, "c").template get<VALUE>()), DOES(getattr(w.o, "c").template get<int>()),
                   DOES(getattr(w.o, "c") == w.v), DOES(getattr(w.o, "c") == getattr(w.p, "d")),
                   DOES(getattr(w.o, "c").visit([](const auto& value) { return told(value).size(); })));
  rows.row<Points>("attribute_ref", "`attribute_ref`: `.get_if<T>()`, `.holds<T>()`, `.type()`, `.name()`", never, "",
                   DOES(w.ref.template get_if<VALUE>()), DOES(w.ref.template get_if<int>()),
                   DOES(w.ref.template holds<int>()), DOES(w.ref.type()), DOES(w.ref.name()));
  rows.row<Points>("attribute_ref", "`out << getattr(o, name)`", strong, "But for what the type itself had written.",
                   DOES(w.out << getattr(w.o, "c")), DOES(w.out << getattr(w.p, "text")));
}

}  // namespace guarantees
