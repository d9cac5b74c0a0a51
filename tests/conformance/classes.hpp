// The classes of the scripts, as slotted declares them: classes.py has the same in Python, in the same order.
#pragma once

#include <slotted/slotted.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace conformance {

namespace sl = slotted;
using sl::defaults_to;
using sl::dict_slot;
using sl::doc;
using sl::extends;
using sl::field;
using sl::object;
using sl::readonly;
using sl::slot;
using sl::slots;
using sl::weakref_slot;
using text = std::string;

/// What happened during a step: callbacks, and values that died.
inline std::vector<std::string> events;

/// A value that is heard when it dies.
struct loud {
  std::string name;
  explicit loud(std::string given) : name(std::move(given)) {}
  loud(const loud&) = delete;
  loud& operator=(const loud&) = delete;
  ~loud() { events.push_back(name + " dies"); }
};
using loud_ptr = std::shared_ptr<loud>;

// clang-format off
struct Point : object<Point, slots<slot<"x", int>, slot<"y", double>, slot<"label", text>>> { using object::object; };
struct Empty : object<Empty, slots<>> { using object::object; };
struct Single : object<Single, slots<slot<"value", int>>> { using object::object; };
struct Bag : object<Bag, slots<slot<"a", sl::value>, slot<"b", sl::value>, slot<"c", sl::value>>> { using object::object; };
struct Words : object<Words, slots<slot<"class", int>, slot<"def", int>, slot<"é", int>, slot<"größe", int>,
    slot<"a_name_that_is_a_good_deal_longer_than_most_names_are_in_any_program", int>>> { using object::object; };
struct Documented : object<Documented, slots<slot<"x", int, doc<"the x">>, slot<"y", int, doc<"the y">>, slot<"z", int>>> { using object::object; };
struct Redocumented : object<Redocumented, extends<Documented>, slots<>> { using object::object; };
struct Aliased : object<Aliased, slots<slot<"x", int, sl::alias<"abscissa">>, slot<"y", int>>> { using object::object; };

// The dict slot.
struct Shape : object<Shape, slots<slot<"name", text>, dict_slot<>>> { using object::object; };
struct Circle : object<Circle, extends<Shape>, slots<slot<"radius", double>>> { using object::object; };
struct Free : object<Free, slots<dict_slot<>>> { using object::object; };
struct Plain : object<Plain> { using object::object; };
struct OnPlain : object<OnPlain, extends<Plain>, slots<slot<"x", int>>> { using object::object; };

// The weakref slot.
struct Watched : object<Watched, slots<slot<"x", int>, weakref_slot>> { using object::object; };
struct Grand : object<Grand, extends<Watched>, slots<slot<"y", int>>> { using object::object; };
struct Both : object<Both, slots<slot<"x", int>, dict_slot<>, weakref_slot>> { using object::object; };

// Inheritance.
struct First : object<First, slots<slot<"x", int>>> { using object::object; };
struct Second : object<Second, extends<First>, slots<slot<"y", int>>> { using object::object; };
struct Third : object<Third, extends<Second>, slots<slot<"z", int>>> { using object::object; };
struct Same : object<Same, extends<Third>, slots<>> { using object::object; };
struct Loose : object<Loose, extends<First>> { using object::object; };
struct Under : object<Under, extends<Loose>, slots<slot<"e", int>>> { using object::object; };
struct LateDict : object<LateDict, extends<First>, slots<dict_slot<>>> { using object::object; };
struct LateWeak : object<LateWeak, extends<First>, slots<weakref_slot>> { using object::object; };
struct Mixin : object<Mixin, slots<>> { using object::object; };
struct BeforeMixin : object<BeforeMixin, extends<First, Mixin>, slots<slot<"q", int>>> { using object::object; };
struct BehindMixin : object<BehindMixin, extends<Mixin, First>, slots<slot<"q", int>>> { using object::object; };
struct Other : object<Other, slots<slot<"o", int>>> { using object::object; };
struct OnlyWeak : object<OnlyWeak, slots<weakref_slot>> { using object::object; };
struct WeakDict : object<WeakDict, extends<OnlyWeak, Free>, slots<>> { using object::object; };

