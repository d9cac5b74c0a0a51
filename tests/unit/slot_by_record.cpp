#include <slotted/slot_by_record.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::find_at;
using sl::detail::find_slot;
using sl::detail::get_at;
using sl::detail::is_set_at;
using sl::detail::store_at;

namespace unit_slot_by_record {

struct S : sl::object<S, sl::slots<sl::field<"f", int>, sl::slot<"s", std::string>, sl::slot<"r", int, sl::readonly>,
                                   sl::slot<"a", int[2]>, sl::slot<"c", const int>, sl::slot<"u", std::unique_ptr<int>>,
                                   sl::slot<"g", int>>> {
  using object::object;
};
struct Ints : sl::object<Ints, sl::slots<sl::field<"a", int>, sl::slot<"b", int>>> {  // all of one type
  using object::object;
};

template <class C>
const sl::detail::slot_record& record(std::string_view name) {
  return *find_slot<C>(name);
}

TEST_CASE("whether a slot is set", "[slot_by_record]") {
  S o{1};
  CHECK(is_set_at(o, record<S>("f")));
  CHECK_FALSE(is_set_at(o, record<S>("s")));
  o["s"_slot] = "";
  CHECK(is_set_at(o, record<S>("s")));
  CHECK_FALSE(is_set_at(o, record<S>("g")));
}

TEST_CASE("a slot is found as its own type only, and when it is set", "[slot_by_record]") {
  S o{"f"_slot = 1, "r"_slot = 2};
  CHECK(find_at<int>(o, record<S>("f")) == &o["f"_slot]);
  CHECK(find_at<long>(o, record<S>("f")) == nullptr);
  CHECK(find_at<std::string>(o, record<S>("s")) == nullptr);
  o["s"_slot] = "text";
  CHECK(*find_at<std::string>(o, record<S>("s")) == "text");
  CHECK(*find_at<const int>(std::as_const(o), record<S>("r")) == 2);
  Ints ints{1};
  CHECK(*find_at<int>(ints, record<Ints>("a")) == 1);
  CHECK(find_at<int>(ints, record<Ints>("b")) == nullptr);
  CHECK(find_at<char>(ints, record<Ints>("a")) == nullptr);
}

TEST_CASE("what is not there is told why", "[slot_by_record]") {
  S o{1};
  CHECK(get_at<int>(o, record<S>("f")) == 1);
  CHECK_THROWS_AS(get_at<std::string>(o, record<S>("s")), sl::attribute_error);
  CHECK_THROWS_AS(get_at<int>(o, record<S>("s")), sl::type_error);  // the type first
  CHECK_THROWS_AS(get_at<double>(o, record<S>("f")), sl::type_error);
  try {
    static_cast<void>(get_at<double>(o, record<S>("f")));
  } catch (const sl::type_error& error) {
    CHECK(std::string(error.what()) == "'S' object attribute 'f' is of type 'int', not 'double'");
  }
}

TEST_CASE("a value is stored by the value rule, or nothing is changed", "[slot_by_record]") {
  S o{1};
  store_at(o, record<S>("f"), 2);
  store_at(o, record<S>("g"), 3L);
  store_at(o, record<S>("s"), "text");
  store_at(o, record<S>("s"), std::string("again"));
  store_at(o, record<S>("u"), std::make_unique<int>(4));
  CHECK(o["f"_slot] == 2);
  CHECK(o["g"_slot].value() == 3);
  CHECK(o["s"_slot].value() == "again");
  CHECK(*o["u"_slot].value() == 4);
  const int array[2] = {5, 6};
  store_at(o, record<S>("a"), array);
  CHECK(o["a"_slot].value()[1] == 6);
  CHECK_THROWS_AS(store_at(o, record<S>("f"), 1LL << 40), sl::type_error);
  CHECK_THROWS_AS(store_at(o, record<S>("f"), "text"), sl::type_error);
  CHECK_THROWS_AS(store_at(o, record<S>("f"), 1.5), sl::type_error);
  CHECK_THROWS_AS(store_at(o, record<S>("r"), 1), sl::attribute_error);
  CHECK_THROWS_AS(store_at(o, record<S>("c"), 1), sl::attribute_error);  // const is readonly
  CHECK(o["f"_slot] == 2);
  CHECK_FALSE(o["r"_slot].has_value());
}

TEST_CASE("deleting by a record", "[slot_by_record]") {
  S o{"f"_slot = 1, "s"_slot = "text", "r"_slot = 3};
  const auto del = [&o](std::string_view name) {
    sl::detail::deleting_visitor<S> visitor{o};
    sl::detail::dispatch<S, void>(record<S>(name).index, visitor);
  };
  del("s");
  CHECK_FALSE(o["s"_slot].has_value());
  CHECK_THROWS_AS(del("s"), sl::attribute_error);
  CHECK_THROWS_AS(del("f"), sl::attribute_error);
  CHECK_THROWS_AS(del("r"), sl::attribute_error);
  CHECK(o["r"_slot].value() == 3);
}

constexpr int at_compile_time() {
  Ints o{1};
  const auto a = find_slot<Ints>("a");
  const auto b = find_slot<Ints>("b");
  store_at(o, *a, 10);
  if (is_set_at(o, *b) || find_at<int>(o, *b)) return -1;
  store_at(o, *b, 30);
  get_at<int>(o, *a) += 2;
  return *find_at<int>(o, *a) + get_at<const int>(std::as_const(o), *b);
}

TEST_CASE("in constant expressions, where there are no addresses", "[slot_by_record]") {
  STATIC_REQUIRE(at_compile_time() == 42);
  static_assert(!sl::detail::has_addresses<S>());
  CHECK(sl::detail::has_addresses<S>());
}

struct Abstract : sl::object<Abstract, sl::slots<sl::slot<"n", int>, sl::field<"m", int, sl::defaults_to<5>>>> {
  using object::object;
  virtual ~Abstract() = default;
  Abstract(const Abstract&) = default;
  Abstract& operator=(const Abstract&) = default;
  virtual int answer() const = 0;
};
struct Concrete : sl::object<Concrete, sl::extends<std::string, Abstract>, sl::slots<>> {
  using object::object;
  int answer() const override { return 42; }
};

TEST_CASE("an abstract class is reached without offsets, since its objects are of another class", "[slot_by_record]") {
  Concrete object;
  Abstract& o = object;
  CHECK_FALSE(sl::detail::has_addresses<Abstract>());
  CHECK_FALSE(is_set_at(o, record<Abstract>("n")));
  store_at(o, record<Abstract>("n"), 1);
  CHECK(get_at<int>(o, record<Abstract>("n")) == 1);
  CHECK(*find_at<int>(o, record<Abstract>("m")) == 5);
  CHECK(find_at<int>(o, record<Abstract>("n")) == &object["n"_slot].value());
  CHECK(o.answer() == 42);
}

}  // namespace unit_slot_by_record
