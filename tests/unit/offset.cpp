#include <slotted/offset.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_offset {

/// The sources of one number: the descriptor, `members`, the layout table, and where the value really is.
template <class C>
void sources_agree(C& object) {
  const auto* start = reinterpret_cast<const unsigned char*>(std::addressof(object));
  std::size_t visited = 0;
  sl::for_each_slot<C>([&](auto slot) {
    CAPTURE(slot.qualname);
    ++visited;
    const auto& member = sl::members<C>[slot.index];
    CHECK(member.name == slot.name);
    CHECK(member.offset == slot.offset);
    CHECK(member.size == slot.size);
    CHECK(member.alignment == slot.alignment);
    std::size_t in_layout = 0;
    for (const sl::member& one : sl::layout_of<C>.memory_order)
      if (one.name == slot.name) {
        CHECK(one.offset == slot.offset);
        ++in_layout;
      }
    CHECK(in_layout == 1);
    if constexpr (slot.may_be_unset) {
      // The presence bit as the table says it, before and after.
      const unsigned char* presence = start + member.presence_offset;
      CHECK(slot.has(object) == ((*presence & member.presence_mask) != 0));
      if (!slot.has(object)) slot.set(object, typename decltype(slot)::value_type());
      CHECK((*presence & member.presence_mask) != 0);
    } else {
      CHECK(member.presence_mask == 0);
    }
    CHECK(reinterpret_cast<const unsigned char*>(std::addressof(slot.get(object))) == start + slot.offset);
    CHECK(slot.offset % slot.alignment == 0);
    CHECK(slot.offset + slot.size <= sizeof(C));
  });
  CHECK(visited == sl::slot_count<C>);
  CHECK(sl::layout_of<C>.size == sizeof(C));
  CHECK(sl::layout_of<C>.alignment == alignof(C));
}

using two = sl::slots<sl::field<"a", char, sl::defaults_to<'a'>>, sl::slot<"b", double>>;

struct Plain : sl::object<Plain, two> {
  using object::object;
};
struct Polymorphic : sl::object<Polymorphic, two> {
  using object::object;
  virtual ~Polymorphic() = default;
};
struct ownership {
  std::int16_t owner = 1;
  char tail = 't';
};
struct AfterBase : sl::object<AfterBase, sl::extends<ownership>, two> {
  using object::object;
};
struct with_vptr {
  int n = 1;
  virtual ~with_vptr() = default;
};
struct AfterPolymorphicBase : sl::object<AfterPolymorphicBase, sl::extends<with_vptr>, two> {
  using object::object;
};
struct EarlierBase : ownership, sl::object<EarlierBase, two> {
  using EarlierBase::object::object;
};
struct EarlierPolymorphicBase : with_vptr, sl::object<EarlierPolymorphicBase, two> {
  using EarlierPolymorphicBase::object::object;
};
struct WithMembers : sl::object<WithMembers, two> {
  using object::object;
  int plain = 7;
};
struct Derived
    : sl::object<Derived, sl::extends<Plain>, sl::slots<sl::field<"c", int, sl::defaults_to<3>>, sl::slot<"d", char>>> {
  using object::object;
};
struct DerivedPolymorphic : sl::object<DerivedPolymorphic, sl::extends<Plain>, sl::slots<sl::slot<"c", int>>> {
  using object::object;
  virtual ~DerivedPolymorphic() = default;
};
struct DerivedOfPolymorphic
    : sl::object<DerivedOfPolymorphic, sl::extends<Polymorphic>, sl::slots<sl::slot<"c", char>>> {
  using object::object;
};
struct Other : sl::object<Other, sl::slots<sl::field<"x", int, sl::defaults_to<1>>, sl::slot<"y", char>>> {
  using object::object;
};
struct Both : sl::object<Both, sl::extends<Plain, Other>, sl::slots<sl::slot<"z", char>>> {
  using object::object;
};
struct BothPolymorphic
    : sl::object<BothPolymorphic, sl::extends<Other, Polymorphic>, sl::slots<sl::slot<"z", std::int64_t>>> {
  using object::object;
};
struct virtual_part {
  int n = 9;
};
struct WithVirtualBase : virtual virtual_part, sl::object<WithVirtualBase, two> {
  using WithVirtualBase::object::object;
};
struct ExtendsVirtual : virtual virtual_part {
  char c = 'c';
};
struct AfterVirtual : sl::object<AfterVirtual, sl::extends<ExtendsVirtual>, two> {
  using object::object;
};
struct Final final : sl::object<Final, sl::extends<Plain>, sl::slots<sl::slot<"e", int>>> {
  using object::object;
};
struct Ordered : sl::object<Ordered, sl::declared_order,
                            sl::slots<sl::slot<"p", char>, sl::slot<"q", double>, sl::slot<"r", char>>> {
  using object::object;
};
template <class T>
struct Box : sl::object<Box<T>, sl::slots<sl::slot<"value", T>, sl::field<"tag", char, sl::defaults_to<'t'>>>> {
  using Box::object::object;
};
struct alignas(64) line {
  int n = 0;
};

