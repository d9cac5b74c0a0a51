#include <slotted/class_record.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

#include "support/catch.hpp"
#include "support/lone_class.hpp"

namespace sl = slotted;
using namespace slotted::literals;
using sl::detail::class_of_block;
using sl::detail::class_record;
using sl::detail::dict_block;
using sl::detail::most_levels;
using sl::detail::record_of_class;
using sl::detail::shape;

namespace unit_class_record {

struct Top : sl::object<Top, sl::slots<sl::field<"x", double, sl::defaults_to<1>>, sl::dict_slot<>>> {
  using object::object;
};
struct Middle : sl::object<Middle, sl::extends<Top>, sl::slots<sl::slot<"y", int>>> {
  using object::object;
};
struct Bottom : sl::object<Bottom, sl::extends<Middle>, sl::slots<sl::slot<"z", int>>> {
  using object::object;
};
struct Front : sl::object<Front, sl::slots<sl::field<"front", double, sl::defaults_to<0>>>> {
  using object::object;
};
struct Beside : sl::object<Beside, sl::extends<Front, Top>, sl::slots<>> {
  using object::object;
};

TEST_CASE("a block holds a shape and a level, whatever they are", "[class_record]") {
  support::lone_class owner;
  dict_block block{nullptr};
  STATIC_REQUIRE(most_levels == 15);
  STATIC_REQUIRE(sizeof(dict_block) == sizeof(void*));
  for (std::size_t level = 0; level <= most_levels; ++level) {
    block.set(&owner.root(), level);
    CHECK(block.names() == &owner.root());
    CHECK(block.level() == level);
  }
  block.set(&owner.root());
  CHECK(block.level() == 0);
}

TEST_CASE("a class leads to the block and the shape of its empty objects, and back", "[class_record]") {
  class_record& record = record_of_class<Top>::record;
  CHECK(record.empty.names() == &record.root);
  CHECK(record.empty.level() == 0);
  CHECK(record.root.real == &record);
  CHECK(record.root.used == 0);
  CHECK(&class_of_block(record.empty) == &record);
}

TEST_CASE("a record knows its class", "[class_record]") {
  const class_record& top = record_of_class<Top>::record;
  CHECK(top.name == "Top");
  CHECK(top.identity == &sl::detail::identity_of<Top>);
  CHECK(top.base == nullptr);
  CHECK(top.level == 0);
  CHECK(top.functions->find("x") != nullptr);
  CHECK(top.functions->find("y") == nullptr);
  CHECK(top.functions->declares("x"));
  CHECK_FALSE(top.functions->declares("y"));
  CHECK(top.functions->name_of_slot(0) == "x");
  const class_record& bottom = record_of_class<Bottom>::record;
  CHECK(bottom.name == "Bottom");
  CHECK(bottom.base == &record_of_class<Middle>::record);
  CHECK(bottom.level == 2);
  CHECK(bottom.functions->find("x") != nullptr);
  CHECK(bottom.functions->find("z") != nullptr);
}

TEST_CASE("a class and those derived from it have one registry", "[class_record]") {
  CHECK(record_of_class<Top>::record.registry == record_of_class<Bottom>::record.registry);
  CHECK(record_of_class<Top>::record.registry == record_of_class<Beside>::record.registry);
  support::lone_class other;
  CHECK(other.record.registry != record_of_class<Top>::record.registry);
}

TEST_CASE("a record finds the bases of its class, by levels", "[class_record]") {
  class_record& bottom = record_of_class<Bottom>::record;
  CHECK(bottom.up(0) == &bottom);
  CHECK(bottom.up(1) == &record_of_class<Middle>::record);
  CHECK(bottom.up(2) == &record_of_class<Top>::record);
  CHECK(record_of_class<Beside>::record.up(1) == &record_of_class<Top>::record);
  dict_block block{nullptr};
  block.set(&bottom.root, 1);
  CHECK(&class_of_block(block) == &record_of_class<Middle>::record);
}

TEST_CASE("a class is itself only", "[class_record]") {
  const class_record& top = record_of_class<Top>::record;
  const class_record& middle = record_of_class<Middle>::record;
  CHECK(top.is(top));
  CHECK_FALSE(top.is(middle));
  CHECK_FALSE(middle.is(top));
  // As a shared library might have it: the same class, another record.
  const class_record twin(top.name, top.identity, nullptr, top.level, top.dict_offset, top.functions, top.registry);
  CHECK(top.is(twin));
  CHECK(twin.is(top));
  // The same name is not enough: two files may have a class of that name each.
  const class_record moved(top.name, top.identity, nullptr, top.level, top.dict_offset + 8, top.functions, nullptr);
  CHECK_FALSE(top.is(moved));
  const class_record deeper(top.name, top.identity, nullptr, top.level + 1, top.dict_offset, top.functions, nullptr);
  CHECK_FALSE(top.is(deeper));
  const class_record other(top.name, top.identity, nullptr, top.level, top.dict_offset, middle.functions, nullptr);
  CHECK_FALSE(top.is(other));
}

TEST_CASE("the offset in the record is where the dict slot is", "[class_record]") {
  const auto check = [](auto object) {
    using C = decltype(object);
    const auto* const dict = reinterpret_cast<const unsigned char*>(&sl::detail::dict_of(object));
    const auto offset = static_cast<std::size_t>(dict - reinterpret_cast<const unsigned char*>(&object));
    CHECK(record_of_class<C>::record.dict_offset == offset);
    CHECK(sl::layout_of<C>.dict_offset == offset);
  };
  check(Top());
  check(Middle());
  check(Bottom());
  check(Beside());
}

TEST_CASE("slots are written and unset through the record, by index", "[class_record]") {
  Bottom object;
  const auto& functions = *record_of_class<Bottom>::record.functions;
  int number = 7;
  functions.store(&object, 2, {&sl::detail::identity_of<int>, &number, false});
  CHECK(functions.name_of_slot(2) == "z");
  CHECK(object["z"_slot].value() == 7);
  functions.remove(&object, 2);
  CHECK_FALSE(object["z"_slot].has_value());
  const std::string text = "text";
  CHECK_THROWS_AS(
      functions.store(&object, 2, {&sl::detail::identity_of<std::string>, const_cast<std::string*>(&text), false}),
      sl::type_error);
  CHECK_FALSE(object["z"_slot].has_value());
}

}  // namespace unit_class_record
