#include <slotted/features.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::has_feature;
using sl::detail::mentions;
using sl::detail::obstacle;

namespace unit_features {

struct opaque {};  // neither ==, < nor std::hash

// What stands in the way, in this order: turned off, plain members, a slot, a base.

template <class Type, class... Parts>
struct Of : sl::object<Of<Type, Parts...>, sl::slots<sl::field<"first", int>, sl::slot<"second", Type>>, Parts...> {
  using Of::object::object;
};
template <class Type, class... Parts>
struct Plain
    : sl::object<Plain<Type, Parts...>, sl::slots<sl::field<"first", int>, sl::slot<"second", Type>>, Parts...> {
  using Plain::object::object;
  long plain = 0;
};
template <class Base, class... Parts>
struct Sub : sl::object<Sub<Base, Parts...>, sl::extends<Base>, sl::slots<sl::slot<"third", opaque>>, Parts...> {
  using Sub::object::object;
};
template <class Base, class... Parts>
struct CleanSub : sl::object<CleanSub<Base, Parts...>, sl::extends<Base>, sl::slots<sl::slot<"third", int>>, Parts...> {
  using CleanSub::object::object;
};

TEST_CASE("an obstacle says what stands in the way of a feature", "[features]") {
  STATIC_REQUIRE(std::is_void_v<obstacle<Of<int>, sl::equality>>);
  STATIC_REQUIRE(std::is_same_v<obstacle<Of<int, sl::without<sl::equality>>, sl::equality>,
                                sl::error::feature_is_turned_off<Of<int, sl::without<sl::equality>>, sl::equality>>);
  STATIC_REQUIRE(std::is_same_v<obstacle<Plain<int>, sl::ordering>,
                                sl::error::class_has_plain_members_write_with<Plain<int>, sl::ordering>>);
  STATIC_REQUIRE(std::is_same_v<obstacle<Of<opaque>, sl::hashing>,
                                sl::error::slot_type_does_not_allow<Of<opaque>, "second", opaque, sl::hashing>>);
  using Derived = CleanSub<Of<opaque>>;
  STATIC_REQUIRE(std::is_same_v<obstacle<Derived, sl::equality>,
                                sl::error::base_does_not_allow<Derived, Of<opaque>, sl::equality>>);
}

TEST_CASE("of several obstacles the first is named: off, plain members, slots, bases", "[features]") {
  using Off = Plain<opaque, sl::without<sl::equality>>;
  STATIC_REQUIRE(std::is_same_v<obstacle<Off, sl::equality>, sl::error::feature_is_turned_off<Off, sl::equality>>);
  STATIC_REQUIRE(std::is_same_v<obstacle<Plain<opaque>, sl::equality>,
                                sl::error::class_has_plain_members_write_with<Plain<opaque>, sl::equality>>);
  using Asked = Plain<opaque, sl::with<sl::equality>>;
  STATIC_REQUIRE(std::is_same_v<obstacle<Asked, sl::equality>,
                                sl::error::slot_type_does_not_allow<Asked, "second", opaque, sl::equality>>);
  using Both = Sub<Of<opaque>>;
  STATIC_REQUIRE(std::is_same_v<obstacle<Both, sl::equality>,
                                sl::error::slot_type_does_not_allow<Both, "third", opaque, sl::equality>>);
}

TEST_CASE("the first slot or base that does not allow it is named", "[features]") {
  struct Two : sl::object<Two, sl::slots<sl::field<"a", int>, sl::slot<"b", opaque[2][3]>, sl::slot<"c", opaque>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_same_v<obstacle<Two, sl::equality>,
                                sl::error::slot_type_does_not_allow<Two, "b", opaque[2][3], sl::equality>>);
  struct stray {
    int n = 0;
  };
  struct Bases : sl::object<Bases, sl::extends<std::string, stray, Two>, sl::slots<>> {
    using object::object;
  };
  STATIC_REQUIRE(
      std::is_same_v<obstacle<Bases, sl::equality>, sl::error::base_does_not_allow<Bases, stray, sl::equality>>);
}

TEST_CASE("only slotted classes have features, and const ones as the others", "[features]") {
  STATIC_REQUIRE_FALSE(has_feature<int, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<std::string, sl::hashing>);
  STATIC_REQUIRE(has_feature<Of<int>, sl::replacing>);
  STATIC_REQUIRE(has_feature<const Of<int>, sl::replacing>);
}

// Plain members.

