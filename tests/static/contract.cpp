// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The promises that a user builds on: sizes, offsets, what is trivial, what is noexcept, what is constexpr. All of it
// is proved by compiling this file.
#include "static/layout_proof.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using namespace slotted::literals;
namespace sl = slotted;
using layout_proof::is_sound;

// ---- Sizes ----------------------------------------------------------------------------------------------------------

struct mixed_struct {
  int number;
  double real;
  char letter;
  std::int64_t stamp;
  bool flag;
};
struct MixedSlots : sl::slots<sl::slot<"number", int>, sl::slot<"real", double>, sl::slot<"letter", char>,
                              sl::slot<"stamp", std::int64_t>, sl::slot<"flag", bool>> {};
struct Mixed : sl::object<Mixed, MixedSlots> {
  using object::object;
};
static_assert(alignof(double) != 8 || (sizeof(mixed_struct) == 40 && sizeof(Mixed) == 24));
static_assert(alignof(Mixed) == alignof(mixed_struct) && is_sound<Mixed>());

struct event_struct {
  std::int64_t ts;
  std::string kind;
  double value;
};
struct EventFields
    : sl::object<EventFields,
                 sl::slots<sl::field<"ts", std::int64_t>, sl::field<"kind", std::string>, sl::field<"value", double>>> {
  using object::object;
};
struct Event
    : sl::object<Event,
                 sl::slots<sl::slot<"ts", std::int64_t>, sl::slot<"kind", std::string>, sl::slot<"value", double>>> {
  using object::object;
};
static_assert(sizeof(EventFields) == sizeof(event_struct) && alignof(EventFields) == alignof(event_struct));
static_assert(sizeof(Event) == sizeof(event_struct) + alignof(event_struct) && alignof(Event) == alignof(event_struct));
static_assert(sl::descriptor<EventFields, "kind">.offset == offsetof(event_struct, kind));
static_assert(is_sound<EventFields>() && is_sound<Event>());
#if defined(__GLIBCXX__) && defined(__LP64__) && _GLIBCXX_USE_CXX11_ABI
static_assert(sizeof(EventFields) == 48 && sizeof(Event) == 56);
#endif

struct Eight : sl::object<Eight, sl::slots<sl::slot<"a", double>, sl::slot<"b", double>, sl::slot<"c", double>,
                                           sl::slot<"d", double>, sl::slot<"e", double>, sl::slot<"f", double>,
                                           sl::slot<"g", double>, sl::slot<"h", double>>> {
  using object::object;
};
struct EightFields
    : sl::object<EightFields, sl::slots<sl::field<"a", double>, sl::field<"b", double>, sl::field<"c", double>,
                                        sl::field<"d", double>, sl::field<"e", double>, sl::field<"f", double>,
                                        sl::field<"g", double>, sl::field<"h", double>>> {
  using object::object;
};
static_assert(sizeof(Eight) == 8 * sizeof(double) + alignof(double) && sizeof(EightFields) == 8 * sizeof(double));
static_assert(is_sound<Eight>() && is_sound<EightFields>());

enum class color : std::uint8_t { red, green };
struct Small
    : sl::object<Small,
                 sl::slots<sl::slot<"stamp", std::int64_t>, sl::slot<"color", color>, sl::slot<"value", double>>> {
  using object::object;
};
static_assert(sizeof(Small) == 2 * sizeof(std::int64_t) + alignof(std::int64_t));  // the bits lie behind the color
static_assert(is_sound<Small>());

struct OneByte : sl::object<OneByte, sl::slots<sl::field<"only", char>>> {
  using object::object;
};
struct OneByteOrNone : sl::object<OneByteOrNone, sl::slots<sl::slot<"only", char>>> {
  using object::object;
};
static_assert(sizeof(OneByte) == 1 && sizeof(OneByteOrNone) == 2);

