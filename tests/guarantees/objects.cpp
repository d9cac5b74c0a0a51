// Objects are made, copied, moved, assigned, swapped, built and replaced.
#include "guarantees/objects.hpp"

#include <slotted/slotted.hpp>

#include <string>
#include <type_traits>
#include <utility>

namespace guarantees {
namespace {

template <class V>
inline constexpr auto make_value = [] { return V(21); };
template <class V>
struct Defaulted
    : sl::object<Defaulted<V>,
                 sl::slots<sl::field<"a", V, sl::defaults_to<>>, sl::slot<"b", V, sl::defaults_to<>>,
                           sl::field<"c", V, sl::defaults_to<make_value<V>>>,
                           sl::slot<"text", std::string, sl::defaults_to<"a long text, longer than short">>>> {
  using Defaulted::object::object;
};
template <class V>
struct pair_of {
  V first;
  V second = V(8);
};
template <class V>
struct Adopting : sl::object<Adopting<V>, sl::slots<sl::fields_of<pair_of<V>>, sl::slot<"third", V>>> {
  using Adopting::object::object;
};

template <class V>
struct Sources {
  using point = Point<V>;
  using shape = Shape<V>;
  using circle = Circle<V>;
  using defaulted = Defaulted<V>;
  using adopting = Adopting<V>;
  V v{9};
  std::string text = "another text that is longer than a small string";
  point o{V(1), V(2), V(3)};
  point p{"a"_slot = V(11), "b"_slot = V(12), "d"_slot = V(14), "text"_slot = long_text};
  shape s{V(1), V(3), V(5)};
  shape t{"a"_slot = V(11), "e"_slot = V(15)};
  shape colliding{"a"_slot = V(11)};  // has a name that is that of a slot of r
  circle r{"a"_slot = V(21), "radius"_slot = V(26)};
  pair_of<V> pair{V(6), V(7)};
  adopting adopted{V(1), V(2), V(3)};
  sl::builder<point> empty;
  sl::builder<point> full;
  sl::builder<Free<V>> open;

