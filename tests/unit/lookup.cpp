#include <slotted/lookup.hpp>

#include <slotted/slotted.hpp>

#include <string>
#include <string_view>
#include <type_traits>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_lookup {

struct Package
    : sl::object<
          Package,
          sl::slots<sl::field<"name", std::string>, sl::slot<"installed_size", int, sl::alias<"Installed-Size">>,
                    sl::slot<"secret", int, sl::hidden>, sl::slot<"section", std::string, sl::alias<"Section">>>> {
  using object::object;
};
struct Binary
    : sl::object<Binary, sl::extends<Package>, sl::slots<sl::field<"arch", std::string, sl::defaults_to<"any">>>> {
  using object::object;
};
struct Plain : Package {
  using Package::Package;
};
struct Other : sl::object<Other, sl::slots<sl::slot<"name", int>>> {
  using object::object;
};

TEST_CASE("a key is resolved once and then used in every verb", "[lookup]") {
  const auto key = sl::resolve<Package>("installed_size");
  STATIC_REQUIRE(std::is_same_v<decltype(key), const sl::slot_key<Package>>);
  REQUIRE(key);
  CHECK(key.index() == 1);
  Package p{"bash"};
  CHECK_FALSE(hasattr(p, key));
  setattr(p, key, 7);
  CHECK(hasattr(p, key));
  CHECK(getattr(p, key) == 7);
  CHECK(getattr<int>(p, key) == 7);
  CHECK(getattr(p, key, 0) == 7);
  CHECK(*find_attr<int>(p, key) == 7);
  CHECK(sl::with_slot<Package>(key, [&](auto slot) { CHECK(slot.name == "installed_size"); }));
  delattr(p, key);
  CHECK_FALSE(hasattr(p, key));
  CHECK_THROWS_AS(getattr(p, key), sl::attribute_error);
  CHECK_THROWS_AS(delattr(p, key), sl::attribute_error);
  CHECK(getattr<int>(p, key, -1) == -1);
}

TEST_CASE("a key is false where there is no such slot, and then finds nothing", "[lookup]") {
  const auto key = sl::resolve<Package>("nope");
  CHECK_FALSE(key);
  CHECK_FALSE(sl::slot_key<Package>{});
  CHECK(key == sl::slot_key<Package>{});
  CHECK(key.index() == sl::slot_count<Package>);
  Package p{"bash"};
  CHECK_FALSE(hasattr(p, key));
  CHECK(find_attr<int>(p, key) == nullptr);
  CHECK(getattr(p, key, 3) == 3);
  CHECK_THROWS_AS(getattr(p, key), sl::attribute_error);
  CHECK_THROWS_AS(setattr(p, key, 1), sl::attribute_error);
  CHECK_THROWS_AS(delattr(p, key), sl::attribute_error);
  CHECK_FALSE(sl::with_slot<Package>(key, [](auto) { FAIL("no such slot"); }));
}

TEST_CASE("keys are small values that compare", "[lookup]") {
  STATIC_REQUIRE(std::is_trivially_copyable_v<sl::slot_key<Package>>);
  STATIC_REQUIRE(sizeof(sl::slot_key<Package>) <= sizeof(void*));
  STATIC_REQUIRE(noexcept(sl::resolve<Package>(std::string_view())));
  CHECK(sl::resolve<Package>("name") == sl::resolve<Package>("name"));
  CHECK_FALSE(sl::resolve<Package>("name") == sl::resolve<Package>("section"));
  CHECK(sl::resolve<Package>("Section") == sl::resolve<Package>("section"));
  CHECK(sl::slot_key<Package>::at(1) == sl::resolve<Package>("installed_size"));
  CHECK_FALSE(sl::slot_key<Package>::at(4));
  CHECK_FALSE(sl::slot_key<Package>::at(static_cast<std::size_t>(-1)));
}

