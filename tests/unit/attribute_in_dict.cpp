#include <slotted/attribute_in_dict.hpp>

#include <slotted/slotted.hpp>

#include <any>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/last_page.hpp"
#include "support/what_of.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using support::what_of;

namespace unit_attribute_in_dict {

struct D : sl::object<D, sl::slots<sl::slot<"x", int>, sl::dict_slot<>>> {
  using object::object;
};
template <class V>
struct Of : sl::object<Of<V>, sl::slots<sl::field<"own", int, sl::defaults_to<1>>, sl::dict_slot<V>>> {
  using Of::object::object;
};

// The four verbs and find_attr.

TEST_CASE("row 97: a dict slot lets any name be set; slots stay out of it", "[attribute_in_dict]") {
  D d;
  setattr(d, "x", 1);
  setattr(d, "y", 2);
  CHECK(getattr<int>(d, "x") == 1);
  CHECK(getattr<int>(d, "y") == 2);
  CHECK(getattr(d, "y") == 2);
  CHECK(vars(d).size() == 1);
  CHECK(vars(d).begin()->first == "y");
  CHECK(sl::slot_names<D>.size() == 1);  // row 98: the dict slot is none of them
  STATIC_REQUIRE(sl::has_dict<D>);
  STATIC_REQUIRE_FALSE(sl::has_weakref<D>);  // row 106
}

TEST_CASE("row 106: a class may have nothing but a dict slot", "[attribute_in_dict]") {
  struct Only : sl::object<Only, sl::slots<sl::dict_slot<>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Only) == sizeof(void*));  // row 112
  STATIC_REQUIRE(sl::slot_count<Only> == 0);
  STATIC_REQUIRE_FALSE(sl::has_weakref<Only>);
  Only d;
  setattr(d, "foo", 42);
  CHECK(getattr(d, "foo") == 42);
  CHECK(getattr<int>(std::as_const(d), "foo") == 42);
  CHECK_FALSE(hasattr(d, "__weakref__"));
  CHECK_FALSE(hasattr(d, "__dict__"));
}

TEST_CASE("every verb reaches a dynamic attribute, by text and by a name whose hash the compiler made",
          "[attribute_in_dict]") {
  D d;
  const D& c = d;
  CHECK_FALSE(hasattr(d, "a"_attr));
  CHECK(find_attr<int>(d, "a"_attr) == nullptr);
  setattr(d, "a"_attr, 5);
  CHECK(hasattr(d, "a"));
  CHECK(hasattr(c, "a"_attr));
  CHECK(getattr(d, "a"_attr) == 5);
  CHECK(getattr<int>(c, "a"_attr) == 5);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<int>(d, "a"_attr)), int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<int>(c, "a")), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr<int>(d, "a")), int*>);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr<int>(c, "a"_attr)), const int*>);
  getattr<int>(d, "a") += 1;
  *find_attr<int>(d, "a"_attr) += 1;
  CHECK(getattr(c, "a", 0) == 7);
  CHECK(getattr(c, "a"_attr, 0) == 7);
  CHECK(getattr(c, std::string("b"), 3) == 3);
  CHECK(getattr<std::string>(c, std::string_view("b"), "none") == "none");
  delattr(d, "a"_attr);
  CHECK_FALSE(hasattr(d, "a"));
  CHECK(vars(d).empty());
}

TEST_CASE("a name that the compiler hashed reaches slots, too, and their aliases", "[attribute_in_dict]") {
  struct Named : sl::object<Named, sl::slots<sl::slot<"size", int, sl::alias<"Installed-Size">>, sl::dict_slot<>>> {
    using object::object;
  };
  struct Plain : sl::object<Plain, sl::slots<sl::slot<"size", int>>> {
    using object::object;
  };
  Named o;
  setattr(o, "Installed-Size"_attr, 4);
  CHECK(o["size"_slot].value() == 4);
  CHECK(getattr<int>(o, "size"_attr) == 4);
  CHECK(vars(o).empty());
  Plain p;
  setattr(p, "size"_attr, 5);  // without a dict slot as well
  CHECK(getattr(p, "size"_attr) == 5);
  CHECK_FALSE(hasattr(p, "other"_attr));
  CHECK_THROWS_AS(setattr(p, "other"_attr, 1), sl::attribute_error);
}

