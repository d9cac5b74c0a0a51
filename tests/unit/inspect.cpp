#include <slotted/inspect.hpp>

#include <slotted/slotted.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_inspect {

struct Base : sl::object<Base, sl::slots<sl::field<"x", double, sl::doc<"abscissa">>, sl::slot<"label", std::string>>> {
  using object::object;
};
struct Derived : sl::object<Derived, sl::extends<Base>,
                            sl::slots<sl::slot<"n", std::int16_t, sl::readonly>,
                                      sl::field<"secret", char, sl::hidden, sl::defaults_to<'s'>>>> {
  using object::object;
};
struct Plain : Derived {
  using Derived::Derived;
  double more = 1.0;
};

TEST_CASE("row 151, row 89: a class knows all its slots, and which it declares itself", "[inspect]") {
  STATIC_REQUIRE(sl::slot_count<Base> == 2);
  STATIC_REQUIRE(sl::slot_count<Derived> == 4);
  constexpr auto all = sl::slot_names<Derived>;
  STATIC_REQUIRE(all.size() == 4);
  STATIC_REQUIRE(all[0] == "x");
  STATIC_REQUIRE(all[1] == "label");
  STATIC_REQUIRE(all[2] == "n");
  STATIC_REQUIRE(all[3] == "secret");
  constexpr auto own = sl::own_slot_names<Derived>;
  STATIC_REQUIRE(own.size() == 2);
  STATIC_REQUIRE(own[0] == "n");
  STATIC_REQUIRE(own[1] == "secret");
  STATIC_REQUIRE(sl::slot_count<Plain> == 4);
  STATIC_REQUIRE(sl::slot_count<const Plain> == 4);
  STATIC_REQUIRE(sl::class_name<Derived> == "Derived");
}

TEST_CASE("row 80: the list of slots is complete, whatever is set", "[inspect]") {
  const Derived d{"x"_slot = 1.0};
  std::size_t known = 0;
  for (const std::string_view name : sl::slot_names<Derived>) known += name.empty() ? 0u : 1u;
  CHECK(known == 4);
  CHECK_FALSE(hasattr(d, "label"));
}

TEST_CASE("row 45: members is a table of plain structs", "[inspect]") {
  constexpr auto& m = sl::members<Derived>;
  STATIC_REQUIRE(m.size() == 4);
  STATIC_REQUIRE(std::is_trivially_copyable_v<sl::member>);
  STATIC_REQUIRE(m[0].name == "x");
  STATIC_REQUIRE(m[0].doc == "abscissa");
  STATIC_REQUIRE(m[0].kind == sl::value_kind::f64);
  STATIC_REQUIRE(m[0].type_name == "double");
  STATIC_REQUIRE(m[0].size == sizeof(double));
  STATIC_REQUIRE(m[0].alignment == alignof(double));
  STATIC_REQUIRE(m[0].flags == (sl::member::is_field | sl::member::is_inherited));
  STATIC_REQUIRE(m[0].presence_mask == 0);
  STATIC_REQUIRE(m[1].kind == sl::value_kind::string);
  STATIC_REQUIRE(m[1].type_name == "std::string");
  STATIC_REQUIRE(m[1].flags == sl::member::is_inherited);
  STATIC_REQUIRE(m[1].presence_mask != 0);
  STATIC_REQUIRE(m[2].flags == sl::member::is_readonly);
  STATIC_REQUIRE(m[2].kind == sl::value_kind::i16);
  STATIC_REQUIRE(m[3].flags == (sl::member::is_field | sl::member::is_hidden));
  STATIC_REQUIRE(m[1].presence_offset < sizeof(Derived));
  STATIC_REQUIRE(m[1].presence_offset != m[2].presence_offset);
}

enum class colour { red };

