#include <slotted/declaration.hpp>

#include <slotted/slotted.hpp>

#include <string>
#include <type_traits>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_declaration {

struct base {
  int n = 3;
};
using list = sl::slots<sl::field<"c", char, sl::defaults_to<'c'>>, sl::field<"d", double, sl::defaults_to<1>>,
                       sl::field<"e", char, sl::defaults_to<'e'>>>;

struct PolicyFirst : sl::object<PolicyFirst, sl::declared_order, list> {
  using object::object;
};
struct PolicyLast : sl::object<PolicyLast, list, sl::declared_order> {
  using object::object;
};
struct PolicyBetween : sl::object<PolicyBetween, sl::extends<>, sl::declared_order, list> {
  using object::object;
};
struct ListBeforeBases : sl::object<ListBeforeBases, list, sl::extends<base>> {
  using object::object;
};
struct Unordered : sl::object<Unordered, list> {
  using object::object;
};

TEMPLATE_TEST_CASE("the policy may stand anywhere after the class", "[declaration]", PolicyFirst, PolicyLast,
                   PolicyBetween) {
  STATIC_REQUIRE(sizeof(TestType) == sizeof(double) + 2 * alignof(double));
  STATIC_REQUIRE(sl::descriptor<TestType, "e">.offset == alignof(double) + sizeof(double));
  const TestType o;
  CHECK(o["c"_slot] == 'c');
  CHECK(o["d"_slot] == 1.0);
}

TEST_CASE("without the policy the smaller order is taken", "[declaration]") {
  STATIC_REQUIRE(sizeof(Unordered) == sizeof(double) + alignof(double));
}

TEST_CASE("bases and list may stand in either order", "[declaration]") {
  ListBeforeBases o;
  CHECK(o.n == 3);
  CHECK(getattr(o, "e") == 'e');
}

TEST_CASE("a declaration is read into bases, slots and policies", "[declaration]") {
  using declared = PolicyFirst::slotted_declaration;
  STATIC_REQUIRE(declared::count == 3);
  STATIC_REQUIRE(declared::keeps_order);
  STATIC_REQUIRE(declared::bases::size == 0);
  STATIC_REQUIRE_FALSE(Unordered::slotted_declaration::keeps_order);
  STATIC_REQUIRE(ListBeforeBases::slotted_declaration::bases::size == 1);
}

struct Sub : Unordered {
  using Unordered::Unordered;
  int more = 1;
};
struct SubSub final : Sub {
  using Sub::Sub;
};

TEST_CASE("a plain subclass is seen as the slotted class it derives from", "[declaration]") {
  STATIC_REQUIRE(std::is_same_v<sl::detail::seen_as<Unordered>, Unordered>);
  STATIC_REQUIRE(std::is_same_v<sl::detail::seen_as<Sub>, Unordered>);
  STATIC_REQUIRE(std::is_same_v<sl::detail::seen_as<const SubSub>, Unordered>);
  STATIC_REQUIRE(sl::detail::slotted_class<Sub>);
  STATIC_REQUIRE(sl::detail::slotted_class<const Sub>);
  STATIC_REQUIRE_FALSE(sl::detail::slotted_class<base>);
  STATIC_REQUIRE_FALSE(sl::detail::slotted_class<int>);
  STATIC_REQUIRE(sl::class_name<SubSub> == "Unordered");
  SubSub o;
  setattr(o, "e", 'x');
  CHECK(getattr(o, "e"_slot) == 'x');
}

TEST_CASE("presence bits are counted for slots only", "[declaration]") {
  struct Mixed
      : sl::object<Mixed,
                   sl::slots<sl::field<"a", char>, sl::slot<"b", char>, sl::field<"c", char>, sl::slot<"d", char>>> {
    using object::object;
  };
  constexpr auto& plan = sl::detail::presence_of<Mixed::slotted_declaration>;
  STATIC_REQUIRE(plan.bits == 2);
  STATIC_REQUIRE(plan.bytes() == 1);
  STATIC_REQUIRE(plan.bit[0] == plan.none);
  STATIC_REQUIRE(plan.bit[1] == 0);
  STATIC_REQUIRE(plan.bit[3] == 1);
  STATIC_REQUIRE(sl::detail::presence_of<Unordered::slotted_declaration>.bytes() == 0);
}

}  // namespace unit_declaration
