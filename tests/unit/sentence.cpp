#include <slotted/sentence.hpp>

// Nothing without reflection: ctest shows the test as disabled there.
#if SLOTTED_REAL_MEMBERS

#include <slotted/diagnose.hpp>

#include <meta>
#include <string_view>

#include "support/catch.hpp"

namespace sl = slotted;

namespace unit_sentence {

struct Shape;
struct Circle;

TEST_CASE("a mistake is a sentence", "[sentence]") {
  STATIC_REQUIRE(sl::detail::sentence_about(^^sl::error::slot_already_declared_by_base<Circle, "radius", Shape>) ==
                 "unit_sentence::Circle declares the slot 'radius', which its base unit_sentence::Shape has already.");
  STATIC_REQUIRE(sl::detail::sentence_about(^^sl::error::slot_type_is_the_class_itself_use_a_pointer<Circle, "c">) ==
                 "The slot 'c' of unit_sentence::Circle would hold a unit_sentence::Circle: use a pointer.");
}

TEST_CASE("a mistake without a sentence says its name in words", "[sentence]") {
  STATIC_REQUIRE(sl::detail::sentence_about(^^sl::error::object_layout_differs<Circle, Shape>) ==
                 "object layout differs.");
}

TEST_CASE("what is printed names the mistake, too", "[sentence]") {
  constexpr std::string_view text = sl::detail::message_for<sl::error::slot_list_given_twice<Circle>>();
  CHECK(text ==
        "unit_sentence::Circle has two lists of slots: write all slots in one. "
        "[slotted::error::slot_list_given_twice<unit_sentence::Circle>]");
}

consteval bool is_mistake(std::string_view name) {
  for (const auto one : members_of(^^sl::error, std::meta::access_context::unchecked()))
    if (has_identifier(one) && identifier_of(one) == name) return true;
  return false;
}

TEST_CASE("each sentence is that of a mistake, and of one only", "[sentence]") {
  STATIC_REQUIRE(!is_mistake("no_mistake_at_all"));
  STATIC_REQUIRE([] {
    for (const auto& one : sl::detail::sentences)
      if (!is_mistake(one.mistake) || one.sentence.back() != '.') return false;
    return true;
  }());
  STATIC_REQUIRE([] {
    for (const auto& one : sl::detail::sentences)
      for (const auto& other : sl::detail::sentences)
        if (&one != &other && one.mistake == other.mistake) return false;
    return true;
  }());
}

}  // namespace unit_sentence

#endif
