#include <slotted/shape_registry.hpp>

#include <slotted/slotted.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/allocations.hpp"
#include "support/catch.hpp"
#include "support/last_page.hpp"
#include "support/lone_class.hpp"
#include "support/shape_names.hpp"

namespace sl = slotted;
using sl::detail::hash_name;
using sl::detail::most_shared_names;
using sl::detail::shape;
using sl::detail::shapes_for_the_asking;
using sl::detail::shared_shape;
using sl::detail::stored_name;
using support::lone_class;
using support::names_in;
using support::numbered;
using support::walk;

namespace unit_shape_registry {

using texts = std::vector<std::string>;

/// That a test leaves nothing behind. (Memory is counted below, where nothing is asserted meanwhile.)
class leaves_nothing {
 public:
  explicit leaves_nothing(lone_class& owner) : owner_(owner) {}
  leaves_nothing(const leaves_nothing&) = delete;
  leaves_nothing& operator=(const leaves_nothing&) = delete;
  ~leaves_nothing() {
    CHECK(owner_.registry.shape_count() == 0);
    CHECK(owner_.registry.name_count() == 0);
  }

 private:
  lone_class& owner_;
};

TEST_CASE("a registry is a constant that needs no memory before its first shape", "[shape_registry]") {
  static constinit sl::detail::shape_registry registry;
  CHECK(registry.shape_count() == 0);
  CHECK(registry.name_count() == 0);
}

TEST_CASE("the same names in the same order are one shape, in another order another", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shared_shape* const ab = walk(owner, {"a", "b"});
  shared_shape* const again = walk(owner, {"a", "b"});
  shared_shape* const ba = walk(owner, {"b", "a"});
  CHECK(ab == again);
  CHECK(ab != ba);
  CHECK(names_in(*ab) == texts{"a", "b"});
  CHECK(names_in(*ba) == texts{"b", "a"});
  CHECK(ab->real == &owner.record);
  CHECK_FALSE(ab->is_private);
  CHECK(owner.registry.shape_count() == 4);  // a, ab, b, ba
  CHECK(owner.registry.name_count() == 2);   // each text once
  for (shared_shape* const one : {ab, again, ba}) owner.registry.release(*one);
}

TEST_CASE("shapes with a beginning in common share it", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shared_shape* const abc = walk(owner, {"a", "b", "c"});
  shared_shape* const abd = walk(owner, {"a", "b", "d"});
  CHECK(abc->parent == abd->parent);
  CHECK(abc->parent->parent->parent == &owner.root());
  CHECK(owner.registry.shape_count() == 4);
  owner.registry.release(*abc);
  CHECK(owner.registry.shape_count() == 3);
  CHECK(names_in(*abd) == texts{"a", "b", "d"});
  owner.registry.release(*abd);
}

TEST_CASE("a shape lives as long as an object has it, or a longer one", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shared_shape* const a = walk(owner, {"a"});
  owner.registry.retain(*a);
  shared_shape* const ab = owner.advance(*a, "b");  // one of the two owners goes on
  CHECK(owner.registry.shape_count() == 2);
  owner.registry.release(*a);
  CHECK(owner.registry.shape_count() == 2);  // ab needs it
  CHECK(walk(owner, {"a"}) == a);
  owner.registry.release(*ab);
  CHECK(owner.registry.shape_count() == 1);
  CHECK(owner.registry.name_count() == 1);
  owner.registry.release(*a);
}

TEST_CASE("nobody counts the owners of the shape of a class", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  for (int i = 0; i != 3; ++i) owner.registry.release(owner.root());
  owner.registry.retain(owner.root());
  shared_shape* const a = walk(owner, {"a"});
  owner.registry.release(*a);
  owner.registry.release(owner.root());
}

TEST_CASE("a shape is found again after others have come and gone", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shared_shape* const kept = walk(owner, {"a", "b", "c"});
  for (std::size_t round = 0; round != 5; ++round) {
    std::vector<shared_shape*> others;
    for (std::size_t i = 0; i != 100; ++i) others.push_back(walk(owner, {"a", numbered(i)}));
    for (std::size_t i = 0; i != 100; ++i) others.push_back(walk(owner, {numbered(i), "b"}));
    for (std::size_t i = round % 2; i < others.size(); i += 2) owner.registry.release(*others[i]);
    for (std::size_t i = 1 - round % 2; i < others.size(); i += 2) owner.registry.release(*others[i]);
    CHECK(owner.registry.shape_count() == 3);
    CHECK(walk(owner, {"a", "b", "c"}) == kept);
    owner.registry.release(*kept);
  }
  owner.registry.release(*kept);
}

TEST_CASE("a shape that was freed is made anew, the one asked for last, too", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shared_shape* const a = walk(owner, {"a"});
  for (int round = 0; round != 3; ++round) {
    owner.registry.retain(*a);
    shared_shape* const ab = owner.advance(*a, "b");
    CHECK(a->latest == ab);
    owner.registry.release(*ab);
    CHECK(a->latest == nullptr);
    owner.registry.retain(*a);
    shared_shape* const ac = owner.advance(*a, "c");
    CHECK(names_in(*ac) == texts{"a", "c"});
    owner.registry.release(*ac);
  }
  owner.registry.release(*a);
  CHECK(owner.root().latest == nullptr);
}

TEST_CASE("what was asked for last is no answer to another question", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shared_shape* const one = owner.registry.advance(owner.root(), {"one", 7});
  CHECK(owner.root().latest == one);
  shared_shape* const two = owner.registry.advance(owner.root(), {"two", 7});  // of the same hash and length
  CHECK(one != two);
  CHECK(owner.registry.advance(owner.root(), {"one", 7}) == one);
  CHECK(owner.registry.advance(owner.root(), {"two", 7}) == two);
  for (shared_shape* const each : {one, two, one, two}) owner.registry.release(*each);
}

TEST_CASE("objects share up to 31 names", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  STATIC_REQUIRE(most_shared_names == 31);
  shared_shape* at = &owner.root();
  for (std::size_t i = 0; i != most_shared_names; ++i) {
    at = owner.advance(*at, numbered(i));
    REQUIRE(at);
    for (std::uint32_t j = 0; j <= i; ++j) REQUIRE(at->find(hash_name(numbered(j))) == j);
  }
  CHECK(owner.advance(*at, "one more") == nullptr);
  CHECK(owner.advance(*at, "one more") == nullptr);  // not when asked twice either
  CHECK(owner.registry.shape_count() == most_shared_names);
  owner.registry.release(*at);
}

TEST_CASE("after 512 shapes a further one is made when it is asked for a second time", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  STATIC_REQUIRE(shapes_for_the_asking == 512);
  std::vector<shared_shape*> shapes;
  for (std::size_t i = 0; i != shapes_for_the_asking; ++i) {
    shapes.push_back(walk(owner, {numbered(i)}));
    REQUIRE(shapes.back());
  }
  CHECK(walk(owner, {"late"}) == nullptr);
  CHECK(owner.registry.shape_count() == shapes_for_the_asking);
  CHECK(walk(owner, {"other"}) == nullptr);
  shapes.push_back(walk(owner, {"late"}));
  CHECK(shapes.back() != nullptr);
  CHECK(walk(owner, {"late"}) == shapes.back());  // known now
  owner.registry.release(*shapes.back());
  shapes.push_back(walk(owner, {"other"}));
  CHECK(shapes.back() != nullptr);
  // What is there is found without a question.
  for (std::size_t i = 0; i != shapes_for_the_asking; ++i) {
    REQUIRE(walk(owner, {numbered(i)}) == shapes[i]);
    owner.registry.release(*shapes[i]);
  }
  // With fewer shapes there is no question any more.
  for (std::size_t i = 0; i != 10; ++i) {
    owner.registry.release(*shapes.back());
    shapes.pop_back();
  }
  shapes.push_back(walk(owner, {"later"}));
  CHECK(shapes.back() != nullptr);
  for (shared_shape* const one : shapes) owner.registry.release(*one);
}

TEST_CASE("objects that all set different names do not fill the registry", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  std::vector<shared_shape*> shapes;
  for (std::size_t i = 0; i != 20'000; ++i)
    if (shared_shape* const made = walk(owner, {numbered(i)})) shapes.push_back(made);
  CHECK(owner.registry.shape_count() < shapes_for_the_asking + 10);
  for (shared_shape* const one : shapes) owner.registry.release(*one);
}

TEST_CASE("names of one parent that collide are refused after a while", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  std::vector<shared_shape*> shapes;
  for (std::size_t i = 0; i != 200; ++i)
    if (shared_shape* const made = owner.registry.advance(owner.root(), {numbered(i), 7})) shapes.push_back(made);
  CHECK(shapes.size() == sl::detail::longest_shape_chain);
  for (std::size_t i = 0; i != shapes.size(); ++i) {
    CHECK(names_in(*shapes[i]) == texts{numbered(i)});
    CHECK(shapes[i]->find({numbered(i), 7}) == 0);
    CHECK(owner.registry.advance(owner.root(), {numbered(i), 7}) == shapes[i]);
    owner.registry.release(*shapes[i]);
  }
  for (shared_shape* const one : shapes) owner.registry.release(*one);
}

TEST_CASE("the name of a slot makes no shape", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shared_shape* const a = walk(owner, {"a"});
  for (const char* const name : {"x", "y"}) {
    CHECK_THROWS_AS(owner.advance(*a, name), sl::attribute_error);
    CHECK_THROWS_AS(walk(owner, {name}), sl::attribute_error);
  }
  try {
    static_cast<void>(owner.advance(*a, "x"));
  } catch (const sl::attribute_error& error) {
    CHECK(error.class_name() == "Lone");
    CHECK(error.name() == "x");
    CHECK(std::string_view(error.what()) == "'Lone' object attribute 'x' is a slot, which cannot be in the __dict__");
  }
  CHECK(names_in(*a) == texts{"a"});
  CHECK(owner.registry.shape_count() == 1);
  CHECK(owner.registry.name_count() == 1);
  owner.registry.release(*a);
}

TEST_CASE("a name is in memory once, whoever has it", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  support::last_page page;
  for (const std::string& text : {std::string(), std::string("a"), std::string("a\0b", 3), std::string("a\0c", 3),
                                  std::string("two words"), std::string(100'000, 'x')}) {
    stored_name* const first = owner.registry.intern(text);
    stored_name* const second = owner.registry.intern(text.size() < 4096 ? page.ending_with(text) : text);
    CHECK(first == second);
    CHECK(first->view() == text);
    CHECK(first->owners == 2);
    CHECK(owner.registry.name_count() == 1);
    owner.registry.release(*first);
    CHECK(first->owners == 1);
    owner.registry.release(*second);
  }
}

TEST_CASE("thousands of names are found again, and given back in any order", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  std::vector<stored_name*> names;
  for (std::size_t i = 0; i != 10'000; ++i) names.push_back(owner.registry.intern(numbered(i)));
  CHECK(owner.registry.name_count() == 10'000);
  for (std::size_t i = 0; i != names.size(); ++i) REQUIRE(owner.registry.intern(numbered(i)) == names[i]);
  for (std::size_t i = 0; i != names.size(); ++i) owner.registry.release(*names[i]);
  for (std::size_t i = 0; i != names.size(); ++i) owner.registry.release(*names[i * 7 % names.size()]);
}

TEST_CASE("names that collide by their usual hash are in memory once, too", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  // Of long names only some characters are hashed.
  const auto colliding = [](std::size_t i) { return "head" + std::to_string(100'000 + i) + std::string(30, '-'); };
  REQUIRE(hash_name(colliding(1)).hash == hash_name(colliding(2)).hash);
  std::vector<stored_name*> names;
  for (std::size_t i = 0; i != 1'000; ++i) {
    names.push_back(owner.registry.intern(colliding(i)));
    REQUIRE(owner.registry.intern(colliding(i / 2)) == names[i / 2]);
  }
  CHECK(owner.registry.name_count() == 1'000);
  std::size_t longest = 0;
  for (const stored_name* const name : names) {
    std::size_t length = 0;
    for (const stored_name* at = name; at != nullptr; at = at->next) ++length;
    longest = std::max(longest, length);
  }
  CHECK(longest < 32);  // a key nobody knows has spread them
  for (std::size_t i = 0; i != 1'000; ++i) {
    REQUIRE(names[i]->view() == colliding(i));
    owner.registry.release(*names[i]);
  }
  for (std::size_t i = 0; i != 1'000; ++i) owner.registry.release(*names[i / 2]);
}

TEST_CASE("a private copy shares the names and has no holes", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shared_shape* const abc = walk(owner, {"a", "b", "c"});
  shape* const alone = owner.registry.copy_private(*abc, &owner.record, 5);
  CHECK(alone->is_private);
  CHECK(alone->capacity == 5);
  CHECK(names_in(*alone) == texts{"a", "b", "c"});
  CHECK(alone->names()[0] == abc->names()[0]);
  CHECK(owner.registry.name_count() == 3);
  owner.registry.release(*abc);
  CHECK(owner.registry.shape_count() == 0);
  CHECK(owner.registry.name_count() == 3);
  owner.registry.release(*alone->names()[1]);
  alone->leave_hole(1);
  shape* const copy = owner.registry.copy_private(*alone, &owner.record, 2);
  CHECK(names_in(*copy) == texts{"a", "c"});
  CHECK(copy->used == 2);
  CHECK(copy->find(hash_name("c")) == 1);
  CHECK(copy->find(hash_name("b")) == shape::none);
  owner.registry.free_private(*alone);
  CHECK(owner.registry.name_count() == 2);
  owner.registry.free_private(*copy);
}

TEST_CASE("a copy from another registry has names of its own", "[shape_registry]") {
  lone_class from;
  lone_class to;
  const leaves_nothing check_to(to);
  const leaves_nothing check_from(from);
  shared_shape* const ab = walk(from, {"a", "b"});
  shape* const copy = to.registry.copy_private(*ab, &to.record, 3);
  CHECK(to.registry.name_count() == 2);
  CHECK(copy->real == &to.record);
  from.registry.release(*ab);
  CHECK(from.registry.name_count() == 0);
  CHECK(names_in(*copy) == texts{"a", "b"});
  CHECK(copy->find(hash_name("b")) == 1);
  to.registry.free_private(*copy);
}

TEST_CASE("a larger shape takes the names over", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shape* small = owner.registry.copy_private(owner.root(), &owner.record, 20);
  for (std::size_t i = 0; i != 20; ++i) {
    const std::string name = numbered(i);
    small->append(owner.registry.intern(name), hash_name(name).hash);
  }
  owner.registry.release(*small->names()[4]);
  small->leave_hole(4);
  shape* const large = sl::detail::shape_registry::grow_private(*small, 40);
  shape::free(small);
  CHECK(large->real == &owner.record);
  CHECK(large->used == 19);
  CHECK(large->capacity == 40);
  CHECK(owner.registry.name_count() == 19);
  CHECK(large->find(hash_name(numbered(5))) == 4);
  CHECK(large->names()[0]->owners == 1);
  owner.registry.free_private(*large);
}

TEST_CASE("names that were hashed with a key get their usual hash back in a copy", "[shape_registry]") {
  lone_class owner;
  const leaves_nothing check(owner);
  shape* const keyed = owner.registry.copy_private(owner.root(), &owner.record, 200);
  for (std::size_t i = 0; i != 200; ++i) keyed->append(owner.registry.intern(numbered(i)), 7);
  CHECK(keyed->is_keyed);
  shape* const copy = owner.registry.copy_private(*keyed, &owner.record, 300);
  CHECK_FALSE(copy->is_keyed);
  for (std::uint32_t i = 0; i != 200; ++i) REQUIRE(copy->find(hash_name(numbered(i))) == i);
  owner.registry.free_private(*keyed);
  owner.registry.free_private(*copy);
}

TEST_CASE("when all is freed a registry has no memory left", "[shape_registry]") {
  const long before = support::allocations::live;
  long at_work = 0;
  lone_class owner;
  {
    std::vector<shared_shape*> shapes;
    std::vector<shape*> private_ones;
    for (std::size_t i = 0; i != 3'000; ++i) {
      const std::string first = numbered(i % 600);
      const std::string second = numbered(i / 3);
      shared_shape* at = owner.advance(owner.root(), first);
      if (!at) continue;
      if (shared_shape* const more = owner.advance(*at, second)) at = more;
      if (i % 5 == 0) private_ones.push_back(owner.registry.copy_private(*at, &owner.record, 9));
      shapes.push_back(at);
    }
    at_work = support::allocations::live - before;
    for (std::size_t i = 0; i < shapes.size(); i += 2) owner.registry.release(*shapes[i]);
    for (std::size_t i = 1; i < shapes.size(); i += 2) owner.registry.release(*shapes[i]);
    for (shape* const one : private_ones) owner.registry.free_private(*one);
  }
  const long left = support::allocations::live - before;
  CHECK(at_work > 1'000);
  CHECK(left == 0);
  CHECK(owner.registry.shape_count() == 0);
  CHECK(owner.registry.name_count() == 0);
}

TEST_CASE("a refusal asks for no memory", "[shape_registry]") {
  lone_class owner;
  std::vector<shared_shape*> shapes;
  for (std::size_t i = 0; i != shapes_for_the_asking; ++i) shapes.push_back(walk(owner, {numbered(i)}));
  const long before = support::allocations::live;
  const bool refused = !walk(owner, {"late"});
  const long asked_for = support::allocations::live - before;
  CHECK(refused);
  CHECK(asked_for == 0);
  for (shared_shape* const one : shapes) owner.registry.release(*one);
}

TEST_CASE("a name that another thread makes meanwhile is in memory once", "[shape_registry]") {
  const long interruptions = support::interrupt_every_allocation([](long n) {
    lone_class owner;
    const leaves_nothing check(owner);
    stored_name* const first = owner.registry.intern("first");
    stored_name* mine = nullptr;
    stored_name* other = nullptr;
    const bool reached = support::interrupt_at_allocation(
        n, [&] { mine = owner.registry.intern("name"); }, [&] { other = owner.registry.intern("name"); });
    if (reached) {
      CHECK(mine == other);
      CHECK(mine->owners == 2);
      owner.registry.release(*other);
    }
    CHECK(owner.registry.name_count() == 2);
    owner.registry.release(*mine);
    owner.registry.release(*first);
    return reached;
  });
  CHECK(interruptions == 2);  // the name and the table
}

TEST_CASE("a shape that another thread makes meanwhile is there once", "[shape_registry]") {
  const long interruptions = support::interrupt_every_allocation([](long n) {
    lone_class owner;
    const leaves_nothing check(owner);
    shared_shape* const from = walk(owner, {"a"});
    owner.registry.retain(*from);
    shared_shape* mine = nullptr;
    shared_shape* other = nullptr;
    const bool reached = support::interrupt_at_allocation(
        n, [&] { mine = owner.advance(*from, "b"); }, [&] { other = owner.advance(*from, "b"); });
    if (reached) {
      CHECK(mine == other);
      owner.registry.release(*other);
    } else {
      owner.registry.release(*from);
    }
    CHECK(owner.registry.shape_count() == 2);
    CHECK(owner.registry.name_count() == 2);
    CHECK(names_in(*mine) == texts{"a", "b"});
    owner.registry.release(*mine);
    return reached;
  });
  CHECK(interruptions == 4);  // the name, the shape and their tables
}

TEST_CASE("whatever allocation fails, a registry loses nothing", "[shape_registry]") {
  const long failures = support::fail_every_allocation([](support::short_of_memory& attempt) {
    lone_class owner;
    shared_shape* at = &owner.root();
    shape* alone = nullptr;
    bool right = true;
    attempt([&] {
      for (const std::string_view name : {"a", "b", "c"}) at = owner.advance(*at, name);
      alone = owner.registry.copy_private(*at, &owner.record, 10);
    });
    for (std::uint32_t i = 0; i != at->used; ++i) right = right && at->find(hash_name(at->names()[i]->view())) == i;
    right = right && owner.registry.shape_count() == at->used && owner.registry.name_count() == at->used;
    if (alone) owner.registry.free_private(*alone);
    owner.registry.release(*at);
    return right && owner.registry.shape_count() == 0 && owner.registry.name_count() == 0;
  });
  CHECK(failures >= 7);
}

TEST_CASE("a copy from another registry that runs out of memory gives all names back", "[shape_registry]") {
  const long failures = support::fail_every_allocation([](support::short_of_memory& attempt) {
    lone_class from;
    lone_class to;
    shared_shape* const names = walk(from, {"a", "b", "c", "d"});
    shape* copy = nullptr;
    const bool failed = attempt([&] { copy = to.registry.copy_private(*names, &to.record, 4); });
    bool right = failed == (copy == nullptr) && to.registry.name_count() == (failed ? 0 : 4);
    if (copy) to.registry.free_private(*copy);
    right = right && to.registry.name_count() == 0 && from.registry.name_count() == 4;
    from.registry.release(*names);
    return right;
  });
  CHECK(failures >= 5);
}

TEST_CASE("without memory for its table a registry still finds all", "[shape_registry]") {
  lone_class owner;
  std::vector<std::string> texts_of_names;
  for (std::size_t i = 0; i != 40; ++i) texts_of_names.push_back(numbered(i));
  bool found = true;
  // Every second allocation is the table's.
  for (const std::string& text : texts_of_names) {
    support::short_of_memory attempt(2, true);
    attempt([&] { found = found && owner.registry.intern(text)->view() == text; });
  }
  CHECK(found);
  CHECK(owner.registry.name_count() == 40);
  for (const std::string& text : texts_of_names) {
    stored_name* const name = owner.registry.intern(text);
    CHECK(name->owners == 2);
    owner.registry.release(*name);
    owner.registry.release(*name);
  }
  CHECK(owner.registry.name_count() == 0);
}

}  // namespace unit_shape_registry