TEST_CASE("names are resolved in constant expressions", "[lookup]") {
  constexpr auto key = sl::resolve<Package>("Installed-Size");
  STATIC_REQUIRE(key.index() == 1);
  STATIC_REQUIRE_FALSE(sl::resolve<Package>("secret"));
  STATIC_REQUIRE_FALSE(sl::resolve<Package>(std::string_view()));
}

TEST_CASE("slots of bases come first and are found in the derived class", "[lookup]") {
  CHECK(sl::resolve<Binary>("name").index() == 0);
  CHECK(sl::resolve<Binary>("arch").index() == 4);
  CHECK(sl::resolve<Binary>("Section").index() == 3);
  CHECK_FALSE(sl::resolve<Package>("arch"));
  Binary b{"bash"};
  CHECK(getattr(b, sl::resolve<Binary>("arch")) == "any");
  CHECK(getattr(b, sl::resolve<Binary>("name")) == "bash");
}

TEST_CASE("a plain C++ subclass is seen as its slotted base, and takes its keys", "[lookup]") {
  Plain p{"bash"};
  STATIC_REQUIRE(std::is_same_v<decltype(sl::resolve<Plain>("name")), sl::slot_key<Package>>);
  CHECK(getattr(p, sl::resolve<Package>("name")) == "bash");
  CHECK(getattr(p, sl::resolve<Plain>("name")) == "bash");
}

TEST_CASE("equal names in unrelated classes are different slots", "[lookup]") {
  STATIC_REQUIRE_FALSE(std::is_same_v<decltype(sl::resolve<Other>("name")), decltype(sl::resolve<Package>("name"))>);
  Other o;
  CHECK_FALSE(hasattr(o, "name"));
  setattr(o, "name", 3);
  CHECK(getattr<int>(o, "name") == 3);
}

TEST_CASE("misses of every kind: prefixes, longer names, other letters, NULs, nothing", "[lookup]") {
  const Package p{"bash"};
  for (const std::string_view name :
       {std::string_view("nam"), std::string_view("names"), std::string_view("Name"), std::string_view("name "),
        std::string_view(" name"), std::string_view("name\0", 5), std::string_view("na\0e", 4),
        std::string_view("\0", 1), std::string_view(""), std::string_view(), std::string_view("installed-size"),
        std::string_view("Installed_Size"), std::string_view("INSTALLED-SIZE"), std::string_view("secret")}) {
    CAPTURE(name);
    CHECK_FALSE(hasattr(p, name));
    CHECK_FALSE(sl::resolve<Package>(name));
    CHECK_THROWS_AS(getattr(p, name), sl::attribute_error);
  }
}

TEST_CASE("a class whose slots are all hidden answers to no name", "[lookup]") {
  struct Hidden : sl::object<Hidden, sl::slots<sl::field<"a", int, sl::hidden>, sl::slot<"b", int, sl::hidden>>> {
    using object::object;
  };
  Hidden h{1, 2};
  for (const char* name : {"a", "b", "c", ""}) {
    CHECK_FALSE(hasattr(h, name));
    CHECK_THROWS_AS(setattr(h, name, 3), sl::attribute_error);
  }
  CHECK(h["a"_slot] == 1);
}

TEST_CASE("an alias may be any text, even none", "[lookup]") {
  struct Odd
      : sl::object<Odd, sl::slots<sl::field<"a", int, sl::alias<"">, sl::alias<"with space">>,
                                  sl::field<"b", int, sl::alias<"1">, sl::alias<"b\0b">, sl::alias<"__dict__">>>> {
    using object::object;
  };
  const Odd o{1, 2};
  CHECK(getattr<int>(o, "") == 1);
  CHECK(getattr<int>(o, std::string_view()) == 1);
  CHECK(getattr<int>(o, "with space") == 1);
  CHECK(getattr<int>(o, "1") == 2);
  CHECK(getattr<int>(o, std::string_view("b\0b", 3)) == 2);
  CHECK(getattr<int>(o, "__dict__") == 2);
}

}  // namespace unit_lookup
