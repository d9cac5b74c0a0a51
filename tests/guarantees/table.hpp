// The table of public operations: each row is played with every failure that there is, and says what it left behind.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "guarantees/delicate.hpp"

namespace guarantees {

enum class guarantee {
  none,       // something leaks, or is not what it must be
  basic,      // all is in order, and may be changed
  strong,     // done, or nothing is changed
  unfailing,  // nothing fails, though it is not noexcept
  never,      // noexcept
};

/// One play of an operation: the objects that it is for.
struct scene {
  scene() = default;
  scene(const scene&) = delete;
  scene& operator=(const scene&) = delete;
  virtual ~scene() = default;
  virtual void act() = 0;
  /// All that can be seen of the objects.
  [[nodiscard]] virtual std::string tell() const = 0;
  /// Uses them for something else, whatever they hold now; says whether that went as it must.
  [[nodiscard]] virtual bool can_be_used() = 0;
};

/// A `World` has the objects, `tell() const` and `can_be_used()`.
template <class World>
class scene_of final : public scene {
 public:
  explicit scene_of(void (*given)(World&)) : act_(given) {}
  void act() override { act_(world_); }
  [[nodiscard]] std::string tell() const override { return world_.tell(); }
  [[nodiscard]] bool can_be_used() override { return world_.can_be_used(); }

 private:
  World world_;
  void (*act_)(World&);
};
template <class World>
std::unique_ptr<scene> make_scene(void (*act)()) {
  return std::make_unique<scene_of<World>>(reinterpret_cast<void (*)(World&)>(act));
}

struct scenario {
  std::unique_ptr<scene> (*make)(void (*act)());
  void (*act)();  // of the objects of its world
  bool is_noexcept;
};

/// `Act` is a lambda that does something with the objects.
template <class World, class Act>
scenario scenario_of(Act act) {
  using said = decltype(act(std::declval<World&>()));
  bool is_noexcept = false;
  if constexpr (!std::is_void_v<said>) is_noexcept = said::value;
  void (*const plain)(World&) = [](World& world) { Act{}(world); };
  return {make_scene<World>, reinterpret_cast<void (*)()>(plain), is_noexcept};
}

class table {
 public:
  /// A heading of the page.
  virtual void section(std::string_view title) = 0;

  /// An operation. `names`: the public names that it is one of, or a part of. `where_moves_throw` is the guarantee for
  /// slots of types whose moves may throw. Each scenario is played as all others: the weakest counts.
  template <template <class> class World, class... Acts>
  void row(std::string_view names, std::string_view operation, guarantee usual, guarantee where_moves_throw,
           std::string_view note, Acts... acts) {
    play({names, operation, note, usual, where_moves_throw}, {scenario_of<World<delicate<false>>>(acts)...},
         {scenario_of<World<delicate<true>>>(acts)...});
  }
  template <template <class> class World, class... Acts>
  void row(std::string_view names, std::string_view operation, guarantee both, std::string_view note, Acts... acts) {
    row<World>(names, operation, both, both, note, acts...);
  }

 protected:
  struct entry {
    std::string_view names;
    std::string_view operation;
    std::string_view note;
    guarantee usual;
    guarantee where_moves_throw;
  };
  ~table() = default;
  virtual void play(const entry& row, std::vector<scenario> usual, std::vector<scenario> where_moves_throw) = 0;
};

// The rows, one function for each file.
void verbs(table& rows);
void objects(table& rows);
void values(table& rows);
void looking(table& rows);
void attributes(table& rows);
void references(table& rows);
void items(table& rows);

/// A lambda that does one thing with the objects `w`, and says whether it is noexcept.
#define DOES(...)                                       \
  [](auto& w) {                                         \
    static_cast<void>(w);                               \
    static_cast<void>(__VA_ARGS__);                     \
    return std::bool_constant<noexcept(__VA_ARGS__)>{}; \
  }

}  // namespace guarantees