TEST_CASE("row 109: a name may have any characters", "[attribute_in_dict]") {
  const std::string nul("a\0b", 3);
  const std::string other_nul("a\0c", 3);
  const std::string names[] = {"",
                               " ",
                               "a b",
                               nul,
                               other_nul,
                               "a",
                               "Größe",
                               "Installed-Size",
                               "__dict__",
                               "'\"",
                               "\xff\xfe",
                               "x ",
                               " x",
                               std::string(1, '\0'),
                               std::string(2, '\0')};
  D d;
  int n = 0;
  for (const std::string& name : names) setattr(d, name, ++n);
  CHECK(vars(d).size() == std::size(names));
  n = 0;
  for (const std::string& name : names) {
    CHECK(hasattr(d, name));
    CHECK(getattr<int>(d, name) == ++n);
  }
  CHECK(getattr(d, "a b"_attr) == 3);
  CHECK(getattr(d, ""_attr) == 1);
  CHECK(getattr(d, "a\0b"_attr) == 4);
  CHECK_FALSE(hasattr(d, "a\0d"_attr));
  for (const std::string& name : names) delattr(d, name);
  CHECK(vars(d).empty());
}

TEST_CASE("a name may be of any length, and is compared to its end", "[attribute_in_dict]") {
  D d;
  const std::string longest(100000, 'n');
  const std::string other = std::string(99999, 'n') + 'm';
  setattr(d, longest, 1);
  CHECK_FALSE(hasattr(d, other));
  CHECK_FALSE(hasattr(d, longest + 'n'));
  CHECK_FALSE(hasattr(d, longest.substr(1)));
  setattr(d, other, 2);
  CHECK(getattr(d, longest) == 1);
  CHECK(getattr(d, other) == 2);
  for (std::size_t length = 0; length != 70; ++length) setattr(d, std::string(length, 'k'), length);
  for (std::size_t length = 0; length != 70; ++length) CHECK(getattr(d, std::string(length, 'k')) == length);
  delattr(d, longest);
  CHECK_FALSE(hasattr(d, longest));
  CHECK(hasattr(d, other));
}

TEST_CASE("nothing behind the name is read", "[attribute_in_dict]") {
  support::last_page page;
  D d;
  for (std::size_t length = 0; length != 40; ++length) {
    const std::string_view name = page.ending_with(std::string(length, 'q'));
    CHECK_FALSE(hasattr(d, name));
    setattr(d, name, length);
    CHECK(getattr(d, name) == length);
    CHECK(getattr(d, name, std::size_t{99}) == length);
    delattr(d, name);
    setattr(d, name, length);
  }
  CHECK(vars(d).size() == 40);
}

TEST_CASE("attributes whose names are no text do not exist, keys are slots", "[attribute_in_dict]") {
  D d;
  const auto key = sl::resolve<D>("x");
  setattr(d, key, 4);
  CHECK(getattr(d, key) == 4);
  const auto none = sl::resolve<D>("y");
  setattr(d, "y", 5);
  CHECK_FALSE(hasattr(d, none));
  CHECK_THROWS_AS(setattr(d, none, 1), sl::attribute_error);
  CHECK_THROWS_AS(getattr(d, none), sl::attribute_error);
  CHECK_FALSE(sl::with_slot<D>("y", [](auto) {}));  // descriptors are of slots
}

TEST_CASE("members for use inside the class", "[attribute_in_dict]") {
  struct Inside : sl::object<Inside, sl::slots<sl::slot<"x", int>, sl::dict_slot<int>>> {
    using object::object;
    int count(std::string_view name) {
      if (!has(name)) set(name, 0);
      return ++get(name).template get<int>();
    }
    void forget(std::string_view name) { del(name); }
  };
  Inside o;
  CHECK(o.count("calls") == 1);
  CHECK(o.count("calls") == 2);
  o.forget("calls");
  CHECK(o.count("calls") == 1);
}

