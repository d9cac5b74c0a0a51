#include <slotted/described_layout.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

#include "support/catch.hpp"

namespace sl = slotted;

namespace unit_described_layout {

struct Foreign {
  std::int64_t foreign = 0;
};
struct Base : sl::object<Base, sl::slots<sl::slot<"a", std::int32_t>, sl::weakref_slot>> {
  using object::object;
};
struct Derived
    : sl::object<Derived, sl::extends<Base, Foreign>, sl::slots<sl::slot<"b", std::int8_t>, sl::dict_slot<>>> {
  using object::object;
};
struct Members : sl::object<Members, sl::slots<sl::field<"x", char>>> {
  using object::object;
  int plain = 0;
};

struct Row : sl::object<Row, sl::slots<sl::field<"number", std::int32_t>, sl::items<double, std::uint32_t>>> {
  using object::object;
};

/// A vptr of its own, of each kind: at the beginning, or in a base that is not slotted.
struct Virtual : sl::object<Virtual, sl::slots<sl::field<"x", std::int64_t>>> {
  using object::object;
  virtual ~Virtual() = default;
};
struct Foreign_virtual {
  virtual ~Foreign_virtual() = default;
};
struct On_foreign : sl::object<On_foreign, sl::extends<Foreign_virtual>, sl::slots<sl::field<"x", std::int64_t>>> {
  using object::object;
};

using part = sl::detail::layout_part;

TEST_CASE("every byte of a class belongs to one part", "[described_layout]") {
  const auto described = sl::detail::described_layout_of<Derived>();
  std::size_t at = 0;
  for (const part& one : described.parts) {
    CHECK(one.offset == at);
    at += one.size;
  }
  CHECK(at == sizeof(Derived));
}

TEST_CASE("parts know the class that they are of", "[described_layout]") {
  const auto described = sl::detail::described_layout_of<Derived>();
  REQUIRE(described.classes.size() == 2);
  CHECK(described.classes[0] == "Base");
  CHECK(described.classes[1] == "Derived");
  std::size_t found = 0;
  for (const part& one : described.parts) {
    if (one.name == "a" || one.name == "weakref slot") found += one.level == 0;
    if (one.name == "b" || one.name == "dict slot") found += one.level == 1;
    if (one.kind == part::base) found += one.name == "Foreign" && one.size == sizeof(Foreign);
  }
  CHECK(found == 5);
}

TEST_CASE("presence bits name their slots", "[described_layout]") {
  const auto described = sl::detail::described_layout_of<Derived>();
  for (const sl::member& slot : sl::members<Derived>) {
    const sl::member* const named = described.bits[8 * slot.presence_offset];
    REQUIRE(named != nullptr);
    CHECK(named->name == slot.name);
  }
}

TEST_CASE("a part says how many presence bits it has", "[described_layout]") {
  struct One : sl::object<One, sl::slots<sl::slot<"a", int>>> {};
  struct Two : sl::object<Two, sl::slots<sl::slot<"a", int>, sl::slot<"b", int>>> {};
  const auto said = [](const auto& described) {
    for (const part& one : described.parts)
      if (one.kind == part::presence) return one.note;
    return std::string();
  };
  CHECK(said(sl::detail::described_layout_of<One>()) == "1 bit");
  CHECK(said(sl::detail::described_layout_of<Two>()) == "2 bits");
}

TEST_CASE("the count of items is a part, the items are told beside the size", "[described_layout]") {
  const auto described = sl::detail::described_layout_of<Row>();
  REQUIRE(described.parts.size() == 2);
  CHECK(described.parts[1].name == "count of items");
  CHECK(described.parts[1].offset == 4);
  CHECK(described.parts[1].size == 4);
  CHECK_THAT(described.facts, support::contains(", items of 8 bytes each from byte 8"));
}

TEST_CASE("a vptr is a part, or in the base that has it", "[described_layout]") {
  const auto pointers_in = [](const sl::detail::described_layout& described) {
    std::size_t found = 0;
    for (const part& one : described.parts) found += one.kind == part::pointer;
    return found;
  };
  CHECK(pointers_in(sl::detail::described_layout_of<Virtual>()) == 1);
  CHECK(pointers_in(sl::detail::described_layout_of<On_foreign>()) == 0);
}

TEST_CASE("members that are no slots are gaps", "[described_layout]") {
  const auto described = sl::detail::described_layout_of<Members>();
  CHECK(described.parts.back().kind == part::gap);
}

}  // namespace unit_described_layout