TEMPLATE_TEST_CASE("descriptor, members, layout and the real address are sources of one number", "[offset]", Plain,
                   Polymorphic, AfterBase, AfterPolymorphicBase, EarlierBase, EarlierPolymorphicBase, WithMembers,
                   Derived, DerivedPolymorphic, DerivedOfPolymorphic, Both, BothPolymorphic, WithVirtualBase,
                   AfterVirtual, Final, Ordered, Box<char>, Box<std::string>, Box<line>) {
  TestType object;
  sources_agree(object);
}

struct Abstract : sl::object<Abstract, two> {
  using object::object;
  virtual int area() const = 0;
  virtual ~Abstract() = default;
};
struct Concrete : sl::object<Concrete, sl::extends<Abstract>, sl::slots<sl::slot<"c", char>>> {
  using object::object;
  int area() const override { return 1; }
};
struct AbstractOfPlain : sl::object<AbstractOfPlain, sl::extends<Plain>, sl::slots<sl::slot<"c", int>>> {
  using object::object;
  virtual int area() const = 0;
  virtual ~AbstractOfPlain() = default;
};
struct AbstractOfPolymorphic
    : sl::object<AbstractOfPolymorphic, sl::extends<Polymorphic>, sl::slots<sl::slot<"c", int>>> {
  using object::object;
  virtual int area() const = 0;
};
struct AbstractOfBoth : sl::object<AbstractOfBoth, sl::extends<Plain, Other>, sl::slots<sl::slot<"z", char>>> {
  using object::object;
  virtual int area() const = 0;
  virtual ~AbstractOfBoth() = default;
};
struct AbstractOfAbstract
    : sl::object<AbstractOfAbstract, sl::extends<Abstract>, sl::slots<sl::slot<"c", std::int64_t>>> {
  using object::object;
};
struct AbstractOfForeign : sl::object<AbstractOfForeign, sl::extends<with_vptr>, two> {
  using object::object;
  virtual int area() const = 0;
};

/// Something that can be made where `C` is abstract.
template <class C>
struct made_of final : C {
  int area() const override { return 2; }
};

TEMPLATE_TEST_CASE("they agree for abstract classes, seen through a reference", "[offset]", Abstract, Concrete,
                   AbstractOfPlain, AbstractOfPolymorphic, AbstractOfBoth, AbstractOfAbstract, AbstractOfForeign) {
  made_of<TestType> object;
  TestType& seen = object;
  sources_agree(seen);
}

TEST_CASE("row 60: inherited slots lie in a derived class where they lie in the base", "[offset]") {
  STATIC_REQUIRE(sl::descriptor<Derived, "a">.offset == sl::descriptor<Plain, "a">.offset);
  STATIC_REQUIRE(sl::descriptor<Derived, "b">.offset == sl::descriptor<Plain, "b">.offset);
  STATIC_REQUIRE(sl::descriptor<DerivedOfPolymorphic, "a">.offset == sl::descriptor<Polymorphic, "a">.offset);
  STATIC_REQUIRE(sl::descriptor<Polymorphic, "b">.offset >= sizeof(void*));
}

TEST_CASE("a descriptor's offset is a constant of the class it was asked of", "[offset]") {
  STATIC_REQUIRE(sl::descriptor<Other, "x">.offset == 0);
  STATIC_REQUIRE(sl::descriptor<Both, "x">.offset >= sl::layout_of<Plain>.data_size);
  Both both;
  CHECK(reinterpret_cast<unsigned char*>(&both["x"_slot]) ==
        reinterpret_cast<unsigned char*>(&both) + sl::descriptor<Both, "x">.offset);
}

TEST_CASE("where a base ends, a derived class may begin", "[offset]") {
  struct padded {
    padded() = default;
    padded(const padded&) = default;
    std::int64_t big = 0;
    char small = 0;

   private:
    [[maybe_unused]] char another = 0;  // not standard-layout: its tail may be used
  };
  STATIC_REQUIRE(sl::detail::data_end<padded>() == 10);
  STATIC_REQUIRE(sl::detail::data_end<sl::object<Plain, two>>() <= sizeof(Plain));
  struct empty_one {};
  STATIC_REQUIRE(sl::detail::data_end<empty_one>() == 0);
  STATIC_REQUIRE(sl::detail::data_end<>() == 0);
  struct Small : sl::object<Small, sl::extends<padded>, sl::slots<sl::slot<"c", char>, sl::slot<"i", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(sizeof(Small) == 16);
  Small small;
  sources_agree(small);
}

TEST_CASE("offsets hold for objects inside other objects and arrays", "[offset]") {
  Derived several[3];
  for (Derived& one : several) sources_agree(one);
  struct holder {
    char c;
    Both both;
  } held{'c', {}};
  sources_agree(held.both);
}

}  // namespace unit_offset