// Slots win.

TEST_CASE("row 100: a slot wins, also where it is unset, and its name cannot enter the dict", "[attribute_in_dict]") {
  D d;
  setattr(d, "x", 1);
  CHECK_THROWS_AS(vars(d).insert_or_assign("x", 99), sl::attribute_error);
  CHECK_THROWS_AS(vars(d).try_emplace("x", 99), sl::attribute_error);
  CHECK_THROWS_AS(vars(d)["x"], sl::attribute_error);
  CHECK_THROWS_AS(vars(d).insert({"x", 99}), sl::attribute_error);
  CHECK(vars(d).empty());
  CHECK(getattr(d, "x") == 1);
  delattr(d, "x");
  CHECK_FALSE(hasattr(d, "x"));
  CHECK(getattr(d, "x", -1) == -1);
  CHECK_THROWS_AS(getattr(d, "x"), sl::attribute_error);
  CHECK_THROWS_AS(vars(d).insert_or_assign("x", 99), sl::attribute_error);
  CHECK(what_of([&] { vars(d).insert_or_assign("x", 99); }) ==
        "'D' object attribute 'x' is a slot, which cannot be in the __dict__");
  // The same where the object's names are its own.
  for (int i = 0; i != 40; ++i) setattr(d, "n" + std::to_string(i), i);
  CHECK_THROWS_AS(vars(d).insert_or_assign("x", 99), sl::attribute_error);
  CHECK(vars(d).size() == 40);
}

TEST_CASE("an alias cannot enter the dict either", "[attribute_in_dict]") {
  struct Named : sl::object<Named, sl::slots<sl::slot<"size", int, sl::alias<"Installed-Size">>, sl::dict_slot<>>> {
    using object::object;
  };
  Named o;
  CHECK_THROWS_AS(vars(o).insert_or_assign("Installed-Size", 1), sl::attribute_error);
  setattr(o, "Installed-Size", 1);
  CHECK(o["size"_slot].value() == 1);
}

TEST_CASE("the name of a hidden slot is reached by no run-time name, and cannot enter the dict either",
          "[attribute_in_dict]") {
  struct Secret
      : sl::object<Secret, sl::slots<sl::field<"key", int, sl::defaults_to<7>, sl::hidden>, sl::dict_slot<>>> {
    using object::object;
  };
  Secret o;
  CHECK_FALSE(hasattr(o, "key"));
  CHECK_THROWS_AS(setattr(o, "key", 1), sl::attribute_error);
  CHECK_THROWS_AS(vars(o).insert_or_assign("key", 1), sl::attribute_error);
  CHECK_THROWS_AS(delattr(o, "key"), sl::attribute_error);
  CHECK(vars(o).empty());
  CHECK(o["key"_slot] == 7);
}

TEST_CASE("row 113: slots of a base win over the dict of a derived class", "[attribute_in_dict]") {
  struct A : sl::object<A, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  struct B : sl::object<B, sl::extends<A>> {
    using object::object;
  };
  B b;
  setattr(b, "x", 1);
  CHECK(vars(b).empty());
  CHECK_THROWS_AS(vars(b).insert_or_assign("x", 5), sl::attribute_error);
  CHECK(getattr(b, "x") == 1);
}

TEST_CASE("row 111: a derived class may add a dict slot; the base has none", "[attribute_in_dict]") {
  struct A : sl::object<A, sl::slots<sl::slot<"x", int>>> {
    using object::object;
  };
  struct B : sl::object<B, sl::extends<A>, sl::slots<sl::dict_slot<>>> {
    using object::object;
  };
  B b;
  setattr(b, "x", 1);
  setattr(b, "y", 2);
  CHECK(vars(b).size() == 1);
  STATIC_REQUIRE_FALSE(sl::has_dict<A>);
  A a;
  CHECK(what_of([&] { setattr(a, "y", 1); }) ==
        "'A' object has no attribute 'y' and no __dict__ for setting new attributes. Did you mean 'x'?");
  A& as_base = b;  // as a class without a dict slot it sees its own slots only
  CHECK_FALSE(hasattr(as_base, "y"));
  CHECK_THROWS_AS(setattr(as_base, "z", 1), sl::attribute_error);
}