struct Clean : sl::object<Clean, sl::slots<sl::field<"wide", std::int64_t>, sl::field<"flag", char>>> {
  using object::object;
};
struct WithMember : sl::object<WithMember, sl::slots<sl::field<"wide", std::int64_t>, sl::field<"flag", char>>> {
  using object::object;
  std::int64_t plain = 0;
};
struct InTail : sl::object<InTail, sl::slots<sl::field<"wide", std::int64_t>, sl::field<"flag", char>>> {
  using object::object;
  char plain = 0;  // in the padding
};
struct Virtual : sl::object<Virtual, sl::slots<sl::field<"wide", std::int64_t>, sl::field<"flag", char>>> {
  using object::object;
  virtual ~Virtual() = default;
  Virtual(const Virtual&) = default;
  Virtual& operator=(const Virtual&) = default;
};
struct VirtualWithMember
    : sl::object<VirtualWithMember, sl::slots<sl::field<"wide", std::int64_t>, sl::field<"flag", char>>> {
  using object::object;
  virtual ~VirtualWithMember() = default;
  char plain = 0;
};
struct Static : sl::object<Static, sl::slots<sl::field<"wide", std::int64_t>>> {
  using object::object;
  static constexpr int shared = 3;
  using nested = int;
  [[nodiscard]] int twice() const { return static_cast<int>(get("wide"_slot)) * 2; }
};
struct Final final : sl::object<Final, sl::slots<sl::field<"wide", std::int64_t>>> {
  using object::object;
};
struct FinalWithMember final : sl::object<FinalWithMember, sl::slots<sl::field<"wide", std::int64_t>>> {
  using object::object;
  char plain = 0;
};
struct Empty : sl::object<Empty, sl::slots<>> {
  using object::object;
};
struct OnlyPlain : sl::object<OnlyPlain, sl::slots<>> {
  using object::object;
  int plain = 0;
};

TEST_CASE("plain members are found, also in the tail padding; a vptr, statics and functions are none", "[features]") {
  STATIC_REQUIRE(sizeof(InTail) == sizeof(Clean));
  STATIC_REQUIRE(has_feature<Clean, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<WithMember, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<InTail, sl::equality>);
  STATIC_REQUIRE(has_feature<Virtual, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<VirtualWithMember, sl::equality>);
  STATIC_REQUIRE(has_feature<Static, sl::equality>);
  STATIC_REQUIRE(has_feature<Final, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<FinalWithMember, sl::equality>);
  STATIC_REQUIRE(has_feature<Empty, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<OnlyPlain, sl::equality>);
}

// Classes derived in plain C++.

struct AddsNothing : Clean {
  using Clean::Clean;
  [[nodiscard]] char flag() const { return get("flag"_slot); }
};
struct AddsNothingAgain : AddsNothing {
  using AddsNothing::AddsNothing;
};
struct AddsMember : Clean {
  using Clean::Clean;
  std::int64_t plain = 0;
};
struct AddsInTail : Clean {
  using Clean::Clean;
  char plain = 0;
};
struct AddsVirtual : Clean {
  using Clean::Clean;
  virtual ~AddsVirtual() = default;
};
struct FinalAddsNothing final : Clean {
  using Clean::Clean;
};
struct BehindMember : WithMember {
  using WithMember::WithMember;
};

TEST_CASE("a plain C++ subclass has what its class has if it adds nothing", "[features]") {
  STATIC_REQUIRE(sizeof(AddsInTail) == sizeof(Clean));
  STATIC_REQUIRE(has_feature<AddsNothing, sl::equality>);
  STATIC_REQUIRE(has_feature<AddsNothingAgain, sl::hashing>);
  STATIC_REQUIRE(has_feature<FinalAddsNothing, sl::equality>);
  STATIC_REQUIRE(std::is_same_v<obstacle<AddsMember, sl::equality>,
                                sl::error::class_has_plain_members_write_with<AddsMember, sl::equality>>);
  STATIC_REQUIRE(std::is_same_v<obstacle<AddsInTail, sl::replacing>,
                                sl::error::class_has_plain_members_write_with<AddsInTail, sl::replacing>>);
  STATIC_REQUIRE_FALSE(has_feature<AddsVirtual, sl::equality>);
  STATIC_REQUIRE(std::is_same_v<obstacle<BehindMember, sl::equality>,
                                sl::error::class_has_plain_members_write_with<WithMember, sl::equality>>);
}

