// An abstract class has no objects.
// EXPECT: slot_type_is_abstract_use_a_pointer<Scene
// EXPECT: {"light"}
// EXPECT: Light
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Light {
  Light() = default;
  Light(const Light&) = default;
  Light& operator=(const Light&) = default;
#ifdef SLOTTED_BREAK
  virtual double power() const = 0;
#else
  virtual double power() const { return 60; }
#endif
  virtual ~Light() = default;
};

struct Scene : sl::object<Scene, sl::slots<sl::slot<"light", Light>>> {
  using object::object;
};

Scene scene;