// Eight slots share one presence byte; the ninth needs a second one.
struct EightBytes
    : sl::object<EightBytes,
                 sl::slots<sl::slot<"a", char>, sl::slot<"b", char>, sl::slot<"c", char>, sl::slot<"d", char>,
                           sl::slot<"e", char>, sl::slot<"f", char>, sl::slot<"g", char>, sl::slot<"h", char>>> {
  using object::object;
};
struct NineBytes : sl::object<NineBytes, sl::slots<sl::slot<"a", char>, sl::slot<"b", char>, sl::slot<"c", char>,
                                                   sl::slot<"d", char>, sl::slot<"e", char>, sl::slot<"f", char>,
                                                   sl::slot<"g", char>, sl::slot<"h", char>, sl::slot<"i", char>>> {
  using object::object;
};
static_assert(sizeof(EightBytes) == 9 && sizeof(NineBytes) == 11);
static_assert(is_sound<EightBytes>() && is_sound<NineBytes>());

struct Wide : sl::object<Wide, sl::slots<sl::slot<"flag", bool>, sl::slot<"line", char[64]>>> {
  using object::object;
};
struct alignas(64) cache_line {
  char bytes[64];
};
struct OverAligned : sl::object<OverAligned, sl::slots<sl::slot<"flag", bool>, sl::slot<"line", cache_line>>> {
  using object::object;
};
static_assert(sizeof(Wide) == 66 && sizeof(OverAligned) == 128 && alignof(OverAligned) == 64);
static_assert(is_sound<Wide>() && is_sound<OverAligned>());

// ---- Nothing declared, nothing added --------------------------------------------------------------------------------

struct Empty : sl::object<Empty, sl::slots<>> {
  using object::object;
};
static_assert(std::is_empty_v<Empty> && sizeof(Empty) == 1 && alignof(Empty) == 1 && sl::slot_count<Empty> == 0);
static_assert(sl::layout_of<Empty>.size == 1 && sl::layout_of<Empty>.data_size == 0);
static_assert(std::is_trivially_copyable_v<Empty> && std::is_trivially_destructible_v<Empty>);

struct Text : sl::object<Text, sl::extends<std::string>, sl::slots<>> {
  using object::object;
};
static_assert(sizeof(Text) == sizeof(std::string) && alignof(Text) == alignof(std::string));
struct MarkedText : sl::object<MarkedText, sl::extends<std::string>, sl::slots<sl::slot<"mark", char>>> {
  using object::object;
};
static_assert(sizeof(MarkedText) == sizeof(std::string) + alignof(std::string));
static_assert(sl::descriptor<MarkedText, "mark">.offset >=
              sizeof(std::string));  // a standard-layout base keeps its tail

struct Nothing : sl::object<Nothing, sl::extends<Empty>, sl::slots<>> {
  using object::object;
};
static_assert(std::is_empty_v<Nothing>);

struct SameAsEvent : sl::object<SameAsEvent, sl::extends<Event>, sl::slots<>> {
  using object::object;
};
static_assert(sizeof(SameAsEvent) == sizeof(Event) &&
              sl::layout_of<SameAsEvent>.data_size == sl::layout_of<Event>.data_size);

struct Comparable {};
template <class Self>
struct Printable {
  void print() const {}
};
struct Plain : sl::object<Plain, sl::slots<sl::field<"x", double>, sl::slot<"tag", char>>> {
  using object::object;
};
struct Mixins : sl::object<Mixins, sl::extends<Comparable, Plain, Printable<Mixins>>, sl::slots<>> {
  using object::object;
};
struct MixinsOnly : sl::object<MixinsOnly, sl::extends<Comparable, Printable<MixinsOnly>>,
                               sl::slots<sl::field<"x", double>, sl::slot<"tag", char>>> {
  using object::object;
};
struct MixedIn : Comparable,
                 sl::object<MixedIn, sl::slots<sl::field<"x", double>, sl::slot<"tag", char>>>,
                 Printable<MixedIn> {
  using object::object;
};
static_assert(sizeof(Mixins) == sizeof(Plain) && sizeof(MixinsOnly) == sizeof(Plain) &&
              sizeof(MixedIn) == sizeof(Plain));
static_assert(sl::descriptor<Mixins, "x">.offset == 0 && sl::descriptor<MixinsOnly, "x">.offset == 0);
static_assert(is_sound<Mixins>() && is_sound<MixinsOnly>() && is_sound<MixedIn>());