TEST_CASE("the object<...> of a class has what its slots allow, whatever the class adds or turns off", "[features]") {
  using sl::detail::is_object_base;
  STATIC_REQUIRE(is_object_base<WithMember::object>);
  STATIC_REQUIRE_FALSE(is_object_base<WithMember>);
  STATIC_REQUIRE_FALSE(is_object_base<AddsMember>);
  STATIC_REQUIRE(has_feature<WithMember::object, sl::equality>);
  STATIC_REQUIRE(has_feature<InTail::object, sl::equality>);
  using Off = Of<int, sl::without<sl::equality>>;
  STATIC_REQUIRE(has_feature<Off::object, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<Of<opaque>::object, sl::equality>);
}

// Bases.

struct mixin {
  [[nodiscard]] static int answer() { return 42; }
};
struct comparable_base {
  int n = 0;
  friend bool operator==(const comparable_base&, const comparable_base&) = default;
};

TEST_CASE("empty bases are not asked, others are", "[features]") {
  STATIC_REQUIRE(has_feature<CleanSub<mixin>, sl::equality>);
  STATIC_REQUIRE(has_feature<CleanSub<mixin>, sl::ordering>);
  STATIC_REQUIRE(has_feature<CleanSub<mixin>, sl::hashing>);
  STATIC_REQUIRE(has_feature<CleanSub<std::string>, sl::ordering>);
  STATIC_REQUIRE(has_feature<CleanSub<std::string>, sl::hashing>);
  STATIC_REQUIRE(has_feature<CleanSub<comparable_base>, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<CleanSub<comparable_base>, sl::ordering>);
  STATIC_REQUIRE_FALSE(has_feature<CleanSub<comparable_base>, sl::hashing>);
  STATIC_REQUIRE(has_feature<CleanSub<comparable_base>, sl::replacing>);
  STATIC_REQUIRE(has_feature<CleanSub<Clean>, sl::equality>);
  STATIC_REQUIRE(has_feature<CleanSub<Empty>, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<CleanSub<WithMember>, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<CleanSub<AddsInTail>, sl::hashing>);
  STATIC_REQUIRE(has_feature<CleanSub<AddsNothing>, sl::ordering>);
  STATIC_REQUIRE(has_feature<CleanSub<Clean>, sl::replacing>);
  STATIC_REQUIRE_FALSE(has_feature<CleanSub<WithMember>, sl::replacing>);
  STATIC_REQUIRE_FALSE(has_feature<CleanSub<AddsInTail>, sl::replacing>);
}

TEST_CASE("a slotted base that is empty and turned off forbids, though there is nothing to see", "[features]") {
  struct Off : sl::object<Off, sl::slots<>, sl::without<sl::equality>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_empty_v<Off>);
  STATIC_REQUIRE_FALSE(has_feature<CleanSub<Off>, sl::equality>);
}

TEST_CASE("each feature asks the types of the slots on its own", "[features]") {
  struct only_equal {
    bool operator==(const only_equal&) const { return true; }
  };
  struct only_less {
    bool operator<(const only_less&) const { return false; }
  };
  STATIC_REQUIRE(has_feature<Of<only_equal>, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<Of<only_equal>, sl::ordering>);
  STATIC_REQUIRE_FALSE(has_feature<Of<only_equal>, sl::hashing>);
  STATIC_REQUIRE_FALSE(has_feature<Of<only_less>, sl::equality>);
  STATIC_REQUIRE(has_feature<Of<only_less>, sl::ordering>);
  STATIC_REQUIRE(has_feature<Of<opaque>, sl::replacing>);
  STATIC_REQUIRE(has_feature<Of<int[2][3]>, sl::equality>);
  STATIC_REQUIRE(has_feature<Of<int[2][3]>, sl::ordering>);
  STATIC_REQUIRE(has_feature<Of<int[2][3]>, sl::hashing>);
  STATIC_REQUIRE_FALSE(has_feature<Of<only_equal[2]>, sl::ordering>);
  STATIC_REQUIRE(has_feature<Of<std::vector<only_equal>>, sl::equality>);
  STATIC_REQUIRE_FALSE(has_feature<Of<std::vector<int>>, sl::hashing>);
  STATIC_REQUIRE(has_feature<Of<std::vector<bool>>, sl::hashing>);
}

// Types made from the class itself.

