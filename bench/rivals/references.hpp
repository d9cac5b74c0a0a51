// The rivals of weak references. Each makes an object with its owner, and references to it, in the way of its kind:
//
//   make(n)        an owner of a new object
//   refer(o)       a reference to an owner's object
//   get(r)         the object's number if it is alive, by the shortest way there is
//   lock(r)        the same while it is kept from dying
//   expired(r)     whether it is dead
//   end(o, r)      the object dies, and the reference knows
//   watch(o, f)    a reference with a callback
#pragma once

#include <cstdint>
#include <memory>
#include <tuple>
#include <utility>

#include <benchmark/benchmark.h>

#include <slotted/slotted.hpp>

#include "../support/measured.hpp"

namespace bench {

namespace sl = slotted;
using namespace slotted::literals;

struct Unsynchronized
    : sl::object<Unsynchronized, sl::slots<sl::field<"number", std::int64_t>, sl::field<"weight", double>,
                                           sl::unsynchronized_weakref_slot>> {
  using object::object;
};
struct Synchronized
    : sl::object<Synchronized,
                 sl::slots<sl::field<"number", std::int64_t>, sl::field<"weight", double>, sl::weakref_slot>> {
  using object::object;
};
struct Plain {
  std::int64_t number;
  double weight;
};

template <class T>
struct slotted_references {
  using object = T;
  using owner = std::unique_ptr<T>;
  using reference = sl::weak_ref<T>;
  static constexpr bool knows_death = true;
  static constexpr bool has_callbacks = true;
  static constexpr bool follows_moves = true;

  static object make_object(std::int64_t number) { return object(number, 0.5); }
  static owner make(std::int64_t number) { return std::make_unique<T>(number, 0.5); }
  static reference refer(const owner& o) { return reference(*o); }
  static std::int64_t get(const reference& r) {
    const T* const found = r.get();
    return found != nullptr ? getattr(*found, "number"_slot) : 0;
  }
  static std::int64_t lock(const reference& r) {
    const auto guard = r.lock();
    return guard ? getattr(*guard, "number"_slot) : 0;
  }
  static bool expired(const reference& r) { return r.expired(); }
  static void end(owner& o, reference&) { o.reset(); }
  template <class F>
  static reference watch(const owner& o, F callback) {
    return reference(*o, callback);
  }
};

// Not in the template: what is first needed in a generic lambda, clang may leave without its virtual functions.
inline std::shared_ptr<Plain> make_with_counts(std::int64_t number) {
  return std::make_shared<Plain>(Plain{number, 0.5});
}
inline std::shared_ptr<Plain> make_beside_counts(std::int64_t number) {
  return std::shared_ptr<Plain>(new Plain{number, 0.5});
}

template <bool TogetherWithCounts>
struct shared_pointers {
  using object = Plain;
  using owner = std::shared_ptr<Plain>;
  using reference = std::weak_ptr<Plain>;
  static constexpr bool knows_death = true;
  static constexpr bool has_callbacks = false;
  static constexpr bool follows_moves = false;

  static owner make(std::int64_t number) {
    return TogetherWithCounts ? make_with_counts(number) : make_beside_counts(number);
  }
  static reference refer(const owner& o) { return o; }
  static std::int64_t get(const reference& r) { return lock(r); }
  static std::int64_t lock(const reference& r) {
    const auto guard = r.lock();
    return guard ? guard->number : 0;
  }
  static bool expired(const reference& r) { return r.expired(); }
  static void end(owner& o, reference&) { o.reset(); }
};

struct raw_pointers {
  using object = Plain;
  using owner = std::unique_ptr<Plain>;
  using reference = Plain*;
  static constexpr bool knows_death = false;
  static constexpr bool has_callbacks = false;
  static constexpr bool follows_moves = false;

  static object make_object(std::int64_t number) { return {number, 0.5}; }
  static owner make(std::int64_t number) { return owner(new Plain{number, 0.5}); }
  static reference refer(const owner& o) { return o.get(); }
  static std::int64_t get(const reference& r) { return r != nullptr ? r->number : 0; }
  static std::int64_t lock(const reference& r) { return get(r); }
  static bool expired(const reference& r) { return r == nullptr; }
  static void end(owner& o, reference& r) {
    o.reset();
    r = nullptr;
  }
};

// As little as can be: the object counts its references in a block that is kept for the next one. No threads, no
// callbacks, no moves, no word of a mistake. It says how near slotted is to what this machine can do.
struct bare_block {
  struct object;
  object* target;
  std::uint32_t pins, references;
  bare_block* next;

  inline static thread_local bare_block* kept = nullptr;
  static bare_block* make(object* target) {
    bare_block* const made = kept != nullptr ? std::exchange(kept, kept->next) : new bare_block;
    *made = {target, 0, 1, nullptr};
    return made;
  }
  void release() {
    if (--references == 0) next = std::exchange(kept, this);
  }
};
struct bare_block::object {
  std::int64_t number;
  double weight;
  bare_block* block = nullptr;

  explicit object(std::int64_t n) : number(n), weight(0.5) {}
  object(object&& other) noexcept
      : number(other.number), weight(other.weight), block(std::exchange(other.block, nullptr)) {
    if (block != nullptr) block->target = this;
  }
  object& operator=(object&&) = delete;
  ~object() {
    if (block == nullptr) return;
    block->target = nullptr;
    block->release();
  }
};
class bare_reference {
 public:
  bare_reference() = default;
  explicit bare_reference(bare_block::object& o) {
    if (o.block == nullptr) o.block = bare_block::make(&o);
    block_ = o.block;
    ++block_->references;
  }
  bare_reference(const bare_reference& other) : block_(other.block_) { ++block_->references; }
  bare_reference(bare_reference&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  bare_reference& operator=(bare_reference other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~bare_reference() {
    if (block_ != nullptr) block_->release();
  }
  bare_block& block() const { return *block_; }

 private:
  bare_block* block_ = nullptr;
};

struct bare_blocks {
  using object = bare_block::object;
  using owner = std::unique_ptr<object>;
  using reference = bare_reference;
  static constexpr bool knows_death = true;
  static constexpr bool has_callbacks = false;
  static constexpr bool follows_moves = true;

  static object make_object(std::int64_t number) { return object(number); }
  static owner make(std::int64_t number) { return std::make_unique<object>(number); }
  static reference refer(const owner& o) { return reference(*o); }
  static std::int64_t get(const reference& r) {
    const object* const found = r.block().target;
    return found != nullptr ? found->number : 0;
  }
  static std::int64_t lock(const reference& r) {
    bare_block& block = r.block();
    if (block.target == nullptr) return 0;
    ++block.pins;
    benchmark::DoNotOptimize(block.pins);  // what is done meanwhile may look at it
    const std::int64_t number = block.target->number;
    --block.pins;
    return number;
  }
  static bool expired(const reference& r) { return r.block().target == nullptr; }
  static void end(owner& o, reference&) { o.reset(); }
};

inline constexpr auto reference_rivals =
    std::tuple(named<slotted_references<Unsynchronized>>{"slotted, unsynchronized"},
               named<slotted_references<Synchronized>>{"slotted, synchronized"},
               named<shared_pointers<true>>{"make_shared"}, named<shared_pointers<false>>{"shared_ptr(new)"},
               named<raw_pointers>{"unique_ptr and raw pointer"}, named<bare_blocks>{"bare block"});

}  // namespace bench