// Errors.

TEST_CASE("row 105: an unknown name is told as Python tells it", "[attribute_in_dict]") {
  D d;
  setattr(d, "colour", 1);
  const auto begins = [](const std::string& text, std::string_view with) {
    CHECK(std::string_view(text).substr(0, with.size()) == with);
  };
  begins(what_of([&] { delattr(d, "nope"); }), "'D' object has no attribute 'nope'");
  begins(what_of([&] { static_cast<void>(getattr(d, "nope")); }), "'D' object has no attribute 'nope'");
  begins(what_of([&] { static_cast<void>(getattr<int>(d, "nope")); }), "'D' object has no attribute 'nope'");
  begins(what_of([&] { delattr(d, "nope"_attr); }), "'D' object has no attribute 'nope'");
  begins(what_of([&] { static_cast<void>(getattr(d, "x")); }), "'D' object has no attribute 'x': the slot is unset");
  CHECK_THAT(what_of([&] { static_cast<void>(getattr(d, "color")); }), support::contains("Did you mean 'colour'?"));
  CHECK_THAT(what_of([&] { static_cast<void>(getattr(d, "X")); }), support::contains("Did you mean 'x'?"));
  CHECK(vars(d).size() == 1);
  const std::string longest(100000, 'z');
  CHECK(what_of([&] { static_cast<void>(getattr(d, longest)); }).size() < 300);
  try {
    delattr(d, std::string("a\0b", 3));
    FAIL("no exception");
  } catch (const sl::attribute_error& error) {
    CHECK(error.class_name() == "D");
    CHECK(error.name() == std::string_view("a\0b", 3));
    begins(error.what(), "'D' object has no attribute 'a\\x00b'");
  }
}

TEST_CASE("another type than the one that is there is a type_error", "[attribute_in_dict]") {
  D d;
  setattr(d, "n", 5);
  CHECK_THROWS_AS(getattr<double>(d, "n"), sl::type_error);
  CHECK_THROWS_AS(getattr<double>(d, "n", 1.0), sl::type_error);
  CHECK(find_attr<double>(d, "n") == nullptr);
  CHECK(what_of([&] { static_cast<void>(getattr<double>(d, "n")); }) ==
        "'D' object attribute 'n' is of type 'int', not 'double'");
  CHECK(getattr<int>(d, "n") == 5);
  setattr(d, "n", 2.5);  // Python's names have no types
  CHECK(getattr<double>(d, "n") == 2.5);
  setattr(d, "none", sl::value());
  CHECK(hasattr(d, "none"));
  CHECK(find_attr<int>(d, "none") == nullptr);
  CHECK(what_of([&] { static_cast<void>(getattr<int>(d, "none")); }) ==
        "'D' object attribute 'none' is of type 'nothing', not 'int'");
}

// Values of other types.

TEST_CASE("dynamic attributes of one type follow the value rule", "[attribute_in_dict]") {
  Of<double> o;
  setattr(o, "a", 2.5);
  setattr(o, "b", 3);     // an integer
  setattr(o, "c", 2.5f);  // a narrower one
  CHECK(getattr<double>(o, "b") == 3.0);
  CHECK(getattr(o, "c") == 2.5);
  CHECK_THROWS_AS(setattr(o, "d", "text"), sl::type_error);
  CHECK_FALSE(hasattr(o, "d"));
  CHECK_THAT(
      what_of([&] { setattr(o, "d", "text"); }),
      support::contains("'Of<double>' object attribute 'd' is of type 'double' and takes no value of type 'char"));
  Of<std::int8_t> small;
  setattr(small, "n", 100);
  CHECK_THROWS_AS(setattr(small, "n", 200), sl::type_error);
  CHECK(getattr(small, "n") == 100);
  CHECK_THROWS_AS(setattr(small, "f", 1.0), sl::type_error);
}