// A base of the same type as a slot: two objects of one type have two addresses, as in a struct.
struct tag {};
struct tag_in_struct : tag {
  tag own;
};
struct TagInBase : sl::object<TagInBase, sl::extends<tag>, sl::slots<sl::field<"own", tag>>> {
  using object::object;
};
static_assert(sizeof(TagInBase) == sizeof(tag_in_struct) && layout_proof::has_sound_members<TagInBase>());
static_assert(SLOTTED_TEST_LAY_OUT_AT_RUN_TIME || !layout_proof::is_computed<TagInBase>());  // as numbers do not tell
static_assert(sizeof(TagInBase) == 2 && sl::descriptor<TagInBase, "own">.offset == 1);

// ---- Declared order is the struct -----------------------------------------------------------------------------------

struct packet {
  std::uint8_t version;
  std::uint32_t length;
  std::uint16_t port;
  double weight;
  char code[3];
  void* next;
};
struct Packet : sl::object<Packet, sl::declared_order,
                           sl::slots<sl::field<"version", std::uint8_t>, sl::field<"length", std::uint32_t>,
                                     sl::field<"port", std::uint16_t>, sl::field<"weight", double>,
                                     sl::field<"code", char[3]>, sl::field<"next", void*>>> {
  using object::object;
};
static_assert(sizeof(Packet) == sizeof(packet) && alignof(Packet) == alignof(packet));
static_assert(sl::descriptor<Packet, "version">.offset == offsetof(packet, version));
static_assert(sl::descriptor<Packet, "length">.offset == offsetof(packet, length));
static_assert(sl::descriptor<Packet, "port">.offset == offsetof(packet, port));
static_assert(sl::descriptor<Packet, "weight">.offset == offsetof(packet, weight));
static_assert(sl::descriptor<Packet, "code">.offset == offsetof(packet, code));
static_assert(sl::descriptor<Packet, "next">.offset == offsetof(packet, next));

struct SmallPacket
    : sl::object<SmallPacket, sl::slots<sl::field<"version", std::uint8_t>, sl::field<"length", std::uint32_t>,
                                        sl::field<"port", std::uint16_t>, sl::field<"weight", double>,
                                        sl::field<"code", char[3]>, sl::field<"next", void*>>> {
  using object::object;
};
static_assert(sizeof(SmallPacket) < sizeof(Packet) && is_sound<SmallPacket>() && is_sound<Packet>());

// Where declared order is as small as any, it is the order in memory.
struct Ordered
    : sl::object<Ordered, sl::slots<sl::field<"flag", bool>, sl::field<"number", int>, sl::field<"real", double>>> {
  using object::object;
};
static_assert(sl::descriptor<Ordered, "flag">.offset == 0 && sl::descriptor<Ordered, "number">.offset == 4);
static_assert(sl::descriptor<Ordered, "real">.offset == 8);
static_assert(sl::layout_of<Ordered>.memory_order[0].name == "flag" &&
              sl::layout_of<Ordered>.memory_order[2].name == "real");

// ---- Behind a base --------------------------------------------------------------------------------------------------

struct Base : sl::object<Base, sl::slots<sl::field<"x", double>, sl::field<"tag", char>>> {
  using object::object;
};
struct InTail : sl::object<InTail, sl::extends<Base>, sl::slots<sl::field<"more", char>, sl::field<"even", short>>> {
  using object::object;
};
static_assert(sl::layout_of<Base>.size == sizeof(double) + alignof(double) &&
              sl::layout_of<Base>.data_size == sizeof(double) + 1);
static_assert(sizeof(InTail) == sizeof(Base) && sl::descriptor<InTail, "more">.offset == sizeof(double) + 1);
static_assert(sl::descriptor<InTail, "even">.offset == sizeof(double) + 2 && is_sound<InTail>());

struct SlotInTail : sl::object<SlotInTail, sl::extends<Base>, sl::slots<sl::slot<"more", int>>> {
  using object::object;
};
static_assert(sizeof(SlotInTail) == 16 && is_sound<SlotInTail>());

