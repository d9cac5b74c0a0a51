// Weak references. The pieces between the marks are the examples of the reference.
#include <cassert>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <slotted/slotted.hpp>
#include <slotted/weak_value_map.hpp>

using namespace slotted::literals;
namespace sl = slotted;

//! [weakref_slot]
struct Enemy : sl::object<Enemy, sl::slots<sl::field<"name", std::string>, sl::weakref_slot>> {
  using object::object;
};
static_assert(sl::has_weakref<Enemy>);
//! [weakref_slot]

//! [unsynchronized_weakref_slot]
struct Node : sl::object<Node, sl::slots<sl::slot<"id", int>, sl::unsynchronized_weakref_slot>> {
  using object::object;  // for objects that one thread uses: no atomic operations
};

void use_unsynchronized() {
  const Node node{1};
  const sl::weak_ref ref{node};
  assert(ref.get() == &node);
}
//! [unsynchronized_weakref_slot]

void use_weak_ref() {
  //! [weak_ref]
  std::vector<Enemy> enemies{Enemy{"orc"}, Enemy{"troll"}};
  const sl::weak_ref target{enemies[1]};
  enemies.erase(enemies.begin());  // the troll moves, and the reference with it
  assert(target.get() == &enemies[0]);

  bool told = false;
  const sl::weak_ref watcher{enemies[0], [&] { told = true; }};
  assert(watcher == target && weak_count(enemies[0]) == 2);
  enemies.clear();
  assert(target.expired() && told);
  //! [weak_ref]
}

void use_weak_guard() {
  //! [weak_guard]
  Enemy enemy{"orc"};
  const sl::weak_ref target{enemy};
  // A weak_guard, from any thread: in this block the object neither dies nor moves.
  if (const auto guard = target.lock()) {
    assert((*guard)["name"_slot] == "orc");
  }
  //! [weak_guard]
}

void use_weak_proxy() {
  //! [weak_proxy]
  auto enemy = std::make_unique<Enemy>("orc");
  const sl::weak_proxy proxy{*enemy};  // used like a pointer
  assert(proxy["name"_slot] == "orc" && proxy);
  enemy.reset();
  try {
    static_cast<void>(proxy["name"_slot]);
  } catch (const sl::reference_error&) {
    assert(!proxy);
  }
  //! [weak_proxy]
}

void use_weak_count() {
  //! [weak_count]
  const Enemy enemy{"orc"};
  const sl::weak_ref first{enemy};
  {
    const sl::weak_ref second = first;
    assert(weak_count(enemy) == 2);
  }
  assert(weak_count(enemy) == 1);
  //! [weak_count]
}

//! [expire]
class Connection : public sl::object<Connection, sl::slots<sl::slot<"peer", std::string>, sl::weakref_slot>> {
 public:
  using object::object;
  ~Connection() {
    expire(*this);  // first of all, as this destructor has a body: nobody can lock what is half closed
    open_ = false;
  }

 private:
  bool open_ = true;
};

void use_expire() {
  auto connection = std::make_unique<Connection>("example.org");
  const sl::weak_ref ref{*connection};
  connection.reset();
  assert(ref.expired());
}
//! [expire]

void use_watched() {
  //! [watched]
  auto connection = std::make_unique<sl::watched<Connection>>("example.org");  // says expire for any class
  const sl::weak_ref<Connection> ref{*connection};
  connection.reset();
  assert(ref.expired());
  //! [watched]
}

void use_finalize() {
  //! [finalize]
  int closed = 0;
  {
    const Enemy enemy{"orc"};
    sl::finalizer first = finalize(enemy, [&] { ++closed; });
    sl::finalizer second = finalize(enemy, [&] { closed += 10; });
    assert(first() && closed == 1 && !first.alive());  // called before: it never comes again
    assert(second.detach());                           // will not come
    finalize(enemy, [&] { closed += 100; });           // needs no one to keep it
  }
  assert(closed == 101);
  //! [finalize]
}

void use_set_unraisable_handler() {
  //! [set_unraisable_handler]
  static std::string heard;
  const sl::unraisable_handler before = sl::set_unraisable_handler([](std::exception_ptr thrown) {
    try {
      std::rethrow_exception(thrown);
    } catch (const std::exception& error) {
      heard = error.what();
    }
  });
  {
    const Enemy enemy{"orc"};
    finalize(enemy, [] { throw std::runtime_error("in a callback"); });
  }
  assert(heard == "in a callback");
  sl::set_unraisable_handler(before);
  //! [set_unraisable_handler]
}

void use_weak_value_map() {
  //! [weak_value_map]
  sl::weak_value_map<std::string, Enemy> by_name;
  Enemy troll{"troll"};
  by_name.try_emplace("troll", troll);
  {
    Enemy orc{"orc"};
    by_name.try_emplace("orc", orc);
    assert(by_name.size() == 2 && by_name.get("orc") == &orc);
  }
  assert(by_name.size() == 1 && !by_name.contains("orc"));  // the map kept nothing alive
  for (const auto& [name, ref] : by_name) assert(ref.get() == &troll);
  //! [weak_value_map]
}

int main() {
  use_unsynchronized();
  use_weak_ref();
  use_weak_guard();
  use_weak_proxy();
  use_weak_count();
  use_expire();
  use_watched();
  use_finalize();
  use_set_unraisable_handler();
  use_weak_value_map();
}