// What a slot may be besides set and unset.
struct Account : object<Account, slots<slot<"number", int, readonly>, slot<"owner", text, readonly>, slot<"balance", double>>> { using object::object; };
struct Sample : object<Sample, slots<field<"id", int>, field<"weight", double>, slot<"note", text>>> { using object::object; };
struct Settings : object<Settings, slots<slot<"port", int, defaults_to<80>>, slot<"host", text, defaults_to<"localhost">>,
    slot<"debug", bool, defaults_to<false>>>> { using object::object; };
struct pixel { int x = 0; int y = 0; double depth = 1.0; };
struct Pixel : object<Pixel, slots<sl::fields_of<pixel>>> { using object::object; };
struct Marked : object<Marked, extends<Pixel>, slots<field<"mark", text, defaults_to<"">>>> { using object::object; };

// Those that are alike.
struct G : object<G, slots<slot<"a", int>, slot<"b", int>>> { using object::object; };
struct H : object<H, slots<slot<"b", int>, slot<"a", int>>> { using object::object; };
struct J : object<J, slots<slot<"c", int>, slot<"b", int>>> { using object::object; };
struct K : object<K, slots<slot<"a", int>, slot<"b", int>, slot<"d", int>>> { using object::object; };
struct G0 : object<G0, extends<G>, slots<>> { using object::object; };
struct GE : object<GE, extends<G>, slots<slot<"e", int>>> { using object::object; };
struct GE2 : object<GE2, extends<G>, slots<slot<"e", int>>> { using object::object; };
struct HE : object<HE, extends<H>, slots<slot<"e", int>>> { using object::object; };
struct GDict : object<GDict, extends<G>, slots<dict_slot<>>> { using object::object; };
struct GWeak : object<GWeak, extends<G>, slots<weakref_slot>> { using object::object; };

// Whose values are heard when they die.
struct Noisy : object<Noisy, slots<slot<"b", loud_ptr>, slot<"a", loud_ptr>, dict_slot<loud_ptr>, weakref_slot>> { using object::object; };
struct Noisier : object<Noisier, extends<Noisy>, slots<slot<"c", loud_ptr>, slot<"z", loud_ptr>>> { using object::object; };

// Python cannot make these.
struct TwoBases : object<TwoBases, extends<First, Other>, slots<>> { using object::object; };
struct TwoWithDict : object<TwoWithDict, extends<Shape, First>, slots<>> { using object::object; };
// clang-format on

template <class...>
struct classes {};
/// Of which there are no objects in the scripts.
using looked_at_classes = classes<Documented, Redocumented, LateWeak, Mixin, Other, J, K, GE, GE2, HE, GDict, GWeak>;
using all_classes =
    classes<Point, Empty, Single, Bag, Words, Aliased, Shape, Circle, Free, Plain, OnPlain, Watched, Grand, Both, First,
            Second, Third, Same, Loose, Under, LateDict, BeforeMixin, BehindMixin, OnlyWeak, WeakDict, Account, Sample,
            Settings, Pixel, Marked, G, H, G0, Noisy, Noisier, TwoBases, TwoWithDict, Documented, Redocumented,
            LateWeak, Mixin, Other, J, K, GE, GE2, HE, GDict, GWeak>;
/// Whose objects are copied, assigned, compared, asked with a default, and sources of values.
using whole_classes = classes<Point, Bag, Shape, Circle, Free, Plain, Third, Watched, Both, Sample, Settings, Pixel>;
/// Of which a builder makes objects, as they need values, or have slots that only a constructor writes.
using built_classes = classes<Account, Sample, Settings, Pixel, Marked>;
/// Whose descriptors are used.
using described_classes = classes<Point, First, Second, Third, Documented, Redocumented, Account, Shape>;
/// Whose layouts are compared with each other.
using alike_classes = classes<G, H, J, K, G0, GE, GE2, HE, GDict, GWeak>;
/// Whose objects become such of another class.
using converted_classes = classes<G, H, G0>;
/// As which objects of derived classes are seen.
using seen_classes = classes<First, Shape, Watched, Loose>;
/// Of which there is the state.
using kept_classes = classes<Third, Circle, Both, Pixel>;
/// Of which there is the text.
using shown_classes = classes<Sample, Settings, Pixel, Marked>;

}  // namespace conformance