// A slot of the base in the tail of which a slot of the derived class lies: the two share no byte.
struct PlainTail : sl::object<PlainTail, sl::extends<Plain>, sl::slots<sl::slot<"more", int>>> {
  using object::object;
};
static_assert(sizeof(PlainTail) == 2 * sizeof(double) && is_sound<PlainTail>());

// The tail of a class that is not slotted belongs to the derived class where the ABI says so.
struct guarded {
  guarded() : value(0), mark(0) {}
  double value;
  char mark;
};
struct guarded_and_more : guarded {
  char more;
};
struct simple {
  double value;
  char mark;
};
struct simple_and_more : simple {
  char more;
};
struct BehindGuarded : sl::object<BehindGuarded, sl::extends<guarded>, sl::slots<sl::field<"more", char>>> {
  using object::object;
};
struct BehindSimple : sl::object<BehindSimple, sl::extends<simple>, sl::slots<sl::field<"more", char>>> {
  using object::object;
};
static_assert(sizeof(BehindGuarded) == sizeof(guarded_and_more) && sizeof(BehindSimple) == sizeof(simple_and_more));
static_assert(sl::descriptor<BehindGuarded, "more">.offset == 9 &&
              sl::descriptor<BehindSimple, "more">.offset == sizeof(simple));

// A nested struct keeps its own tail, as it does in a struct.
struct Nested : sl::object<Nested, sl::slots<sl::slot<"inner", guarded>, sl::slot<"flag", bool>>> {
  using object::object;
};
static_assert(sizeof(Nested) == sizeof(guarded) + alignof(guarded) && is_sound<Nested>());

struct Virtual : sl::object<Virtual, sl::slots<sl::field<"x", double, sl::defaults_to<0>>, sl::slot<"tag", char>>> {
  using object::object;
  virtual ~Virtual() = default;
};
struct virtual_struct {
  virtual ~virtual_struct() = default;
  double x;
  char tag, presence;
};
static_assert(sizeof(Virtual) == sizeof(virtual_struct) && sl::descriptor<Virtual, "x">.offset == sizeof(void*));
static_assert(is_sound<Virtual>());

struct Left : sl::object<Left, sl::slots<sl::field<"left", double>, sl::slot<"l", char>>> {
  using object::object;
};
struct Right : sl::object<Right, sl::slots<sl::field<"right", double>, sl::slot<"r", char>>> {
  using object::object;
};
struct Both : sl::object<Both, sl::extends<Left, Right>, sl::slots<sl::slot<"own", char>>> {
  using object::object;
};
static_assert(sizeof(Both) == sizeof(Left) + sizeof(Right) && is_sound<Both>());
static_assert(sl::descriptor<Both, "right">.offset == sizeof(Left) + sl::descriptor<Right, "right">.offset);
struct VirtualBoth : sl::object<VirtualBoth, sl::extends<Left, Right>, sl::slots<sl::slot<"own", char>>> {
  using object::object;
  virtual void speak() {}
};
static_assert(sizeof(VirtualBoth) == sizeof(void*) + sizeof(Both) && is_sound<VirtualBoth>());
static_assert(sl::descriptor<VirtualBoth, "own">.offset == sizeof(void*) + sl::descriptor<Both, "own">.offset);

struct PlainMember : sl::object<PlainMember, sl::slots<sl::field<"x", double, sl::defaults_to<0>>>> {
  using object::object;
  char own = 0;
};
static_assert(sl::is_exact<Base> && sl::is_exact<Virtual> && sl::is_exact<Both> && !sl::is_exact<PlainMember>);
struct InTailByHand : sl::object<InTailByHand, sl::extends<Base>, sl::slots<>> {
  using object::object;
  char own = 0;  // lies in the tail: the size does not tell
};
static_assert(sizeof(InTailByHand) == sizeof(Base) && !sl::is_exact<InTailByHand>);

// ---- Trivial where the slots are ------------------------------------------------------------------------------------

template <class C>
constexpr bool is_plain_data = std::is_trivially_copyable_v<C> && std::is_trivially_destructible_v<C> &&
                               std::is_trivially_copy_constructible_v<C> && std::is_trivially_move_constructible_v<C> &&
                               std::is_trivially_copy_assignable_v<C> && std::is_trivially_move_assignable_v<C>;

