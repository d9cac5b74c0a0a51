#include <iostream>
#include <string>
#include <vector>

#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct Enemy : sl::object<Enemy, sl::slots<
    sl::field<"name", std::string>,
    sl::weakref_slot>> {                               // one pointer; no further memory before the first reference
  using object::object;
};

int main() {
  std::vector<Enemy> enemies{Enemy{"orc"}, Enemy{"troll"}};
  sl::weak_ref target{enemies[1]};                     // an object in a vector: nobody need share its ownership
  sl::weak_ref watcher{enemies[1], [] { std::cout << "the target is gone\n"; }};

  enemies.erase(enemies.begin());                      // the troll moves to the front, and its references with it
  enemies.reserve(1000);
  if (Enemy* enemy = target.get())
    std::cout << "still after the " << (*enemy)["name"_slot] << ", " << weak_count(*enemy) << " references\n";

  if (auto enemy = target.lock())                      // from any thread: it neither dies nor moves in this block
    std::cout << "hit the " << (*enemy)["name"_slot] << '\n';

  enemies.clear();                                     // first all references die, then the callbacks run
  std::cout << std::boolalpha << target.expired() << '\n';
}