TEST_CASE("kinds name what other languages know", "[inspect]") {
  struct Kinds
      : sl::object<Kinds,
                   sl::slots<sl::slot<"a", std::int8_t>, sl::slot<"b", std::int16_t>, sl::slot<"c", std::int32_t>,
                             sl::slot<"d", std::int64_t>, sl::slot<"e", std::uint8_t>, sl::slot<"f", std::uint16_t>,
                             sl::slot<"g", std::uint32_t>, sl::slot<"h", std::uint64_t>, sl::slot<"i", float>,
                             sl::slot<"j", double>, sl::slot<"k", bool>, sl::slot<"l", const std::string>,
                             sl::slot<"m", std::vector<int>>, sl::slot<"n", colour>, sl::slot<"o", int*>,
                             sl::slot<"p", const int>, sl::slot<"q", int[2]>, sl::slot<"r", long double>>> {
    using object::object;
  };
  using enum sl::value_kind;
  constexpr sl::value_kind expected[] = {i8,  i16,     i32,    i64,   u8,    u16,   u32, u64,   f32,
                                         f64, boolean, string, other, other, other, i32, other, other};
  for (std::size_t i = 0; i != std::size(expected); ++i) {
    CAPTURE(sl::members<Kinds>[i].name);
    CHECK(sl::members<Kinds>[i].kind == expected[i]);
  }
  STATIC_REQUIRE(sl::members<Kinds>[16].size == 2 * sizeof(int));
}

TEST_CASE("of an array the table tells what its elements are, and how many", "[inspect]") {
  struct Arrays : sl::object<Arrays, sl::slots<sl::slot<"position", std::array<float, 3>>,
                                               sl::slot<"colour", std::uint8_t[4]>, sl::slot<"matrix", double[4][3]>,
                                               sl::slot<"rows", const std::array<std::array<const std::int16_t, 2>, 5>>,
                                               sl::slot<"columns", std::array<float[2], 3>>,
                                               sl::slot<"names", std::array<std::string, 2>>,
                                               sl::slot<"no_names", std::array<std::string, 0>>,
                                               sl::slot<"lists", std::array<std::vector<int>, 2>>,
                                               sl::slot<"one", const float>, sl::slot<"list", std::vector<int>>>> {
    using object::object;
  };
  using enum sl::value_kind;
  constexpr auto& m = sl::members<Arrays>;
  constexpr sl::value_kind elements[] = {f32, u8, f64, i16, f32, string, string, other, f32, other};
  constexpr std::size_t counts[] = {3, 4, 12, 10, 6, 2, 0, 2, 1, 1};
  for (std::size_t i = 0; i != std::size(elements); ++i) {
    CAPTURE(m[i].name);
    CHECK(m[i].element_kind == elements[i]);
    CHECK(m[i].element_count == counts[i]);
    CHECK((m[i].kind == m[i].element_kind) == (i >= 8 || elements[i] == other));
  }
}

TEST_CASE("names and docs of members can be given to C", "[inspect]") {
  for (const sl::member& slot : sl::members<Derived>) {
    CHECK(slot.name.data()[slot.name.size()] == 0);
    if (!slot.doc.empty()) CHECK(slot.doc.data()[slot.doc.size()] == 0);
  }
}

TEST_CASE("a binding reads and writes an object by the table alone", "[inspect]") {
  Derived d{"x"_slot = 1.5, "n"_slot = 7};
  auto* bytes = reinterpret_cast<unsigned char*>(&d);
  for (const sl::member& m : sl::members<Derived>) {
    const bool set = m.presence_mask == 0 || (bytes[m.presence_offset] & m.presence_mask) != 0;
    CHECK(set == (m.name != "label"));
    if (m.kind == sl::value_kind::f64) *reinterpret_cast<double*>(bytes + m.offset) += 1.0;
    if (m.kind == sl::value_kind::i16) CHECK(*reinterpret_cast<std::int16_t*>(bytes + m.offset) == 7);
  }
  CHECK(d["x"_slot] == 2.5);
}