static_assert(is_plain_data<Mixed> && is_plain_data<Eight> && is_plain_data<EightFields> && is_plain_data<Packet>);
static_assert(is_plain_data<Base> && is_plain_data<InTail> && is_plain_data<SlotInTail> && is_plain_data<Wide>);
static_assert(is_plain_data<OverAligned> && is_plain_data<Mixins> && is_plain_data<Both> && is_plain_data<Empty>);
static_assert(!std::is_trivially_copyable_v<Event> && !std::is_trivially_destructible_v<Event>);
static_assert(!std::is_trivially_copyable_v<EventFields> && !std::is_trivially_copyable_v<Text>);

// One slot that is not trivial makes the class so, and no more than it must.
struct copied_by_hand {
  copied_by_hand() = default;
  constexpr copied_by_hand(const copied_by_hand&) noexcept {}
  constexpr copied_by_hand& operator=(const copied_by_hand&) noexcept { return *this; }
};
struct OneByHand : sl::object<OneByHand, sl::slots<sl::slot<"hand", copied_by_hand>, sl::slot<"x", double>>> {
  using object::object;
};
static_assert(!std::is_trivially_copyable_v<OneByHand> && std::is_trivially_destructible_v<OneByHand>);
static_assert(std::is_nothrow_copy_constructible_v<OneByHand> && std::is_nothrow_copy_assignable_v<OneByHand>);

// ---- Special members and noexcept -----------------------------------------------------------------------------------

template <class C, class Same>
constexpr bool moves_as =
    std::is_copy_constructible_v<C> == std::is_copy_constructible_v<Same> &&
    std::is_move_constructible_v<C> == std::is_move_constructible_v<Same> &&
    std::is_copy_assignable_v<C> == std::is_copy_assignable_v<Same> &&
    std::is_move_assignable_v<C> == std::is_move_assignable_v<Same> &&
    std::is_nothrow_copy_constructible_v<C> == std::is_nothrow_copy_constructible_v<Same> &&
    std::is_nothrow_move_constructible_v<C> == std::is_nothrow_move_constructible_v<Same> &&
    std::is_nothrow_copy_assignable_v<C> == std::is_nothrow_copy_assignable_v<Same> &&
    std::is_nothrow_move_assignable_v<C> == std::is_nothrow_move_assignable_v<Same> &&
    std::is_nothrow_destructible_v<C> && std::is_nothrow_swappable_v<C> == std::is_nothrow_swappable_v<Same>;

template <class T>
struct one {
  T value;
};
template <class T>
struct OneField : sl::object<OneField<T>, sl::slots<sl::field<"value", T>>> {
  using OneField::object::object;
};
template <class T>
struct OneSlot : sl::object<OneSlot<T>, sl::slots<sl::slot<"value", T>>> {
  using OneSlot::object::object;
};

struct move_may_throw {
  move_may_throw() = default;
  move_may_throw(move_may_throw&&) {}            // NOLINT(performance-noexcept-move-constructor)
  move_may_throw& operator=(move_may_throw&&) {  // NOLINT(performance-noexcept-move-constructor)
    return *this;
  }
};
struct assigned_never {
  int value;
  assigned_never(const assigned_never&) = default;
  assigned_never& operator=(const assigned_never&) = delete;
};
struct pinned {
  pinned() = default;
  pinned(const pinned&) = delete;
  pinned& operator=(const pinned&) = delete;
};

template <class T>
constexpr bool keeps_special_members =
    moves_as<OneField<T>, one<T>> && moves_as<OneSlot<T>, one<T>> &&
    std::is_trivially_copyable_v<OneField<T>> == std::is_trivially_copyable_v<one<T>> &&
    std::is_trivially_copyable_v<OneSlot<T>> == std::is_trivially_copyable_v<one<T>>;
static_assert(keeps_special_members<int> && keeps_special_members<double> && keeps_special_members<std::string>);
static_assert(keeps_special_members<std::vector<int>> && keeps_special_members<std::unique_ptr<int>>);
static_assert(keeps_special_members<move_may_throw> && keeps_special_members<assigned_never> &&
              keeps_special_members<pinned>);