TEST_CASE("text as the type of dynamic attributes", "[attribute_in_dict]") {
  Of<std::string> o;
  setattr(o, "a", "literal");
  setattr(o, "b", std::string_view("view"));
  setattr(o, "c", std::string(50, 'c'));
  CHECK(getattr<std::string>(o, "a") == "literal");
  CHECK(getattr(o, "b") == "view");
  CHECK(getattr(o, "c", "none") == std::string(50, 'c'));
  CHECK(getattr(o, "d", "none") == "none");
  CHECK_THROWS_AS(setattr(o, "n", 5), sl::type_error);
  std::string moved(60, 'm');
  setattr(o, "m", std::move(moved));
  CHECK(moved.empty());  // NOLINT: it was moved from
}

TEST_CASE("a dict of move-only values", "[attribute_in_dict]") {
  using owned = Of<std::unique_ptr<int>>;
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<owned>);
  STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<owned>);
  STATIC_REQUIRE(std::is_nothrow_move_constructible_v<owned>);
  STATIC_REQUIRE(std::is_move_assignable_v<owned>);
  owned o;
  setattr(o, "p", std::make_unique<int>(4));
  CHECK(*getattr<std::unique_ptr<int>>(o, "p") == 4);
  setattr(o, "p", std::make_unique<int>(5));
  for (int i = 0; i != 50; ++i) setattr(o, std::to_string(i), std::make_unique<int>(i));
  owned moved = std::move(o);
  CHECK(vars(o).empty());  // NOLINT: it was moved from
  CHECK(*getattr<std::unique_ptr<int>>(moved, "p") == 5);
  CHECK(**find_attr<std::unique_ptr<int>>(moved, "49") == 49);
  delattr(moved, "p");
  o = std::move(moved);
  CHECK(vars(o).size() == 50);
}

TEST_CASE("a variant is reached as such and as what it holds", "[attribute_in_dict]") {
  using either = std::variant<int, std::string>;
  Of<either> o;
  setattr(o, "n", 5);
  setattr(o, "s", "text");
  setattr(o, "v", either(7));
  CHECK(getattr<int>(o, "n") == 5);
  CHECK(getattr<std::string>(o, "s") == "text");
  CHECK(std::get<int>(getattr<either>(o, "v")) == 7);
  CHECK(find_attr<int>(o, "s") == nullptr);
  CHECK(find_attr<double>(o, "n") == nullptr);
  CHECK_THROWS_AS(getattr<int>(o, "s"), sl::type_error);
  getattr<int>(o, "n") = 6;
  CHECK(std::get<int>(*find_attr<either>(o, "n")) == 6);
  Of<std::variant<int, int>> twice;  // which of the two, nobody can say
  setattr(twice, "n", std::variant<int, int>(std::in_place_index<1>, 3));
  CHECK(find_attr<int>(twice, "n") == nullptr);
}

TEST_CASE("std::any as the type of dynamic attributes", "[attribute_in_dict]") {
  Of<std::any> o;
  setattr(o, "n", 5);
  setattr(o, "v", std::vector<int>{1, 2});
  CHECK(getattr<int>(o, "n") == 5);
  CHECK(getattr<std::vector<int>>(o, "v").size() == 2);
  CHECK(find_attr<long>(o, "n") == nullptr);
  CHECK(std::any_cast<int>(getattr<std::any>(o, "n")) == 5);
  const Of<std::any> copy = o;
  CHECK(getattr<int>(copy, "n") == 5);
}

TEST_CASE("std::optional and bool as the type of dynamic attributes", "[attribute_in_dict]") {
  Of<std::optional<int>> o;
  setattr(o, "n", 5);
  setattr(o, "none", std::nullopt);
  CHECK(hasattr(o, "none"));
  CHECK(getattr<std::optional<int>>(o, "n") == 5);
  Of<bool> flags;
  setattr(flags, "a", true);
  setattr(flags, "b", 0);
  CHECK_THROWS_AS(setattr(flags, "c", 2), sl::type_error);
  CHECK(getattr<bool>(flags, "a"));
  CHECK_FALSE(getattr(flags, "b", true));
}

