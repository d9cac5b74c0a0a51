// Objects as values: compared, hashed, shown, kept, restored, converted.
#include <slotted/format.hpp>
#include <slotted/slotted.hpp>
#include <slotted/state.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "guarantees/objects.hpp"

namespace guarantees {
namespace {

template <class V>
struct Size : sl::object<Size<V>, sl::slots<sl::field<"width", V>, sl::field<"height", V>>> {
  using Size::object::object;
};

/// As Free, of another name.
template <class V>
struct Open : sl::object<Open<V>, sl::slots<sl::field<"a", V>, sl::dict_slot<V>>> {
  using Open::object::object;
};

template <class V>
struct Values {
  using point = Point<V>;
  using turned = Turned<V>;
  using shape = Shape<V>;
  using free = Free<V>;
  point o{V(1), V(2), V(3)};
  point p{"a"_slot = V(1), "b"_slot = V(2), "c"_slot = V(3), "text"_slot = long_text};
  shape s{V(1), V(3), V(5)};
  shape t{"a"_slot = V(1), "e"_slot = V(15)};
  Open<V> open{V(81)};
  Size<V> size{V(1), V(2)};
  sl::object_state<point> state_of_o = state(o);
  sl::object_state<shape> state_of_s = state(s);
  sl::object_state<point> lacking;
  sl::slot_set<point> set;
  std::string_view a = "a";
  sl::slot_key<point> key_of_a = sl::resolve<point>(a);
  fixed_stream out;

  Values() {
    vars(s).try_emplace("first", 31);
    vars(s).try_emplace("second", 32);
    vars(t).try_emplace("third", 33);
    vars(open).try_emplace("fourth", 84);
    setattr(state_of_o, "a", 41);
    setattr(state_of_o, "text", "kept text that is longer than a small string");
    setattr(state_of_s, "a", 51);
    delattr(state_of_s, "e");
    setattr(state_of_s, "kept", 57);
    setattr(lacking, "a", 61);
  }
  [[nodiscard]] std::string tell() const {
    return told(o, p, s, t, open, size, state_of_o, state_of_s, lacking, out.str(), set.size() == 0);
  }
  bool can_be_used() {
    return guarantees::can_be_used(o) && guarantees::can_be_used(p) && guarantees::can_be_used(s) &&
           guarantees::can_be_used(t) && guarantees::can_be_used(open) && guarantees::can_be_used(size) &&
           guarantees::can_be_used(state_of_o) && guarantees::can_be_used(state_of_s) &&
           guarantees::can_be_used(lacking);
  }
};

#define POINT typename std::remove_reference_t<decltype(w)>::point
#define TURNED typename std::remove_reference_t<decltype(w)>::turned
#define FREE typename std::remove_reference_t<decltype(w)>::free
#define SHAPE typename std::remove_reference_t<decltype(w)>::shape

}  // namespace

void values(table& rows) {
  using enum guarantee;
  rows.section("Objects as values");
  rows.row<Values>("operator== operator<=> diff", "`o == p`, `o < p`, `diff(o, p)`", strong, "", DOES(w.o == w.p),
                   DOES(w.s == w.t), DOES(w.s == w.s), DOES(w.o < w.p), DOES((w.o <=> w.o) == 0), DOES(diff(w.o, w.p)),
                   DOES(diff(w.s, w.t)));
  rows.row<Values>("object", "`std::hash<C>{}(o)`", strong, "", DOES(std::hash<POINT>{}(w.o)));
  rows.row<Values>("get", "`auto& [x, y] = o`, `get<I>(o)`", never, "", DOES(get<0>(w.size)),
                   DOES(get<1>(std::as_const(w.size))));
  rows.row<Values>("slot_set", "`slot_set`", never, "", DOES(w.set.contains("a"_slot)), DOES(w.set.contains(w.a)),
                   DOES(w.set.insert(w.key_of_a)), DOES(w.set.erase(w.key_of_a)), DOES(~w.set), DOES(w.set == w.set),
                   DOES(w.set.size()), DOES(*w.set.all().begin()));
  rows.row<Values>("convert_to", "`convert_to<D>(o)`", strong, "", DOES(sl::convert_to<TURNED>(w.o)),
                   DOES(sl::convert_to<POINT>(w.p)), DOES(sl::convert_to<FREE>(w.open)));
  rows.row<Values>("convert_to", "`convert_to<D>(std::move(o))`", basic,
                   "Values may have been moved out of the object.", DOES(sl::convert_to<TURNED>(std::move(w.o))),
                   DOES(sl::convert_to<FREE>(std::move(w.open))));
  rows.row<Values>("repr", "`repr(o)`, `std::format`", strong, "", DOES(repr(w.o)), DOES(repr(w.s)));
  rows.row<Values>("operator<<", "`out << o`", strong, "The text is made before it is written.", DOES(w.out << w.o),
                   DOES(w.out << w.s));

  rows.section("Saving and restoring");
  rows.row<Values>("state object_state", "`state(o)`", strong, "", DOES(state(w.o)), DOES(state(w.s)));
  rows.row<Values>("state", "`state(std::move(o))`", strong, basic, "Values may have been moved out of the object.",
                   DOES(state(std::move(w.o))), DOES(state(std::move(w.s))));
  rows.row<Values>("restore", "`restore<C>(s)`", strong, "", DOES(sl::restore<POINT>(w.state_of_o)),
                   DOES(sl::restore<SHAPE>(w.state_of_s)), DOES(sl::restore<POINT>(w.lacking)));
  rows.row<Values>("restore", "`restore<C>(std::move(s))`", basic, "Values may have been moved out of the state.",
                   DOES(sl::restore<POINT>(std::move(w.state_of_o))), DOES(sl::restore<SHAPE>(std::move(w.state_of_s))),
                   DOES(sl::restore<POINT>(std::move(w.lacking))));
  rows.row<Values>("restore", "`restore(o, s)`, `restore(o, std::move(s))`", strong, basic,
                   "Single slots may have their new values.", DOES(restore(w.o, w.state_of_o)),
                   DOES(restore(w.p, w.state_of_o)), DOES(restore(w.s, w.state_of_s)), DOES(restore(w.t, w.state_of_s)),
                   DOES(restore(w.o, std::move(w.state_of_o))), DOES(restore(w.t, std::move(w.state_of_s))),
                   DOES(restore(w.o, w.lacking)));
}

}  // namespace guarantees
