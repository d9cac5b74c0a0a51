// What random operations do not see of the shape table: what a class is while an object dies, what a dying value sees,
// and how many shapes there may be. No test by itself: mutants.py kills with it.
#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

namespace {

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::printf("%s\n", what);
  ++failures;
}

std::string seen_in_destructor;

struct Base : slotted::object<Base, slotted::slots<slotted::dict_slot<int>>> {
  using object::object;
  Base(const Base&) = default;
  ~Base() { seen_in_destructor = slotted::class_of(*this).name(); }
};
struct Derived : slotted::object<Derived, slotted::extends<Base>, slotted::slots<slotted::slot<"extra", int>>> {
  using object::object;
};

void class_of_a_dying_object() {
  {
    Derived object;
    setattr(object, "a", 1);
  }
  expect(seen_in_destructor == "Base", "in its base's destructor an object is of the base's class");
  {
    Derived object;
    for (int i = 0; i != 40; ++i) setattr(object, "a" + std::to_string(i), i);
  }
  expect(seen_in_destructor == "Base", "with a private shape, too");
}

/// Looks at its object when it dies.
struct Watching;
struct watcher {
  Watching* object = nullptr;
  int number = 0;
  watcher(Watching* watched, int its_number) : object(watched), number(its_number) {}
  watcher(watcher&& other) noexcept : object(other.object), number(other.number) { other.object = nullptr; }
  watcher& operator=(watcher&& other) noexcept {
    std::swap(object, other.object);
    std::swap(number, other.number);
    return *this;
  }
  inline ~watcher();
};
struct Watching : slotted::object<Watching, slotted::slots<slotted::dict_slot<watcher>>> {
  using object::object;
};
bool sees_itself = false;
watcher::~watcher() {
  if (!object) return;
  const watcher* const found = slotted::find_attr<watcher>(*object, "watcher");
  if (found && found->number == number) sees_itself = true;
}

void dying_values() {
  Watching object;
  const auto dict = slotted::vars(object);
  dict.try_emplace("watcher", &object, 1);
  dict.try_emplace("other", &object, 10);
  dict.insert_or_assign("watcher", watcher(&object, 2));
  expect(!sees_itself, "a value that is replaced dies when the new one is there");
  dict.erase("watcher");
  expect(!sees_itself, "a value that is erased dies when its name is gone");
  dict.try_emplace("watcher", &object, 3);
  dict.clear();
  expect(!sees_itself, "values die when the dict is empty");
}

void many_holes_are_closed() {
  Base object;
  for (int i = 0; i != 400; ++i) setattr(object, "n" + std::to_string(i), i);
  for (int i = 0; i != 390; ++i) delattr(object, "n" + std::to_string(i));
  bool found = slotted::vars(object).size() == 10 && !hasattr(object, "n0") && !hasattr(object, "n389");
  for (int i = 390; i != 400; ++i) found = found && getattr<int>(object, "n" + std::to_string(i), -1) == i;
  expect(found, "what is left of many names is found");
}

void shapes_are_limited() {
  std::vector<Base> objects(3000);
  for (std::size_t i = 0; i != objects.size(); ++i) setattr(objects[i], "only_" + std::to_string(i), 1);
  expect(slotted::shape_count<Base>() <= 600, "objects that all set different names make no shapes");
  const std::size_t before = slotted::shape_count<Base>();
  std::vector<Base> alike(20);
  for (Base& one : alike) setattr(one, "the same", 1);
  expect(slotted::shape_count<Base>() == before + 1, "objects that set the same names share a shape all the same");
}

void colliding_names_are_not_shared() {
  expect(slotted::shape_count<Base>() == 0, "no shape is left");
  std::vector<Base> objects(200);
  for (std::size_t i = 0; i != objects.size(); ++i) {
    std::string name(40, 'x');
    name[8] = static_cast<char>('a' + i % 16);
    name[9] = static_cast<char>('a' + i / 16);
    setattr(objects[i], name, 1);
  }
  expect(slotted::shape_count<Base>() <= 64, "names that collide make no long chain of shapes");
}

}  // namespace

int main() {
  class_of_a_dying_object();
  dying_values();
  many_holes_are_closed();
  shapes_are_limited();
  colliding_names_are_not_shared();
  return failures == 0 ? 0 : 1;
}