TEST_CASE("row 45: layout_of tells sizes and holes, slots in memory order", "[inspect]") {
  struct Holes : sl::object<Holes, sl::declared_order,
                            sl::slots<sl::field<"c", char>, sl::field<"d", double>, sl::slot<"e", char>>> {
    using object::object;
  };
  constexpr auto& layout = sl::layout_of<Holes>;
  STATIC_REQUIRE(layout.size == sizeof(Holes));
  STATIC_REQUIRE(layout.alignment == alignof(Holes));
  STATIC_REQUIRE(layout.dict_offset == layout.none);
  STATIC_REQUIRE(layout.weakref_offset == layout.none);
  STATIC_REQUIRE(layout.item_size == 0);
  STATIC_REQUIRE(layout.memory_order.size() == 3);
  STATIC_REQUIRE(layout.memory_order[0].name == "c");
  STATIC_REQUIRE(layout.memory_order[1].name == "d");
  STATIC_REQUIRE(layout.padding == sizeof(Holes) - 1 - 8 - 1 - 1);
  STATIC_REQUIRE(layout.data_size == alignof(double) + 8 + 1);

  struct Sorted : sl::object<Sorted, sl::slots<sl::field<"a", char>, sl::field<"b", double>, sl::field<"c", char>>> {
    using object::object;
  };
  constexpr auto& sorted = sl::layout_of<Sorted>;
  STATIC_REQUIRE(sorted.size == 8 + alignof(double));
  STATIC_REQUIRE(sorted.padding == alignof(double) - 2);
  for (std::size_t i = 1; i != sorted.memory_order.size(); ++i)
    CHECK(sorted.memory_order[i - 1].offset < sorted.memory_order[i].offset);
}

TEST_CASE("the layout of an empty class is empty", "[inspect]") {
  struct Empty : sl::object<Empty, sl::slots<>> {};
  STATIC_REQUIRE(sl::layout_of<Empty>.data_size == 0);
  STATIC_REQUIRE(sl::layout_of<Empty>.padding == 0);
  STATIC_REQUIRE(sl::layout_of<Empty>.memory_order.empty());
}

TEST_CASE("data_size of a final class is all of it", "[inspect]") {
  struct Last final : sl::object<Last, sl::slots<sl::field<"d", double>, sl::field<"c", char>>> {
    using object::object;
  };
  STATIC_REQUIRE(sl::layout_of<Last>.data_size == sizeof(Last));
}

struct Exact : sl::object<Exact, sl::slots<sl::field<"d", double>, sl::field<"c", char>>> {
  using object::object;
  int method() const { return 1; }
  static inline int shared = 0;
};

TEST_CASE("is_exact sees every data member beside the slots, also one in the tail", "[inspect]") {
  struct WithMember : sl::object<WithMember, sl::slots<sl::field<"d", double>>> {
    using object::object;
    int plain = 0;
  };
  struct InTail : sl::object<InTail, sl::slots<sl::field<"d", double>, sl::field<"c", char>>> {
    using object::object;
    char plain = 0;
  };
  struct Polymorphic : sl::object<Polymorphic, sl::slots<sl::field<"d", double>, sl::field<"c", char>>> {
    using object::object;
    virtual ~Polymorphic() = default;
  };
  struct PolymorphicWithMember
      : sl::object<PolymorphicWithMember, sl::slots<sl::field<"d", double>, sl::field<"c", char>>> {
    using object::object;
    virtual ~PolymorphicWithMember() = default;
    char plain = 0;
  };
  struct Empty : sl::object<Empty, sl::slots<>> {};
  struct EmptyWithMember : sl::object<EmptyWithMember, sl::slots<>> {
    char plain = 0;
  };
  STATIC_REQUIRE(sl::is_exact<Exact>);
  STATIC_REQUIRE_FALSE(sl::is_exact<WithMember>);
  STATIC_REQUIRE(sizeof(InTail) == sizeof(Exact));
  STATIC_REQUIRE_FALSE(sl::is_exact<InTail>);
  STATIC_REQUIRE(sl::is_exact<Polymorphic>);
  STATIC_REQUIRE_FALSE(sl::is_exact<PolymorphicWithMember>);
  STATIC_REQUIRE(sl::is_exact<Empty>);
  STATIC_REQUIRE_FALSE(sl::is_exact<EmptyWithMember>);
  STATIC_REQUIRE(sl::is_exact<Base>);
  STATIC_REQUIRE(sl::is_exact<Derived>);
  STATIC_REQUIRE_FALSE(sl::is_exact<Plain>);
}

TEST_CASE("row 1: no class has a dict or a weakref slot that it did not ask for", "[inspect]") {
  STATIC_REQUIRE_FALSE(sl::has_dict<Derived>);
  STATIC_REQUIRE_FALSE(sl::has_weakref<Derived>);
}