TEST_CASE("a value that cannot be moved without fear is kept on the heap", "[attribute_in_dict]") {
  struct immovable {
    int n;
    explicit immovable(int given) : n(given) {}
    immovable(const immovable&) = delete;
    immovable& operator=(const immovable&) = delete;
    ~immovable() = default;
  };
  Of<immovable> o;
  vars(o).try_emplace("a", 5);
  const immovable* const where = find_attr<immovable>(o, "a");
  for (int i = 0; i != 50; ++i) vars(o).try_emplace(std::to_string(i), i);
  CHECK(find_attr<immovable>(o, "a") == where);
  CHECK(getattr<immovable>(o, "a").n == 5);
  const Of<immovable> moved = std::move(o);
  CHECK(find_attr<immovable>(moved, "a") == where);
  CHECK(getattr<immovable>(moved, "49").n == 49);
}

TEST_CASE("a value from another object: references and wrapped values are opened", "[attribute_in_dict]") {
  D a;
  setattr(a, "n", 5);
  setattr(a, "s", "text");
  D b;
  setattr(b, "n", getattr(a, "n"));
  setattr(b, "s", getattr(a, "s"));
  setattr(b, "x", getattr(a, "n"));
  CHECK(getattr(b, "x") == 5);
  CHECK(getattr(b, "s") == "text");
  setattr(b, "v", std::variant<int, std::string>("inside"));
  CHECK(getattr(b, "v") == "inside");
  Of<double> d;
  setattr(d, "n", getattr(a, "n"));
  CHECK(getattr(d, "n") == 5.0);
  setattr(d, "v", getattr<sl::value>(a, "n"));
  CHECK(getattr(d, "v") == 5.0);
  CHECK_THROWS_AS(setattr(d, "s", getattr(a, "s")), sl::type_error);
  CHECK_THROWS_AS(setattr(b, "x", getattr(a, "s")), sl::type_error);
  CHECK(getattr(b, "x") == 5);
}

TEST_CASE("a value of a type that nobody can name fits no slot, neither of the class nor of a derived one",
          "[attribute_in_dict]") {
  struct Nameless {
    int n = 0;
  };
  struct Derived : sl::object<Derived, sl::extends<D>, sl::slots<sl::slot<"y", double>>> {
    using object::object;
  };
  Derived derived{1, 2.5};
  D& seen = derived;
  setattr(seen, "nameless", Nameless());
  for (const char* const slot : {"x", "y"}) {
    const std::string what = what_of([&] { setattr(seen, slot, getattr(seen, "nameless")); });
    CHECK_THAT(what, support::contains("and takes no value of type '"));
    CHECK_THAT(what, support::contains("Nameless'"));
  }
  CHECK(getattr(seen, "x") == 1);
  CHECK(getattr(seen, "y") == 2.5);
}

TEST_CASE("an attribute can be set to a part of itself or of its neighbour", "[attribute_in_dict]") {
  Of<std::string> o;
  setattr(o, "a", std::string(100, 'a'));
  setattr(o, "a", getattr<std::string>(o, "a"));
  CHECK(getattr(o, "a") == std::string(100, 'a'));
  for (int i = 0; i != 40; ++i) setattr(o, std::to_string(i), getattr<std::string>(o, "a"));  // the block grows
  CHECK(getattr(o, "39") == std::string(100, 'a'));
  // A name that stands in the object itself.
  const std::string_view first = vars(o).begin()->first;
  delattr(o, first);
  CHECK_FALSE(hasattr(o, "a"));
}

// Walking over attributes.