TEST_CASE("a type mentions the class where it is made from it, however deep", "[features]") {
  struct Self;
  STATIC_REQUIRE(mentions<Self, Self>);
  STATIC_REQUIRE(mentions<const Self, Self>);
  STATIC_REQUIRE(mentions<std::vector<Self>, Self>);
  STATIC_REQUIRE(mentions<const std::vector<Self>, Self>);
  STATIC_REQUIRE(mentions<std::optional<std::vector<Self>>, Self>);
  STATIC_REQUIRE(mentions<std::unique_ptr<Self>, Self>);
  STATIC_REQUIRE(mentions<std::vector<std::unique_ptr<const Self>>, Self>);
  STATIC_REQUIRE(mentions<std::map<std::string, Self>, Self>);
  STATIC_REQUIRE(mentions<std::array<Self, 3>, Self>);
  STATIC_REQUIRE(mentions<std::array<std::vector<Self>, 3>, Self>);
  STATIC_REQUIRE(mentions<std::variant<int, std::vector<Self>>, Self>);
  STATIC_REQUIRE_FALSE(mentions<int, Self>);
  STATIC_REQUIRE_FALSE(mentions<Self*, Self>);
  STATIC_REQUIRE_FALSE(mentions<std::vector<int>, Self>);
  STATIC_REQUIRE_FALSE(mentions<std::vector<Self*>, Self>);
  STATIC_REQUIRE_FALSE(mentions<std::array<int, 3>, Self>);
}

template <class T>
struct Node : sl::object<Node<T>, sl::slots<sl::field<"value", T>, sl::slot<"children", std::vector<Node<T>>>>> {
  using Node::object::object;
};

TEST_CASE("a class template that is an argument of itself is still only a class", "[features]") {
  STATIC_REQUIRE(mentions<Node<int>, Node<int>>);
  STATIC_REQUIRE(mentions<std::vector<Node<int>>, Node<int>>);
  STATIC_REQUIRE_FALSE(mentions<std::vector<Node<char>>, Node<int>>);
  STATIC_REQUIRE(has_feature<Node<int>, sl::equality>);
  STATIC_REQUIRE(has_feature<Node<int>, sl::ordering>);
  STATIC_REQUIRE_FALSE(has_feature<Node<int>, sl::hashing>);
  STATIC_REQUIRE_FALSE(has_feature<Node<opaque>, sl::equality>);
  STATIC_REQUIRE(std::is_same_v<obstacle<Node<opaque>, sl::equality>,
                                sl::error::slot_type_does_not_allow<Node<opaque>, "value", opaque, sl::equality>>);
}

TEST_CASE("a dict slot is asked last, and never has an order or a hash", "[features]") {
  struct Open : sl::object<Open, sl::slots<sl::field<"n", int>, sl::dict_slot<int>>> {
    using object::object;
  };
  struct OpenOfOpaque : sl::object<OpenOfOpaque, sl::slots<sl::field<"n", int>, sl::dict_slot<opaque>>> {
    using object::object;
  };
  struct Sub : sl::object<Sub, sl::extends<OpenOfOpaque>, sl::slots<>> {
    using object::object;
  };
  struct Both : sl::object<Both, sl::slots<sl::field<"n", opaque>, sl::dict_slot<opaque>>> {
    using object::object;
  };
  STATIC_REQUIRE(has_feature<Open, sl::equality>);
  STATIC_REQUIRE(has_feature<Open, sl::replacing>);
  STATIC_REQUIRE(has_feature<OpenOfOpaque, sl::replacing>);
  STATIC_REQUIRE(
      std::is_same_v<obstacle<Open, sl::ordering>, sl::error::dict_slot_does_not_allow<Open, int, sl::ordering>>);
  STATIC_REQUIRE(
      std::is_same_v<obstacle<Open, sl::hashing>, sl::error::dict_slot_does_not_allow<Open, int, sl::hashing>>);
  STATIC_REQUIRE(std::is_same_v<obstacle<OpenOfOpaque, sl::equality>,
                                sl::error::dict_slot_does_not_allow<OpenOfOpaque, opaque, sl::equality>>);
  STATIC_REQUIRE(
      std::is_same_v<obstacle<Sub, sl::equality>, sl::error::base_does_not_allow<Sub, OpenOfOpaque, sl::equality>>);
  STATIC_REQUIRE(std::is_same_v<obstacle<Both, sl::equality>,
                                sl::error::slot_type_does_not_allow<Both, "n", opaque, sl::equality>>);
}

}  // namespace unit_features
