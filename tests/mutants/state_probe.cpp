// What a state must be, and what restoring it must leave alone. No test by itself: mutants.py kills with it.
#include <slotted/state.hpp>

#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#ifdef PROBE_REFUSES_MEMORY  // AddressSanitizer has operators of its own

namespace {

long allocations_left = -1;  // below zero: no end of them

}  // namespace

void* operator new(std::size_t size) {
  if (allocations_left == 0) throw std::bad_alloc();
  if (allocations_left > 0) --allocations_left;
  if (void* const memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

#endif

namespace {

namespace sl = slotted;
using namespace sl::literals;

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::printf("%s\n", what);
  ++failures;
}
template <class F>
bool throws(F&& f) {
  try {
    f();
  } catch (const sl::error_base&) {
    return true;
  } catch (const std::bad_alloc&) {
    return true;
  }
  return false;
}

struct Shape : sl::object<Shape, sl::slots<sl::field<"id", int>, sl::slot<"label", std::string>,
                                           sl::slot<"shown", bool, sl::defaults_to<true>>, sl::dict_slot<>>> {
  using object::object;
};
struct Circle : sl::object<Circle, sl::extends<Shape>,
                           sl::slots<sl::field<"radius", double, sl::defaults_to<1.0>>,
                                     sl::slot<"key", int, sl::hidden>, sl::weakref_slot>> {
  using object::object;
};
const std::string text(100, 't');

Circle some_circle() {
  Circle circle{"id"_slot = 7, "label"_slot = text, "radius"_slot = 2.5, "key"_slot = 42};
  setattr(circle, "colour", text);
  setattr(circle, "weight", 3);
  return circle;
}

void what_is_kept() {
  Circle circle = some_circle();
  delattr(circle, "shown");
  const auto kept = state(circle);
  const Circle again = sl::restore<Circle>(kept);
  expect(again == circle, "all that is set is restored");
  expect(!hasattr(again, "shown"), "what is unset stays unset, also where it has a default");
  expect(getattr(again, "key"_slot) == 42, "a hidden slot is kept");
  expect(!hasattr(kept, "key"), "and hidden");
}

void what_is_missing() {
  sl::object_state<Circle> made{"id"_slot = 1};
  Circle circle = some_circle();
  expect(throws([&] { restore(circle, made); }), "a field with a default must be there, too");
  expect(throws([&] { static_cast<void>(sl::restore<Circle>(made)); }), "also for a new object");
  made = {};
  setattr(made, "radius", 1);
  expect(throws([&] { restore(circle, made); }), "a field without a default must be there");
  expect(circle == some_circle(), "without it nothing is changed");
}

void in_place() {
  Circle circle = some_circle();
  sl::weak_ref<Circle> reference{circle};
  const auto before = state(circle);
  setattr(circle, "label", "other");
  setattr(circle, "more", 1);
  setattr(circle, "shown", false);
  restore(circle, before);
  expect(state(circle) == before, "an object holds the state and nothing else");
  expect(getattr<std::string>(before, "label") == text, "a state that is copied keeps what it has");
  expect(reference.get() == &circle, "weak references stay with the object");

  Shape& shape = circle;
  auto wrong = state(shape);
  setattr(wrong, "label", "changed");
  setattr(wrong, "radius", 1);
  expect(throws([&] { restore(shape, wrong); }), "an attribute with the name of a slot is refused");
  expect(state(circle) == before, "and nothing is changed then");
}

void short_of_memory() {
#ifdef PROBE_REFUSES_MEMORY
  for (long n = 0; n != 20; ++n) {
    Circle circle = some_circle();
    const Circle copy = circle;
    allocations_left = n;
    const bool failed = throws([&] { static_cast<void>(state(std::move(circle))); });
    allocations_left = -1;
    if (failed) expect(circle == copy, "an object of which no state could be moved is as before");
  }
#endif
}

struct Numbers : sl::object<Numbers, sl::extends<std::vector<int>>,
                            sl::slots<sl::slot<"note", std::unique_ptr<int>, sl::readonly>>> {
  using object::object;
};
struct Secured : sl::object<Secured, sl::slots<sl::field<"level", int, sl::defaults_to<2>>, sl::slot<"by", int>>> {
  Secured() { set("by"_slot, 1); }
};
struct Door : sl::object<Door, sl::extends<Secured>, sl::slots<sl::field<"width", int>>> {
  using object::object;
};

void bases() {
  Numbers numbers{std::make_unique<int>(5)};
  numbers.push_back(6);
  auto kept = state(std::move(numbers));
  expect(kept.size() == 1 && kept[0] == 6, "a base that is not slotted is in the state");
  const Numbers again = sl::restore<Numbers>(std::move(kept));
  expect(again.size() == 1 && again[0] == 6, "and comes back");
  expect(*again["note"_slot].value() == 5, "what is readonly is moved");

  Door door{3};
  door["level"_slot] = 7;
  delattr(door, "by");
  expect(sl::restore<Door>(state(door)) == door, "what the constructor of a base made is replaced");
}

}  // namespace

int main() {
  what_is_kept();
  what_is_missing();
  in_place();
  short_of_memory();
  bases();
  return failures == 0 ? 0 : 1;
}
