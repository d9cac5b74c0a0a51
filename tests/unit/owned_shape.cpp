#include <slotted/owned_shape.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/lone_class.hpp"
#include "support/shape_names.hpp"

namespace sl = slotted;
using sl::detail::class_record;
using sl::detail::hash_name;
using sl::detail::most_shared_names;
using sl::detail::owned_shape;
using sl::detail::shape;
using sl::detail::shared_shape;
using support::lone_class;
using support::names_in;
using support::walk;

namespace unit_owned_shape {

bool all_are_found(const shape& names) {
  for (std::uint32_t i = names.next_name(0); i != names.used; i = names.next_name(i + 1))
    if (names.find(hash_name(names.names()[i]->view())) != i) return false;
  return true;
}
bool is_empty(lone_class& owner) { return owner.registry.shape_count() == 0 && owner.registry.name_count() == 0; }
using texts = std::vector<std::string>;

/// A class whose registry makes no shape that was not asked for before.
struct full_class : lone_class {
  std::vector<shared_shape*> fill;

  full_class() {
    for (std::size_t i = 0; i != sl::detail::shapes_for_the_asking; ++i)
      fill.push_back(walk(*this, {"fill " + std::to_string(i)}));
  }
  full_class(const full_class&) = delete;
  full_class& operator=(const full_class&) = delete;
  ~full_class() {
    for (shared_shape* const one : fill) registry.release(*one);
  }
};

TEST_CASE("a shape is given back unless it is taken", "[owned_shape]") {
  lone_class owner;
  {
    const owned_shape dropped(walk(owner, {"a", "b"}));
    CHECK(&*dropped == walk(owner, {"a", "b"}));
    owned_shape::give_back(*dropped);
  }
  CHECK(is_empty(owner));
  shape* kept = nullptr;
  {
    owned_shape taken(walk(owner, {"a", "b"}));
    kept = taken.take();
  }
  CHECK(owner.registry.shape_count() == 2);
  owned_shape::give_back(*kept);
  CHECK(is_empty(owner));
  {
    const owned_shape alone(owner.registry.copy_private(owner.root(), &owner.record, 3));
  }
  {
    const owned_shape nothing(&owner.root());
  }
  CHECK(is_empty(owner));
}

TEST_CASE("a name of another shape is added, and the shape before given up", "[owned_shape]") {
  lone_class owner;
  shared_shape* const from = walk(owner, {"a", "b"});
  {
    owned_shape names(&owner.root());
    CHECK(names.add(*from, 1));
    CHECK(names_in(*names) == texts{"b"});
    CHECK(names.add(*from, 0));
    CHECK(names_in(*names) == texts{"b", "a"});
    CHECK(owner.registry.shape_count() == 4);
  }
  CHECK(owner.registry.shape_count() == 2);
  owner.registry.release(*from);
  CHECK(is_empty(owner));
}

TEST_CASE("a name that is not to be shared is not added, and nothing is lost", "[owned_shape]") {
  lone_class owner;
  std::vector<std::string> names;
  for (std::size_t i = 0; i != most_shared_names; ++i) names.push_back("n" + std::to_string(i));
  shared_shape* full = &owner.root();
  for (const std::string& name : names) full = owner.advance(*full, name);
  shared_shape* const from = walk(owner, {"more"});
  {
    owned_shape all(full);
    CHECK_FALSE(all.add(*from, 0));
    CHECK(&*all == full);
    CHECK(names_in(*all) == names);
  }
  owner.registry.release(*from);
  CHECK(is_empty(owner));
}

TEST_CASE("shared names for another class are its own shared names", "[owned_shape]") {
  lone_class from;
  lone_class to;
  class_record derived("Derived", &sl::detail::identity_of<int>, &from.record, 1, 0, from.record.functions,
                       &from.registry);
  shared_shape* const names = walk(from, {"a", "b", "c"});
  for (class_record* const record : {&derived, &to.record}) {
    shape* const made = owned_shape::for_class(*names, *record);
    CHECK(made->real == record);
    CHECK_FALSE(made->is_private);
    CHECK(names_in(*made) == texts{"a", "b", "c"});
    CHECK(all_are_found(*made));
    shape* const again = owned_shape::for_class(*names, *record);
    CHECK(again == made);
    owned_shape::give_back(*again);
    owned_shape::give_back(*made);
  }
  CHECK(names_in(*names) == texts{"a", "b", "c"});
  from.registry.release(*names);
  CHECK(is_empty(from));
  CHECK(is_empty(to));
}

TEST_CASE("private names for another class stay private", "[owned_shape]") {
  lone_class from;
  lone_class to;
  shared_shape* const shared = walk(from, {"a", "b", "c"});
  shape* const alone = from.registry.copy_private(*shared, &from.record, 8);
  from.registry.release(*shared);
  shape* const made = owned_shape::for_class(*alone, to.record);
  CHECK(made->is_private);
  CHECK(made->real == &to.record);
  CHECK(made->capacity == 8);
  CHECK(names_in(*made) == texts{"a", "b", "c"});
  CHECK(all_are_found(*made));
  owned_shape::give_back(*alone);
  CHECK(is_empty(from));
  owned_shape::give_back(*made);
  CHECK(is_empty(to));
}

TEST_CASE("where the other class shares no more, the names are private there", "[owned_shape]") {
  lone_class from;
  full_class to;
  shared_shape* const names = walk(from, {"a", "b"});
  shape* const made = owned_shape::for_class(*names, to.record);
  CHECK(made->is_private);
  CHECK(made->capacity == sl::detail::capacity_of(*names));
  CHECK(names_in(*made) == texts{"a", "b"});
  owned_shape::give_back(*made);
  from.registry.release(*names);
  CHECK(to.registry.shape_count() == sl::detail::shapes_for_the_asking);
}

TEST_CASE("a name that is a slot of the other class is refused, and nothing left behind", "[owned_shape]") {
  // A class that lets x be an attribute, and a lone one, where it is a slot.
  lone_class from;
  struct NoSlots : sl::object<NoSlots, sl::slots<>> {
    using object::object;
  };
  class_record open("Open", &sl::detail::identity_of<NoSlots>, nullptr, 0, 0,
                    &sl::detail::functions_of_class<NoSlots>::all, &from.registry);
  shape* names = &open.root;
  for (const std::string_view name : {"a", "x", "b"}) names = from.registry.advance(names->shared(), hash_name(name));
  lone_class to;
  CHECK_THROWS_AS(owned_shape::for_class(*names, to.record), sl::attribute_error);
  CHECK_THROWS_AS(owned_shape::check_names(*names, to.record), sl::attribute_error);
  CHECK_NOTHROW(owned_shape::check_names(*names, open));
  CHECK(is_empty(to));
  shape* const alone = from.registry.copy_private(*names, &open, 8);
  CHECK_THROWS_AS(owned_shape::for_class(*alone, to.record), sl::attribute_error);
  CHECK(is_empty(to));
  // A slot's name that was deleted is no name any more.
  from.registry.release(*alone->names()[1]);
  alone->leave_hole(1);
  CHECK_NOTHROW(owned_shape::check_names(*alone, to.record));
  owned_shape::give_back(*alone);
  CHECK(names_in(*names) == texts{"a", "x", "b"});
  owned_shape::give_back(*names);
  CHECK(is_empty(from));
}

TEST_CASE("names without one of them are the shape of who set the others only", "[owned_shape]") {
  const texts all{"a", "b", "c", "d", "e"};
  for (std::size_t count = 2; count <= all.size(); ++count)
    for (std::size_t erased = 0; erased != count; ++erased) {
      lone_class owner;
      shared_shape* from = &owner.root();
      shared_shape* expected = &owner.root();
      texts left;
      for (std::size_t i = 0; i != count; ++i) {
        from = owner.advance(*from, all[i]);
        if (i == erased) continue;
        left.push_back(all[i]);
        expected = owner.advance(*expected, all[i]);
      }
      shape* const rest = owned_shape::without(*from, static_cast<std::uint32_t>(erased));
      CAPTURE(count, erased);
      CHECK(rest == expected);
      CHECK(names_in(*rest) == left);
      CHECK(names_in(*from).size() == count);
      owned_shape::give_back(*rest);
      owned_shape::give_back(*expected);
      owned_shape::give_back(*from);
      CHECK(is_empty(owner));
    }
}

TEST_CASE("where the rest is not to be shared it is private, with a hole", "[owned_shape]") {
  full_class owner;
  shared_shape* from = &owner.root();
  for (const std::string_view name : {"a", "b", "c"}) {
    shared_shape* const more = owner.advance(*from, name);
    from = more ? more : owner.advance(*from, name);  // made when asked for a second time
  }
  const std::size_t shapes = owner.registry.shape_count();
  shape* const rest = owned_shape::without(*from, 1);
  CHECK(rest->is_private);
  CHECK(rest->used == 3);
  CHECK(rest->alive == 2);
  CHECK(names_in(*rest) == texts{"a", "c"});
  CHECK(rest->find(hash_name("c")) == 2);  // where its value is
  CHECK(rest->find(hash_name("b")) == shape::none);
  CHECK(owner.registry.shape_count() == shapes);
  owner.registry.release(*from);
  CHECK(names_in(*rest) == texts{"a", "c"});
  owned_shape::give_back(*rest);
  CHECK(owner.registry.name_count() == owner.fill.size());
}

TEST_CASE("whatever allocation fails, no shape and no name is lost", "[owned_shape]") {
  const long failures = support::fail_every_allocation([](support::short_of_memory& attempt) {
    lone_class owner;
    lone_class other;
    shared_shape* const from = walk(owner, {"a", "b", "c"});
    shape* rest = nullptr;
    shape* there = nullptr;
    attempt([&] {
      rest = owned_shape::without(*from, 0);
      there = owned_shape::for_class(*from, other.record);
    });
    const bool right = from->used == 3 && (!rest || rest->used == 2) && (!there || all_are_found(*there));
    if (rest) owned_shape::give_back(*rest);
    if (there) owned_shape::give_back(*there);
    owned_shape::give_back(*from);
    return right && is_empty(owner) && is_empty(other);
  });
  CHECK(failures >= 10);
}

TEST_CASE("whatever allocation fails, private names are not lost either", "[owned_shape]") {
  const long failures = support::fail_every_allocation([](support::short_of_memory& attempt) {
    lone_class owner;
    lone_class other;
    shared_shape* const shared = walk(owner, {"a", "b", "c"});
    shape* const alone = owner.registry.copy_private(*shared, &owner.record, 12);
    owner.registry.release(*shared);
    shape* there = nullptr;
    const bool failed = attempt([&] { there = owned_shape::for_class(*alone, other.record); });
    bool right = failed == !there && alone->alive == 3 && all_are_found(*alone);
    if (failed) right = right && is_empty(other);
    if (there) owned_shape::give_back(*there);
    owned_shape::give_back(*alone);
    return right && is_empty(owner) && is_empty(other);
  });
  CHECK(failures >= 4);
}

}  // namespace unit_owned_shape