TEST_CASE("row 107: for_each_attr has the slots that are set, then the dict in the order of setting",
          "[attribute_in_dict]") {
  D d;
  setattr(d, "b", 1);
  setattr(d, "a", 2);
  setattr(d, "x", 0);
  const auto names = [](auto& object) {
    std::string all;
    for_each_attr(object, [&all](std::string_view name, const auto&) { all += std::string(name) + ' '; });
    return all;
  };
  CHECK(names(d) == "x b a ");
  delattr(d, "b");
  setattr(d, "b", 3);
  delattr(d, "x");
  CHECK(names(std::as_const(d)) == "a b ");
  for_each_attr(d, []<class T>(std::string_view, T& value) {
    if constexpr (std::is_same_v<T, sl::value>) value = 9;
    STATIC_REQUIRE_FALSE(std::is_const_v<T>);
  });
  CHECK(getattr(d, "a") == 9);
  for_each_attr(std::as_const(d), []<class T>(std::string_view, T&) { STATIC_REQUIRE(std::is_const_v<T>); });
}

// Readonly slots of the class keep their const, also for names that may be in the dict.

TEST_CASE("where a slot of a type is readonly, that type is handed out const", "[attribute_in_dict]") {
  struct Half : sl::object<Half, sl::slots<sl::field<"id", int, sl::readonly>, sl::dict_slot<>>> {
    using object::object;
  };
  Half o{1};
  setattr(o, "n", 5);
  setattr(o, "d", 2.5);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<int>(o, "n")), const int&>);
  STATIC_REQUIRE(std::is_same_v<decltype(find_attr<int>(o, "n")), const int*>);
  STATIC_REQUIRE(std::is_same_v<decltype(getattr<double>(o, "d")), double&>);
  CHECK(getattr<int>(o, "n") == 5);
  CHECK_THROWS_AS(setattr(o, "id", 2), sl::attribute_error);
  CHECK_THROWS_AS(delattr(o, "id"), sl::attribute_error);
  CHECK(getattr(o, "id") == 1);
}

// What is known of the class.

TEST_CASE("classes with a dict slot, and the type of their attributes", "[attribute_in_dict]") {
  struct Sub : sl::object<Sub, sl::extends<Of<double>>, sl::slots<>> {
    using object::object;
  };
  struct Without : sl::object<Without, sl::slots<>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::detail::dict_class<D>);
  STATIC_REQUIRE(sl::detail::dict_class<Sub>);
  STATIC_REQUIRE_FALSE(sl::detail::dict_class<Without>);
  STATIC_REQUIRE_FALSE(sl::detail::dict_class<int>);
  STATIC_REQUIRE(std::is_same_v<sl::detail::dict_value_of<D>, sl::value>);
  STATIC_REQUIRE(std::is_same_v<sl::detail::dict_value_of<Sub>, double>);
}

TEST_CASE("asking is noexcept", "[attribute_in_dict]") {
  D d;
  STATIC_REQUIRE(noexcept(hasattr(d, "n"_attr)));
  const std::string_view name = "n";  // to make it is not noexcept in every library
  STATIC_REQUIRE(noexcept(hasattr(d, name)));
  STATIC_REQUIRE(noexcept(find_attr<int>(d, "n"_attr)));
  CHECK_FALSE(hasattr(d, "n"));
}

TEST_CASE("row 108: a member function and an attribute of its name do not meet", "[attribute_in_dict]") {
  struct Patched : sl::object<Patched, sl::slots<sl::dict_slot<>>> {
    using object::object;
    static int f() { return 1; }
  };
  Patched o;
  CHECK_FALSE(hasattr(o, "f"));
  setattr(o, "f", 2);
  CHECK(Patched::f() == 1);
  CHECK(getattr(o, "f") == 2);
}

// Memory.