static_assert(keeps_special_members<const int> && keeps_special_members<char[3]> && keeps_special_members<color>);
static_assert(!std::is_copy_constructible_v<OneSlot<std::unique_ptr<int>>> &&
              std::is_nothrow_move_constructible_v<OneSlot<std::unique_ptr<int>>>);
static_assert(!std::is_move_constructible_v<OneSlot<pinned>> && std::is_default_constructible_v<OneSlot<pinned>>);

// A class can be made without a value for each slot, and only then.
static_assert(std::is_nothrow_default_constructible_v<Mixed> && std::is_nothrow_default_constructible_v<Event>);
static_assert(!std::is_default_constructible_v<EventFields> && !std::is_default_constructible_v<Packet>);
static_assert(std::is_nothrow_default_constructible_v<Virtual> && std::is_nothrow_default_constructible_v<Empty>);
static_assert(!std::is_default_constructible_v<OneField<int>> && std::is_nothrow_default_constructible_v<OneSlot<int>>);

static_assert(noexcept(hasattr(std::declval<const Event&>(), "kind"_slot)));
static_assert(noexcept(hasattr(std::declval<const Event&>(), std::declval<const std::string_view&>())));
static_assert(noexcept(hasattr(std::declval<const Event&>(), "kind")));
static_assert(noexcept(find_attr(std::declval<Event&>(), "kind"_slot)));
static_assert(noexcept(sl::find_attr<std::string>(std::declval<Event&>(), std::declval<const std::string_view&>())));
static_assert(noexcept(std::declval<Event&>()["kind"_slot].unchecked()));
static_assert(noexcept(std::declval<Event&>()["kind"_slot].has_value()));
static_assert(noexcept(std::declval<EventFields&>()["kind"_slot]));
static_assert(!noexcept(getattr(std::declval<Event&>(), "kind"_slot)));

static_assert(std::is_same_v<decltype(std::declval<EventFields&>()["kind"_slot]), std::string&>);
static_assert(std::is_same_v<decltype(std::declval<const EventFields&>()["kind"_slot]), const std::string&>);
static_assert(std::is_same_v<decltype(getattr(std::declval<Event&>(), "kind"_slot)), std::string&>);
static_assert(std::is_same_v<decltype(getattr(std::declval<const Event&>(), "kind"_slot)), const std::string&>);

// What describes a class costs nothing to carry around.
static_assert(std::is_empty_v<std::remove_const_t<decltype(sl::descriptor<Event, "kind">)>>);
static_assert(std::is_empty_v<decltype("kind"_slot)>);
static_assert(std::is_trivially_copyable_v<sl::member>);

// ---- A struct that is adopted ---------------------------------------------------------------------------------------

