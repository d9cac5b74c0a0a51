// A class refuses the copies, moves and assignments that a struct with the same members would not have, and no others.
#include <slotted/copy_rules.hpp>

#include <slotted/slotted.hpp>

#include <memory>
#include <type_traits>
#include <utility>

#include "support/catch.hpp"

namespace sl = slotted;
using namespace slotted::literals;

namespace unit_copy_rules {

struct immovable {
  immovable() = default;
  immovable(const immovable&) = delete;
  immovable& operator=(const immovable&) = delete;
};
struct moved_only {
  moved_only() = default;
  moved_only(moved_only&&) = default;
  moved_only& operator=(moved_only&&) = default;
};
struct without_moves {
  without_moves() = default;
  without_moves(const without_moves&) = default;
  without_moves(without_moves&&) = delete;
  without_moves& operator=(const without_moves&) = default;
  without_moves& operator=(without_moves&&) = delete;
};
/// Is copied where it would be moved, as the language has it of a class with such a part.
struct copied_only {
  without_moves part;
};
struct made_but_not_assigned {
  made_but_not_assigned() = default;
  made_but_not_assigned(const made_but_not_assigned&) = default;
  made_but_not_assigned& operator=(const made_but_not_assigned&) = delete;
};
struct assigned_but_not_made {
  assigned_but_not_made() = default;
  assigned_but_not_made(const assigned_but_not_made&) = delete;
  assigned_but_not_made& operator=(const assigned_but_not_made&) = default;
};
/// A base that only those that derive from it can copy.
class protected_copies {
 public:
  protected_copies() = default;

 protected:
  protected_copies(const protected_copies&) = default;
  protected_copies& operator=(const protected_copies&) = default;
};

template <class A, class B>
struct members {
  A a;
  B b;
};
template <class A, class B>
struct fields
    : sl::object<fields<A, B>, sl::slots<sl::field<"a", A, sl::defaults_to<>>, sl::field<"b", B, sl::defaults_to<>>>> {
  using fields::object::object;
};
template <class A, class B>
struct bases : A, B {
  int x;
};
template <class A, class B>
struct extended : sl::object<extended<A, B>, sl::extends<A, B>, sl::slots<sl::field<"x", int>>> {
  using extended::object::object;
};

template <class Ours, class Struct>
constexpr bool copied_alike() {
  return std::is_copy_constructible_v<Ours> == std::is_copy_constructible_v<Struct> &&
         std::is_move_constructible_v<Ours> == std::is_move_constructible_v<Struct> &&
         std::is_copy_assignable_v<Ours> == std::is_copy_assignable_v<Struct> &&
         std::is_move_assignable_v<Ours> == std::is_move_assignable_v<Struct> &&
         std::is_trivially_copyable_v<Ours> == std::is_trivially_copyable_v<Struct> && sizeof(Ours) == sizeof(Struct);
}

template <template <class, class> class Ours, template <class, class> class Struct, class... T>
constexpr bool all_pairs_alike() {
  const auto with_all = []<class A>(std::type_identity<A>) {
    return (copied_alike<Ours<A, T>, Struct<A, T>>() && ...);
  };
  return (with_all(std::type_identity<T>{}) && ...);
}

TEST_CASE("fields are copied, moved and assigned as the members of a struct", "[copy_rules]") {
  STATIC_REQUIRE(all_pairs_alike<fields, members, int, const int, immovable, moved_only, copied_only,
                                 made_but_not_assigned, assigned_but_not_made>());
}

TEST_CASE("a class is copied, moved and assigned as its bases", "[copy_rules]") {
  STATIC_REQUIRE(copied_alike<extended<immovable, moved_only>, bases<immovable, moved_only>>());
  STATIC_REQUIRE(copied_alike<extended<moved_only, copied_only>, bases<moved_only, copied_only>>());
  STATIC_REQUIRE(
      copied_alike<extended<made_but_not_assigned, copied_only>, bases<made_but_not_assigned, copied_only>>());
}

TEST_CASE("a base whose copies are protected is copied as a part of the class", "[copy_rules]") {
  STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<protected_copies>);
  STATIC_REQUIRE(copied_alike<extended<protected_copies, copied_only>, bases<protected_copies, copied_only>>());
  const extended<protected_copies, copied_only> one{7};
  auto other = one;
  CHECK(other["x"_slot] == 7);
  other["x"_slot] = 8;
  other = one;
  CHECK(other["x"_slot] == 7);
}

TEST_CASE("what copies an abstract base is up to the compiler", "[copy_rules]") {
  struct shape {
    shape() = default;
    shape(const shape&) = default;
    shape& operator=(const shape&) = default;
    virtual ~shape() = default;
    virtual int sides() const = 0;
  };
  struct Square : sl::object<Square, sl::extends<shape>, sl::slots<sl::field<"side", int>>> {
    using object::object;
    int sides() const override { return 4; }
  };
  const Square square{3};
  const Square copy = square;
  CHECK(copy["side"_slot] == 3);
}

// The refusals.

template <class C, class How>
using refusal_in = sl::detail::refusal<How, sl::detail::declaration_of<C>>;

struct Session : sl::object<Session, sl::slots<sl::field<"id", int>, sl::slot<"socket", std::unique_ptr<int>>>> {
  using object::object;
};
struct Nested : sl::object<Nested, sl::extends<Session>, sl::slots<sl::slot<"lock", immovable>>> {
  using object::object;
};

TEST_CASE("a refusal names the first slot or base that is in the way", "[copy_rules]") {
  using namespace sl::detail;
  STATIC_REQUIRE(std::is_same_v<refusal_in<Session, to_copy>,
                                sl::error::slot_type_cannot_be_copied<Session, "socket", std::unique_ptr<int>>>);
  STATIC_REQUIRE(std::is_same_v<refusal_in<Session, to_copy_assign>,
                                sl::error::slot_type_cannot_be_copied<Session, "socket", std::unique_ptr<int>>>);
  STATIC_REQUIRE(std::is_void_v<refusal_in<Session, to_move>>);
  STATIC_REQUIRE(std::is_void_v<refusal_in<Session, to_move_assign>>);
  STATIC_REQUIRE(std::is_same_v<refusal_in<Nested, to_copy>, sl::error::base_cannot_be_copied<Nested, Session>>);
  STATIC_REQUIRE(
      std::is_same_v<refusal_in<Nested, to_move>, sl::error::slot_type_cannot_be_moved<Nested, "lock", immovable>>);
  STATIC_REQUIRE(std::is_same_v<refusal_in<Nested, to_move_assign>,
                                sl::error::slot_type_cannot_be_assigned<Nested, "lock", immovable>>);
}

TEST_CASE("a class that refuses nothing has no layer for it", "[copy_rules]") {
  struct plain {};
  struct Point : sl::object<Point, sl::slots<sl::field<"x", double>, sl::slot<"label", int>>> {
    using object::object;
  };
  STATIC_REQUIRE(std::is_same_v<sl::detail::refusing_base<sl::detail::declaration_of<Point>, plain>, plain>);
  STATIC_REQUIRE_FALSE(std::is_same_v<sl::detail::refusing_base<sl::detail::declaration_of<Session>, plain>, plain>);
}

}  // namespace unit_copy_rules