  Sources() {
    vars(s).try_emplace("first", 31);
    vars(s).try_emplace("second", 32);
    vars(t).try_emplace("third", 33);
    vars(r).try_emplace("fourth", 34);
    vars(colliding).try_emplace("radius", 35);
    empty.set("a", 1);
    full.set("a", 1).set("b", 2).set("c", 3).set("text", long_text);
    open.set("a", 1).set("dynamic", 3);
  }
  [[nodiscard]] std::string tell() const {
    std::string out = told(v, o, p, s, t, colliding, r, pair.first, pair.second, adopted);
    tell_builder(out, empty);
    tell_builder(out, full);
    tell_builder(out, open);
    return out;
  }
  template <class B>
  static void tell_builder(std::string& out, const B& builder) {
    for (const std::string_view name : builder.unset()) out.append(name).append(" is unset ");
    if (builder.missing().empty()) out += told(builder.build());
  }
  bool can_be_used() {
    empty.clear();
    full.set("b", 4).set("a", 5);
    open.set("dynamic", 6);
    return guarantees::can_be_used(o) && guarantees::can_be_used(p) && guarantees::can_be_used(s) &&
           guarantees::can_be_used(t) && guarantees::can_be_used(r) && guarantees::can_be_used(adopted);
  }
};

#define VALUE std::remove_reference_t<decltype(w.v)>
#define POINT typename std::remove_reference_t<decltype(w)>::point
#define SHAPE typename std::remove_reference_t<decltype(w)>::shape
#define CIRCLE typename std::remove_reference_t<decltype(w)>::circle
#define DEFAULTED typename std::remove_reference_t<decltype(w)>::defaulted
#define PAIR std::remove_reference_t<decltype(w.pair)>
#define ADOPTING typename std::remove_reference_t<decltype(w)>::adopting

}  // namespace

void objects(table& rows) {
  using enum guarantee;
  rows.section("Making an object");
  rows.row<Sources>("object", "`C()`, `C(x, y)`", strong, "",  //
                    DOES(DEFAULTED()), DOES(DEFAULTED(w.v, w.v)), DOES(POINT(w.v, w.v, w.v, w.v, w.text)),
                    DOES(POINT(1, 2, 3, 4, long_text)), DOES(POINT(VALUE(5), 2)), DOES(CIRCLE(1, 2, 3, 4)),
                    DOES(CIRCLE(w.v, w.v, w.v, w.v)));
  rows.row<Sources>("named_argument in_place_argument", "`C{\"x\"_slot = v}`, `C{\"x\"_slot.in_place(...)}`", strong,
                    "", DOES(POINT{"b"_slot = w.v, "a"_slot = 1, "d"_slot = w.v, "text"_slot = w.text}),
                    DOES(POINT{"b"_slot = VALUE(5), "a"_slot = 1}), DOES(CIRCLE{"radius"_slot = w.v, "a"_slot = w.v}),
                    DOES(POINT{"a"_slot.in_place(1), "b"_slot.in_place(w.v), "c"_slot.in_place()}),
                    DOES(DEFAULTED{"b"_slot = 5}));
  rows.row<Sources>("object", "`C{aggregate, \"x\"_slot = v}`", strong, "", DOES(ADOPTING(w.pair)),
                    DOES(ADOPTING{w.pair, "third"_slot = w.v, "second"_slot = 5}), DOES(ADOPTING(1)),
                    DOES(ADOPTING{"first"_slot = w.v}), DOES(ADOPTING(PAIR{VALUE(6), VALUE(7)})));
  rows.row<Sources>("builder", "`builder.set(name, v)`", strong, "",  //
                    DOES(w.empty.set("b", w.v)), DOES(w.empty.set("b"_slot, 2)), DOES(w.full.set("a", w.v)),
                    DOES(w.full.set("text", w.text)), DOES(w.full.set("c"_slot, 5)), DOES(w.open.set("dynamic", w.v)),
                    DOES(w.open.set("new", 5)), DOES(w.empty.set("unknown", 5)), DOES(w.empty.set("a", w.text)));
  rows.row<Sources>("builder", "`std::move(builder).build()`", basic, "Values may have been moved out of the builder.",
                    DOES(std::move(w.full).build()), DOES(std::move(w.empty).build()), DOES(std::move(w.open).build()));
  rows.row<Sources>("builder", "`builder.build()`", strong, "", DOES(w.full.build()), DOES(w.empty.build()),
                    DOES(w.open.build()));
  rows.row<Sources>("builder", "`builder.has(name)`, `.missing()`, `.unset()`, `.clear()`", never, "",
                    DOES(w.full.has("a")), DOES(w.full.has("unknown")), DOES(w.empty.missing()), DOES(w.empty.unset()),
                    DOES(w.full.clear()), DOES(w.open.clear()));

  rows.section("Copies, moves, assignment");
  rows.row<Sources>("object", "`C(o)`", strong, "", DOES(POINT(w.o)), DOES(SHAPE(w.s)), DOES(CIRCLE(w.r)),
                    DOES(ADOPTING(w.adopted)));
  rows.row<Sources>("object", "`C(std::move(o))`", never, basic, "Some of its values may have been moved from.",
                    DOES(POINT(std::move(w.o))), DOES(SHAPE(std::move(w.s))), DOES(CIRCLE(std::move(w.r))),
                    DOES(ADOPTING(std::move(w.adopted))));
  rows.row<Sources>("object", "`o = p`", basic,
                    "Slot by slot, as a struct: those before the one that throws have their new values.",
                    DOES(w.o = w.p), DOES(w.p = w.o), DOES(w.s = w.t), DOES(w.t = w.s),
                    DOES(static_cast<SHAPE&>(w.r) = w.s), DOES(static_cast<SHAPE&>(w.r) = w.colliding));
  rows.row<Sources>("object", "`o = std::move(p)`", never, basic, "As a copy; the others are still in `p`.",
                    DOES(w.o = std::move(w.p)), DOES(w.p = std::move(w.o)));
  rows.row<Sources>("object", "`o = std::move(p)`, with a dict slot", unfailing, basic, "As a copy.",
                    DOES(w.s = std::move(w.t)));
  rows.row<Sources>("object", "`o = std::move(p)`, of two classes seen as a base with a dict slot", basic,
                    "Also an error, where a name would be that of a slot.",
                    DOES(static_cast<SHAPE&>(w.r) = std::move(w.s)),
                    DOES(static_cast<SHAPE&>(w.r) = std::move(w.colliding)));
  rows.row<Sources>("object", "`std::swap(o, p)`", never, basic, "As the moves that it is made of.",
                    DOES(std::swap(w.o, w.p)));
  rows.row<Sources>("object", "`std::swap(o, p)`, with a dict slot", unfailing, basic,
                    "As the moves that it is made of.", DOES(std::swap(w.s, w.t)));
  rows.row<Sources>("object", "`std::swap(o, p)`, of two classes seen as a base with a dict slot", basic,
                    "What std::swap has in its hands when a move throws is lost.",
                    DOES(std::swap(static_cast<SHAPE&>(w.r), w.colliding)));
  rows.row<Sources>("replace", "`replace(o, \"x\"_slot = v)`", strong, "",  //
                    DOES(replace(w.o, "a"_slot = 5)), DOES(replace(w.o, "d"_slot = w.v, "text"_slot = w.text)),
                    DOES(replace(w.s, "c"_slot = w.v)), DOES(replace(w.o, "d"_slot = VALUE(5))));
  rows.row<Sources>("replace", "`replace(std::move(o), \"x\"_slot = v)`", basic,
                    "Values may have been moved out of the object.", DOES(replace(std::move(w.o), "a"_slot = w.v)));
}

}  // namespace guarantees