struct pixel {
  std::uint8_t red, green, blue;
  std::uint8_t alpha = 255;
  float depth = 0;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<pixel>>> {
  using object::object;
};
static_assert(sizeof(Pixel) == sizeof(pixel) && alignof(Pixel) == alignof(pixel) && sizeof(pixel) == 8);
static_assert(sl::descriptor<Pixel, "alpha">.offset == offsetof(pixel, alpha));
static_assert(sl::descriptor<Pixel, "depth">.offset == offsetof(pixel, depth));
static_assert(sl::slot_count<Pixel> == 5 && is_sound<Pixel>() && sl::is_exact<Pixel>);
static_assert(is_plain_data<Pixel> && std::is_nothrow_default_constructible_v<Pixel> && !std::is_empty_v<Pixel>);
static_assert(std::is_convertible_v<Pixel&, pixel&> && std::is_convertible_v<const pixel&, Pixel>);
static_assert(std::is_standard_layout_v<Pixel> && std::is_base_of_v<pixel, Pixel>);

// A slot beside it costs what members beside it would.
struct NotedPixel : sl::object<NotedPixel, sl::slots<sl::slot<"note", char>, sl::fields_of<pixel>>> {
  using object::object;
};
static_assert(sizeof(NotedPixel) == sizeof(pixel) + alignof(pixel) && is_plain_data<NotedPixel>);
static_assert(is_sound<NotedPixel>());

struct AdoptedPacket : sl::object<AdoptedPacket, sl::slots<sl::fields_of<packet>>> {
  using object::object;
};
static_assert(sizeof(AdoptedPacket) == sizeof(packet) && is_plain_data<AdoptedPacket>);
static_assert(layout_proof::has_offsets<AdoptedPacket>({offsetof(packet, version), offsetof(packet, length),
                                                        offsetof(packet, port), offsetof(packet, weight),
                                                        offsetof(packet, code), offsetof(packet, next)}));
struct AdoptedEvent : sl::object<AdoptedEvent, sl::slots<sl::fields_of<event_struct>>> {
  using object::object;
};
static_assert(sizeof(AdoptedEvent) == sizeof(EventFields) && !std::is_trivially_copyable_v<AdoptedEvent>);
static_assert(std::is_nothrow_move_constructible_v<AdoptedEvent> && std::is_nothrow_move_assignable_v<AdoptedEvent>);

// Whatever the struct's end looks like, no slot lies in it: all compilers agree, as they do not for a base.
template <class A>
struct Marked : sl::object<Marked<A>, sl::slots<sl::fields_of<A>, sl::field<"last", char>>> {
  using Marked::object::object;
};
struct initialised {
  double value = 1;
  char mark = 'm';
};
static_assert(sl::descriptor<Marked<simple>, "last">.offset == sizeof(simple));
static_assert(sl::descriptor<Marked<initialised>, "last">.offset == sizeof(initialised));
static_assert(sizeof(Marked<initialised>) == sizeof(initialised) + alignof(initialised));
class guarded_values {
 public:
  guarded_values() = default;
  double value = 1;
  char mark = 'm';
};
struct MarkedByHand
    : sl::object<MarkedByHand,
                 sl::slots<sl::fields_of<guarded_values, &guarded_values::mark>, sl::field<"last", char>>> {
  using object::object;
};
static_assert(sl::descriptor<MarkedByHand, "mark">.offset == offsetof(guarded_values, mark));
static_assert(sl::descriptor<MarkedByHand, "last">.offset == sizeof(guarded_values));

// Members that hold nothing, and bases that do.
struct holds_empty : tag {
  Empty first;
  Empty second;
};
struct HoldsEmpty : sl::object<HoldsEmpty, sl::slots<sl::fields_of<holds_empty>>> {
  using object::object;
};
static_assert(sizeof(HoldsEmpty) == sizeof(holds_empty) && sl::slot_count<HoldsEmpty> == 2);
static_assert(is_plain_data<HoldsEmpty> && is_sound<HoldsEmpty>());

template <class T>
struct OneMember : sl::object<OneMember<T>, sl::slots<sl::fields_of<one<T>>>> {
  using OneMember::object::object;
};
template <class T>
constexpr bool keeps_special_members_of_struct =
    moves_as<OneMember<T>, one<T>> &&
    std::is_trivially_copyable_v<OneMember<T>> == std::is_trivially_copyable_v<one<T>>;
static_assert(keeps_special_members_of_struct<int> && keeps_special_members_of_struct<std::string>);
static_assert(keeps_special_members_of_struct<std::vector<int>> &&
              keeps_special_members_of_struct<std::unique_ptr<int>> && keeps_special_members_of_struct<move_may_throw>);
static_assert(keeps_special_members_of_struct<assigned_never> && keeps_special_members_of_struct<pinned> &&
              keeps_special_members_of_struct<const int> && keeps_special_members_of_struct<char[3]>);

static_assert(std::is_same_v<decltype(std::declval<Pixel&>()["red"_slot]), std::uint8_t&>);
static_assert(std::is_same_v<decltype(std::declval<const Pixel&>()["red"_slot]), const std::uint8_t&>);
static_assert(noexcept(std::declval<Pixel&>()["red"_slot]) && noexcept(hasattr(std::declval<Pixel&>(), "red")));

constexpr Pixel orange{255, 165};
static_assert(orange.green == 165 && orange["blue"_slot] == 0 && getattr(orange, "alpha"_slot) == 255);
static_assert(&orange.green == &orange["green"_slot] && *sl::find_attr<std::uint8_t>(orange, "red") == 255);
template <Pixel Value>
struct constant_of_pixel {
  static constexpr int green = Value.green;
};
static_assert(constant_of_pixel<orange>::green == 165 && constant_of_pixel<Pixel{pixel{1, 2, 3}}>::green == 2);

// ---- Constants ------------------------------------------------------------------------------------------------------

constexpr EightFields eight{1., 2., 3., 4., 5., 6., 7., 8.};
static_assert(eight["a"_slot] == 1. && getattr(eight, "h"_slot) == 8.);

constexpr Mixed mixed = [] {
  Mixed made{"stamp"_slot = std::int64_t{7}, "number"_slot = 1};
  made["letter"_slot] = 'x';
  setattr(made, "number", 2);
  delattr(made, "letter"_slot);
  Mixed copy = made;
  copy["flag"_slot] = true;
  made = copy;
  return made;
}();
static_assert(getattr(mixed, "number"_slot) == 2 && getattr(mixed, "stamp"_slot) == 7 && *mixed["flag"_slot]);
static_assert(!hasattr(mixed, "letter"_slot) && !hasattr(mixed, "real") && getattr(mixed, "real"_slot, 0.5) == 0.5);
static_assert(*sl::find_attr<int>(mixed, "number") == 2 && sl::find_attr<int>(mixed, "nothing") == nullptr);

// A class of fields is a template argument, as a struct is.
template <EightFields Value>
struct constant_of_class {
  static constexpr double last = Value["h"_slot];
};
static_assert(constant_of_class<eight>::last == 8.);
static_assert(
    !std::is_same_v<constant_of_class<eight>, constant_of_class<EightFields{0., 2., 3., 4., 5., 6., 7., 8.}>>);

// ---- The proofs can fail --------------------------------------------------------------------------------------------

using one_member = std::array<sl::member, 1>;
using two_members = std::array<sl::member, 2>;
constexpr sl::member value_at(std::size_t offset, std::uint8_t mask = 0, std::size_t presence = 0) {
  const std::uint8_t flags = mask == 0 ? sl::member::is_field : 0;
  return {"", "", sl::value_kind::i32, "int", offset, 4, 4, flags, mask, presence, sl::value_kind::i32, 1};
}
static_assert(!layout_proof::is_aligned(one_member{value_at(2)}) && layout_proof::is_aligned(one_member{value_at(4)}));
static_assert(!layout_proof::is_inside(one_member{value_at(4)}, 7) &&
              layout_proof::is_inside(one_member{value_at(4)}, 8));
static_assert(!layout_proof::is_inside(one_member{value_at(0, 1, 8)}, 8));
static_assert(!layout_proof::is_free_of_overlap(two_members{value_at(0), value_at(3)}));
static_assert(!layout_proof::is_free_of_overlap(two_members{value_at(3), value_at(0)}));
static_assert(layout_proof::is_free_of_overlap(two_members{value_at(0), value_at(4)}));
static_assert(!layout_proof::is_free_of_overlap(one_member{value_at(0, 1, 3)}));
static_assert(!layout_proof::is_free_of_overlap(two_members{value_at(0, 1, 8), value_at(4, 1, 8)}));
static_assert(!layout_proof::is_free_of_overlap(two_members{value_at(0, 1, 5), value_at(4)}));
static_assert(layout_proof::is_free_of_overlap(two_members{value_at(0, 1, 8), value_at(4, 2, 8)}));
static_assert(!layout_proof::has_one_bit_each(one_member{value_at(0, 3, 4)}));
static_assert(!layout_proof::has_offsets<Base>({0, 9}) && !layout_proof::has_offsets<Base>({0}));
static_assert(layout_proof::has_offsets<Base>({0, 8}));
static_assert(!layout_proof::has_presence_at<OneByteOrNone>(1, 0) &&
              layout_proof::has_presence_at<OneByteOrNone>(1, 1));

}  // namespace