TEST_CASE("row 99: an object whose dict is not used asks for no memory, whatever is asked of it",
          "[attribute_in_dict]") {
  const long before = support::allocations::asked;
  bool right = true;
  {
    D d;
    const D copy = d;
    D moved = std::move(d);
    moved = copy;
    d = std::move(moved);
    setattr(d, "x", 1);
    right = right && !hasattr(d, "a") && !hasattr(d, "a"_attr) && find_attr<int>(d, "a") == nullptr;
    right = right && getattr(d, "a", 5) == 5 && getattr(d, "a"_attr, 5) == 5 && getattr<int>(d, "x") == 1;
    right = right && vars(d).empty() && vars(d).begin() == vars(d).end() && vars(d).erase("a") == 0;
    right = right && !vars(d).contains("a") && vars(d).find("a"_attr) == vars(d).end();
    right = right && vars(d) == vars(d) && d == d && d != copy && class_of(d).name() == "D";
    right = right && sl::footprint(d) == sizeof(D);
    vars(d).clear();
    vars(d).assign(vars(copy));
    for_each_attr(d, [&right](std::string_view name, const auto&) { right = right && name == "x"; });
    using std::swap;
    swap(d, moved);
  }
  CHECK(support::allocations::asked == before);
  CHECK(right);
}

TEST_CASE("reading attributes that are there asks for no memory", "[attribute_in_dict]") {
  for (const int count : {1, 5, 31, 40, 200}) {
    Of<double> o;
    for (int i = 0; i != count; ++i) setattr(o, "n" + std::to_string(i), i);
    const std::string last = "n" + std::to_string(count - 1);
    const long before = support::allocations::asked;
    bool right = hasattr(o, last) && getattr<double>(o, last) == count - 1 && find_attr<double>(o, "n0"_attr);
    right = right && getattr(o, last, 0.0) == count - 1 && !hasattr(o, "none") && getattr(o, "none", 5.0) == 5.0;
    right = right && vars(o).at(last) == count - 1 && vars(o) == vars(o);
    double sum = 0;
    for (const auto [name, value] : vars(o)) sum += value;
    setattr(o, last, 7.0);  // in the place of one that is there
    Of<double> moved = std::move(o);
    o = std::move(moved);
    CHECK(support::allocations::asked == before);
    CHECK(right);
    CHECK(sum == count * (count - 1) / 2);
    CHECK(vars(o).size() == static_cast<std::size_t>(count));
  }
}

TEST_CASE("deleting what is not there throws, and leaves no memory behind", "[attribute_in_dict]") {
  D d;
  int thrown = 0;
  const long before = support::allocations::live;
  try {
    delattr(d, "a");
  } catch (const sl::attribute_error&) {
    ++thrown;
  }
  try {
    static_cast<void>(getattr(d, "a"));
  } catch (const sl::attribute_error&) {
    ++thrown;
  }
  const long after = support::allocations::live;
  CHECK(after == before);
  CHECK(thrown == 2);
  CHECK(sl::footprint(d) == sizeof(D));
}

// Newer compilers try whether such an initializer is a constant, with objects of which they know nothing (P2280). What
// did not look at the object was one: two objects were equal, and had no dynamic attributes.

struct Free : sl::object<Free> {
  using object::object;
};
struct FreeChild : sl::object<FreeChild, sl::extends<Free>, sl::slots<>> {
  using object::object;
};
bool equal_as_a_constant(const Free& a, const Free& b) {
  const bool equal = a == b;
  return equal;
}
constexpr int count_attributes(const Free& object) {
  int count = 0;
  for_each_attr(object, [&](auto&&...) { ++count; });
  return count;
}
int count_as_a_constant(const Free& object) {
  const int count = count_attributes(object);
  return count;
}
std::string_view class_as_a_constant(const Free& object) {
  const auto& info = class_of(object);
  return info.name();
}
void assign_as_a_constant(Free& to, const Free& from) { [[maybe_unused]] auto& same = to = from; }

TEST_CASE("an initializer of a constant asks an object that is known at run time only", "[attribute_in_dict]") {
  Free one;
  Free other;
  setattr(one, "x", 1);
  CHECK_FALSE(equal_as_a_constant(one, other));
  CHECK(count_as_a_constant(one) == 1);
  CHECK(class_as_a_constant(FreeChild()) == "FreeChild");
  assign_as_a_constant(other, one);
  CHECK(equal_as_a_constant(one, other));
}

}  // namespace unit_attribute_in_dict
