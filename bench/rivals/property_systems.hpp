// Objects of N doubles as properties of Qt, declared or added at run time, and of GObject, where these are installed.
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>

#include "numbers.hpp"

#if defined(BENCH_HAS_QT)
#include <QObject>
#include <QVariant>

#include "qt_numbers.hpp"
#endif
#if defined(BENCH_HAS_GOBJECT)
#include <glib-object.h>

#include <array>
#include <cfloat>
#endif

namespace bench {

// What both can do alike: System has object, make(), find(o, name, number) and set(o, name, number).
template <std::size_t N, class System>
struct property_rival {
  using object = typename System::object;

  static object make(const typename numbers<N>::plain& from) {
    object made = System::make();
    any_member(from, [&](std::string_view name, double v) {
      System::set(made, std::string(name), v);
      return false;
    });
    return made;
  }

  template <class T>
  [[gnu::always_inline]] static T get(const object& o, const std::string& name) {
    T number{};
    if (!System::find(o, name, number)) throw std::out_of_range(name);
    return number;
  }
  template <class T>
  [[gnu::always_inline]] static T get_or(const object& o, const std::string& name, T fallback) {
    System::find(o, name, fallback);
    return fallback;
  }
  template <class T>
  [[gnu::always_inline]] static void set(object& o, const std::string& name, T v) {
    System::set(o, name, v);
  }
  template <class F>
  static bool read(const object& o, const std::string& name, F f) {
    double number = 0.0;
    const bool found = System::find(o, name, number);
    if (found) f(number);
    return found;
  }
  template <class F>
  [[gnu::always_inline]] static void visit(const object& o, F f) {
    for (const char* const name : generated<N>::names) read(o, name, [&](double v) { f(std::string_view(name), v); });
  }
};

#if defined(BENCH_HAS_QT)
template <std::size_t>
struct qt_class;
template <>
struct qt_class<3> : qt_numbers_3 {};
template <>
struct qt_class<8> : qt_numbers_8 {};
template <>
struct qt_class<16> : qt_numbers_16 {};
template <>
struct qt_class<32> : qt_numbers_32 {};
template <>
struct qt_class<64> : qt_numbers_64 {};

// Class is QObject where the properties are added at run time.
template <class Class>
struct qt_system {
  using object = std::unique_ptr<Class>;
  static object make() { return std::make_unique<Class>(); }
  static bool find(const object& o, const std::string& name, double& number) {
    const QVariant held = o->property(name.c_str());
    if (held.isValid()) number = held.toDouble();
    return held.isValid();
  }
  [[gnu::always_inline]] static void set(object& o, const std::string& name, double v) {
    o->setProperty(name.c_str(), v);
  }
};
#endif

#if defined(BENCH_HAS_GOBJECT)
template <std::size_t N>
class gobject_system {
  struct unref {
    void operator()(GObject* o) const { g_object_unref(o); }
  };

 public:
  using object = std::unique_ptr<GObject, unref>;
  static object make() { return object(static_cast<GObject*>(g_object_new(type(), nullptr))); }
  static bool find(const object& o, const std::string& name, double& number) {
    if (g_object_class_find_property(class_of(o), name.c_str()) == nullptr) return false;
    GValue held{};
    g_value_init(&held, type_of_double);
    g_object_get_property(o.get(), name.c_str(), &held);
    number = g_value_get_double(&held);
    return true;
  }
  [[gnu::always_inline]] static void set(object& o, const std::string& name, double v) {
    GValue held{};
    g_value_init(&held, type_of_double);
    g_value_set_double(&held, v);
    g_object_set_property(o.get(), name.c_str(), &held);
  }

 private:
  struct instance {
    GObject parent;
    std::array<double, N> values;
  };
  static constexpr GType type_of_double = GType{15} << 2;

  static GObjectClass* class_of(const object& o) { return reinterpret_cast<GObjectClass*>(o->g_type_instance.g_class); }
  static double& member(GObject* o, guint id) { return reinterpret_cast<instance*>(o)->values[id - 1]; }
  static void read(GObject* o, guint id, GValue* held, GParamSpec*) { g_value_set_double(held, member(o, id)); }
  static void write(GObject* o, guint id, const GValue* held, GParamSpec*) { member(o, id) = g_value_get_double(held); }
  static void begin(gpointer made, gpointer) {
    auto* const its_class = static_cast<GObjectClass*>(made);
    its_class->get_property = read;
    its_class->set_property = write;
    guint id = 0;
    for (const char* const name : generated<N>::names)
      g_object_class_install_property(its_class, ++id,
                                      g_param_spec_double(name, name, name, -DBL_MAX, DBL_MAX, 0.0, G_PARAM_READWRITE));
  }
  static GType type() {
    static const GType made = [] {
      const std::string name = "BenchNumbers" + std::to_string(N);
      return g_type_register_static_simple(g_object_get_type(), name.c_str(), sizeof(GObjectClass), begin,
                                           sizeof(instance), nullptr, GTypeFlags{});
    }();
    return made;
  }
};
#endif

template <std::size_t N>
inline constexpr auto qt_properties = std::tuple(
#if defined(BENCH_HAS_QT)
    named<property_rival<N, qt_system<qt_class<N>>>>{"Qt property"},
    named<property_rival<N, qt_system<QObject>>>{"Qt dynamic property"}
#endif
);
template <std::size_t N>
inline constexpr auto gobject_properties = std::tuple(
#if defined(BENCH_HAS_GOBJECT)
    named<property_rival<N, gobject_system<N>>>{"GObject"}
#endif
);

}  // namespace bench