TEST_CASE("the footprint of an object without dict and weakref slot is its size", "[inspect]") {
  const Derived d{"x"_slot = 1.0, "label"_slot = std::string(1000, 'l')};
  CHECK(sl::footprint(d) == sizeof(Derived));
  const Plain plain{1.0};
  CHECK(sl::footprint(plain) == sizeof(Plain));
  STATIC_REQUIRE(noexcept(sl::footprint(d)));
}

struct WithDict : sl::object<WithDict, sl::slots<sl::field<"d", double>, sl::dict_slot<>, sl::slot<"c", char>>> {
  using object::object;
};
struct BelowDict : sl::object<BelowDict, sl::extends<WithDict>, sl::slots<sl::slot<"e", char>>> {
  using object::object;
};

TEST_CASE("a dict slot is a pointer in the layout, and no slot", "[inspect]") {
  STATIC_REQUIRE(sl::has_dict<WithDict>);
  STATIC_REQUIRE(sl::has_dict<BelowDict>);
  STATIC_REQUIRE_FALSE(sl::has_weakref<WithDict>);
  STATIC_REQUIRE(sl::slot_count<WithDict> == 2);
  STATIC_REQUIRE(sl::members<WithDict>.size() == 2);
  STATIC_REQUIRE(sl::slot_names<WithDict>[1] == "c");
  STATIC_REQUIRE(sl::layout_of<WithDict>.dict_offset == sizeof(double));
  STATIC_REQUIRE(sl::layout_of<BelowDict>.dict_offset == sizeof(double));
  STATIC_REQUIRE(sl::layout_of<WithDict>.weakref_offset == sl::layout_of<WithDict>.none);
  STATIC_REQUIRE(sl::layout_of<Derived>.dict_offset == sl::layout_of<Derived>.none);
  STATIC_REQUIRE(sizeof(WithDict) == sizeof(double) + 2 * sizeof(void*));
  STATIC_REQUIRE(sl::layout_of<WithDict>.padding == sizeof(void*) - 2);
  STATIC_REQUIRE(sl::is_exact<WithDict>);
  STATIC_REQUIRE(sl::is_exact<BelowDict>);
  struct Shifted : sl::object<Shifted, sl::extends<WithDict>, sl::slots<>> {
    using object::object;
    virtual ~Shifted() = default;
    Shifted(const Shifted&) = default;
  };
  STATIC_REQUIRE(sl::layout_of<Shifted>.dict_offset == sizeof(void*) + sizeof(double));
  const WithDict o{1.0};
  CHECK(sl::detail::bytes_of(sl::detail::dict_of(o)) - sl::detail::bytes_of(o) == sizeof(double));
}

TEST_CASE("row 112: the footprint counts the memory of dynamic attributes, names that are shared not", "[inspect]") {
  struct Ints : sl::object<Ints, sl::slots<sl::dict_slot<int>>> {
    using object::object;
  };
  Ints o;
  CHECK(sl::footprint(o) == sizeof(void*));
  std::size_t last = sl::footprint(o);
  for (int i = 0; i != 100; ++i) {
    setattr(o, "n" + std::to_string(i), i);
    CHECK(sl::footprint(o) >= last);
    CHECK(sl::footprint(o) >= sizeof(Ints) + sizeof(void*) + static_cast<std::size_t>(i + 1) * sizeof(int));
    last = sl::footprint(o);
    if (i == 4) CHECK(last <= sizeof(Ints) + sizeof(void*) + 8 * sizeof(int));
  }
  vars(o).clear();
  CHECK(sl::footprint(o) == sizeof(void*));
  struct Longer : Ints {
    using Ints::Ints;
    double more = 0;
  };
  const Longer longer;
  CHECK(sl::footprint(longer) == sizeof(Longer));
}

TEST_CASE("the footprint counts the block of weak references", "[inspect]") {
  struct Watched : sl::object<Watched, sl::slots<sl::weakref_slot>> {
    using object::object;
  };
  const Watched w;
  CHECK(sl::footprint(w) == sizeof(Watched));
  const sl::weak_ref reference(w);
  CHECK(sl::footprint(w) == sizeof(Watched) + sizeof(sl::detail::weak_block));
}

}  // namespace unit_inspect
