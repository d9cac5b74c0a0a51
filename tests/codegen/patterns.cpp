// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// The same few lines on a struct and on a slotted class. compare.py compiles this file and compares what comes out:
//   slotted_<pattern>    field of a slotted class       the same instructions as struct_<pattern>
//   slotted_adopted_...  member of an adopted struct    the same instructions as o.member in struct_adopted_...
//   unchecked_<pattern>  slot read with unchecked()     the same instructions as struct_<pattern>
//   checked_<pattern>    slot read as one does          one test and one branch more than unchecked_<pattern>
//   marked_<pattern>     slots written               struct_<pattern> and one instruction that marks them as set
// and, with SLOTTED_REAL_MEMBERS,
//   slotted_real_...     o.x of a slotted class         the same, without optimisation, too
// SLOTTED_MUTANT puts a fault into one function, which compare.py must see.
#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#ifndef SLOTTED_MUTANT
#define SLOTTED_MUTANT 0
#endif

// Not an anonymous namespace: what the functions call is recognised by its name.
namespace patterns {

using namespace slotted::literals;
namespace sl = slotted;

constexpr auto id = "id"_slot;
constexpr auto x = "x"_slot;
constexpr auto y = "y"_slot;
constexpr auto z = "z"_slot;
constexpr auto count = "count"_slot;
constexpr auto weight = "weight"_slot;
constexpr auto cells = "cells"_slot;
constexpr auto label = "label"_slot;
constexpr auto bins = "bins"_slot;
constexpr auto ts = "ts"_slot;
constexpr auto amount = "amount"_slot;

// ---- The struct -----------------------------------------------------------------------------------------------------

struct point {
  std::int64_t id;
  double x, y;
  int count;
  float weight;
  [[nodiscard]] double by_member() const { return y; }
  void by_member(double value) { y = value; }
};
struct solid : point {
  double z;
};
struct row {
  std::int64_t id;
  int cells[8];
  std::string label;
};
struct shape {
  explicit shape(double given) : x(given) {}
  virtual void draw();
  double x;

 protected:
  ~shape() = default;
};

struct flagged {  // a point whose values may be absent, as one writes it
  std::int64_t id;
  double x, y;
  int count;
  float weight;
  unsigned char bits;
};

// ---- The slotted class ----------------------------------------------------------------------------------------------

struct PointSlots : sl::slots<sl::field<"id", std::int64_t>, sl::field<"x", double>, sl::field<"y", double>,
                              sl::field<"count", int>, sl::field<"weight", float>> {};
struct Point : sl::object<Point, sl::declared_order, PointSlots> {
  using object::object;
  [[nodiscard]] double by_member() const { return get("y"_slot); }
  void by_member(double value) { set("y"_slot, value); }
};
struct Solid : sl::object<Solid, sl::extends<Point>, sl::slots<sl::field<"z", double>>> {
  using object::object;
};
struct RowSlots
    : sl::slots<sl::field<"id", std::int64_t>, sl::field<"cells", int[8]>, sl::field<"label", std::string>> {};
struct Row : sl::object<Row, sl::declared_order, RowSlots> {
  using object::object;
};
struct Shape : sl::object<Shape, sl::slots<sl::field<"x", double>>> {
  using object::object;
  virtual void draw();

 protected:
  ~Shape() = default;
};

// ---- The class whose slots may be unset, at the offsets of the struct -----------------------------------------------

struct MaybeSlots : sl::slots<sl::slot<"id", std::int64_t>, sl::slot<"x", double>, sl::slot<"y", double>,
                              sl::slot<"count", int>, sl::slot<"weight", float>> {};
struct Maybe : sl::object<Maybe, sl::declared_order, MaybeSlots> {
  using object::object;
  [[nodiscard]] double by_member() const { return get("y"_slot); }
};
struct MaybeSolid : sl::object<MaybeSolid, sl::extends<Maybe>, sl::slots<sl::slot<"z", double>>> {
  using object::object;
};
struct MaybeRowSlots
    : sl::slots<sl::slot<"id", std::int64_t>, sl::slot<"cells", int[8]>, sl::slot<"label", std::string>> {};
struct MaybeRow : sl::object<MaybeRow, sl::declared_order, MaybeRowSlots> {
  using object::object;
};
struct MaybeShape : sl::object<MaybeShape, sl::slots<sl::slot<"x", double>>> {
  using object::object;
  virtual void draw();

 protected:
  ~MaybeShape() = default;
};

// ---- Classes that adopt a struct: o.member and o["member"_slot] are the two to be compared
// ---------------------------

struct event {
  std::int64_t ts;
  double amount;
  int bins[8];
  std::string label;
  char mark;
};
struct Event : sl::object<Event, sl::slots<sl::slot<"note", int>, sl::fields_of<event>, sl::field<"z", double>>> {
  using object::object;
  [[nodiscard]] double by_member() const { return get("amount"_slot); }
};
struct Alarm : sl::object<Alarm, sl::extends<Event>, sl::slots<sl::slot<"until", int>>> {
  using object::object;
  virtual void ring();
};
struct Listed : sl::object<Listed, sl::slots<sl::fields_of<event, &event::mark, &event::amount>>> {
  using object::object;
};
struct reading {
  std::int64_t ts;
  double amount;
  int count;
};
struct Reading : sl::object<Reading, sl::slots<sl::fields_of<reading>>> {
  using object::object;
};

static_assert(sizeof(Reading) == sizeof(reading) && sizeof(Listed) == sizeof(event));
static_assert(sizeof(Point) == sizeof(point) && sizeof(Solid) == sizeof(solid) && sizeof(Row) == sizeof(row));

}  // namespace patterns

using namespace patterns;

extern "C" {

// ---- Fields ---------------------------------------------------------------------------------------------------------

double struct_read(const point& o) { return o.x; }
#if SLOTTED_MUTANT == 1
extern std::string_view name_at_run_time;  // a literal would be folded into the member access
double slotted_read(const Point& o) { return getattr<double>(o, name_at_run_time); }
#else
double slotted_read(const Point& o) { return getattr(o, "x"_slot); }
#endif

double struct_read_mutable(point& o) { return o.x; }
double slotted_read_mutable(Point& o) { return getattr(o, x); }

double struct_read_subscript(const point& o) { return o.y; }
double slotted_read_subscript(const Point& o) { return o[y]; }

double struct_read_descriptor(const point& o) { return o.y; }
double slotted_read_descriptor(const Point& o) { return sl::descriptor<Point, "y">.get(o); }

double struct_read_member(const point& o) { return o.by_member(); }
double slotted_read_member(const Point& o) { return o.by_member(); }

bool struct_has_all(const flagged& o) { return (o.bits & 0b1011) == 0b1011; }
bool slotted_has_all(const Maybe& o) { return has_all(o, id, x, count); }
int struct_has_all_in_a_condition(const flagged& o) { return (o.bits & 0b10010) == 0b10010 ? 7 : -1; }
int slotted_has_all_in_a_condition(const Maybe& o) { return has_all(o, x, weight) ? 7 : -1; }

double struct_read_found(const point& o) { return o.y; }
double slotted_read_found(const Point& o) { return *find_attr(o, y); }

double struct_read_projected(const point& o) { return o.y; }
double slotted_read_projected(const Point& o) { return y(o); }

double struct_read_fallback(const point& o) { return o.y; }
double slotted_read_fallback(const Point& o) { return getattr(o, y, 1.0); }

void struct_write(point& o, double value) { o.x = value; }
#if SLOTTED_MUTANT == 2
void slotted_write(Point& o, double value) {
  setattr(o, x, value);
  volatile double& again = o[x];
  static_cast<void>(again + 0.0);
}
#else
void slotted_write(Point& o, double value) { setattr(o, "x"_slot, value); }
#endif

void struct_write_subscript(point& o, double value) { o.y = value; }
void slotted_write_subscript(Point& o, double value) { o[y] = value; }

void struct_write_descriptor(point& o, double value) { o.y = value; }
void slotted_write_descriptor(Point& o, double value) { sl::descriptor<Point, "y">.set(o, value); }

void struct_write_member(point& o, double value) { o.by_member(value); }
void slotted_write_member(Point& o, double value) { o.by_member(value); }

void struct_write_converted(point& o, int value) { o.x = value; }
void slotted_write_converted(Point& o, int value) { setattr(o, x, value); }

void struct_write_constant(point& o) { o.count = 7; }
void slotted_write_constant(Point& o) { setattr(o, count, 7); }

void struct_add(point& o, double value) { o.x += value; }
void slotted_add(Point& o, double value) { o[x] += value; }

void struct_increment(point& o) { ++o.count; }
void slotted_increment(Point& o) { ++o[count]; }

bool struct_compare(const point& a, const point& b) { return a.x < b.x; }
bool slotted_compare(const Point& a, const Point& b) { return getattr(a, x) < getattr(b, x); }

bool struct_compare_number(const point& o, std::int64_t number) { return o.id == number; }
bool slotted_compare_number(const Point& o, std::int64_t number) { return o[id] == number; }

double struct_two_fields(const point& o) { return o.x * o.y + o.weight; }
double slotted_two_fields(const Point& o) { return o[x] * o[y] + getattr(o, weight); }

void struct_swap(point& o) { std::swap(o.x, o.y); }
void slotted_swap(Point& o) { std::swap(o[x], o[y]); }

void struct_move_value(point& to, const point& from) { to.y = from.x; }
void slotted_move_value(Point& to, const Point& from) { setattr(to, y, getattr(from, x)); }

const double* struct_address(const point& o) { return &o.y; }
const double* slotted_address(const Point& o) { return &o[y]; }

double struct_through_base(const solid& o) { return o.x + o.z; }
double slotted_through_base(const Solid& o) { return getattr(o, x) + o[z]; }

const point* struct_to_base(const solid* o) { return o; }
const Point* slotted_to_base(const Solid* o) { return o; }

double struct_behind_vptr(const shape& o) { return o.x; }
double slotted_behind_vptr(const Shape& o) { return o[x]; }

double struct_loop_sum(const point* first, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i != n; ++i) sum += first[i].x;
  return sum;
}
double slotted_loop_sum(const Point* first, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i != n; ++i) sum += getattr(first[i], x);
  return sum;
}

void struct_loop_update(point* first, std::size_t n, double factor) {
  for (std::size_t i = 0; i != n; ++i) first[i].x += factor * first[i].y;
}
void slotted_loop_update(Point* first, std::size_t n, double factor) {
  for (std::size_t i = 0; i != n; ++i) first[i][x] += factor * first[i][y];
}

const point* struct_loop_search(const point* first, const point* last, std::int64_t number) {
  while (first != last && first->id != number) ++first;
  return first;
}
const Point* slotted_loop_search(const Point* first, const Point* last, std::int64_t number) {
  while (first != last && (*first)[id] != number) ++first;
  return first;
}

void struct_loop_gather(const point* first, std::size_t n, float* out) {
  for (std::size_t i = 0; i != n; ++i) out[i] = first[i].weight;
}
void slotted_loop_gather(const Point* first, std::size_t n, float* out) {
  for (std::size_t i = 0; i != n; ++i) out[i] = first[i][weight];
}

int struct_element(const row& o, std::size_t i) { return o.cells[i]; }
int slotted_element(const Row& o, std::size_t i) { return o[cells][i]; }

std::size_t struct_string_size(const row& o) { return o.label.size(); }
std::size_t slotted_string_size(const Row& o) { return getattr(o, label).size(); }

void struct_string_write(row& o, const char* text) { o.label = text; }
void slotted_string_write(Row& o, const char* text) { setattr(o, label, text); }

void struct_make(point* to, std::int64_t a, double b, double c, int d, float e) { new (to) point{a, b, c, d, e}; }
void slotted_make(Point* to, std::int64_t a, double b, double c, int d, float e) { new (to) Point{a, b, c, d, e}; }

// ---- Members of an adopted struct -----------------------------------------------------------------------------------

double struct_adopted_read(const Event& o) { return o.amount; }
double slotted_adopted_read(const Event& o) { return getattr(o, "amount"_slot); }

std::int64_t struct_adopted_read_first(const Event& o) { return o.ts; }
std::int64_t slotted_adopted_read_first(const Event& o) { return o["ts"_slot]; }

double struct_adopted_read_mutable(Event& o) { return o.amount; }
double slotted_adopted_read_mutable(Event& o) { return getattr(o, amount); }

double struct_adopted_read_subscript(const Event& o) { return o.amount; }
double slotted_adopted_read_subscript(const Event& o) { return o[amount]; }

double struct_adopted_read_descriptor(const Event& o) { return o.amount; }
double slotted_adopted_read_descriptor(const Event& o) { return sl::descriptor<Event, "amount">.get(o); }

double struct_adopted_read_found(const Event& o) { return o.amount; }
double slotted_adopted_read_found(const Event& o) { return *find_attr(o, amount); }

double struct_adopted_read_projected(const Event& o) { return o.amount; }
double slotted_adopted_read_projected(const Event& o) { return amount(o); }

double struct_adopted_read_fallback(const Event& o) { return o.amount; }
double slotted_adopted_read_fallback(const Event& o) { return getattr(o, amount, 1.0); }

void struct_adopted_write(Event& o, double value) { o.amount = value; }
#if SLOTTED_MUTANT == 5
void slotted_adopted_write(Event& o, double value) {
  setattr(o, amount, value);
  volatile double& again = o[amount];
  static_cast<void>(again + 0.0);
}
#else
void slotted_adopted_write(Event& o, double value) { setattr(o, "amount"_slot, value); }
#endif

void struct_adopted_write_subscript(Event& o, std::int64_t value) { o.ts = value; }
void slotted_adopted_write_subscript(Event& o, std::int64_t value) { o[ts] = value; }

void struct_adopted_write_descriptor(Event& o, double value) { o.amount = value; }
void slotted_adopted_write_descriptor(Event& o, double value) { sl::descriptor<Event, "amount">.set(o, value); }

void struct_adopted_write_converted(Event& o, int value) { o.amount = value; }
void slotted_adopted_write_converted(Event& o, int value) { setattr(o, amount, value); }

void struct_adopted_add(Event& o, double value) { o.amount += value; }
void slotted_adopted_add(Event& o, double value) { o[amount] += value; }

void struct_adopted_move_value(Event& to, const Event& from) { to.amount = from.amount; }
void slotted_adopted_move_value(Event& to, const Event& from) { setattr(to, amount, getattr(from, amount)); }

const double* struct_adopted_address(const Event& o) { return &o.amount; }
const double* slotted_adopted_address(const Event& o) { return &o[amount]; }

int struct_adopted_element(const Event& o, std::size_t i) { return o.bins[i]; }
int slotted_adopted_element(const Event& o, std::size_t i) { return o[bins][i]; }

std::size_t struct_adopted_string_size(const Event& o) { return o.label.size(); }
std::size_t slotted_adopted_string_size(const Event& o) { return getattr(o, label).size(); }

void struct_adopted_string_write(Event& o, const char* text) { o.label = text; }
void slotted_adopted_string_write(Event& o, const char* text) { setattr(o, label, text); }

double struct_adopted_through_base(const Alarm& o) { return o.amount; }
double slotted_adopted_through_base(const Alarm& o) { return o[amount]; }

double struct_adopted_listed(const Listed& o) { return o.amount; }
double slotted_adopted_listed(const Listed& o) { return o[amount]; }

void struct_adopted_listed_write(Listed& o, char value) { o.mark = value; }
void slotted_adopted_listed_write(Listed& o, char value) { setattr(o, "mark"_slot, value); }

double struct_adopted_loop_sum(const Event* first, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i != n; ++i) sum += first[i].amount;
  return sum;
}
double slotted_adopted_loop_sum(const Event* first, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i != n; ++i) sum += first[i][amount];
  return sum;
}

// The same against the struct itself, which the class is, and nothing more.

double struct_adopted_alone(const reading& o) { return o.amount; }
double slotted_adopted_alone(const Reading& o) { return o[amount]; }

void struct_adopted_loop_update(reading* first, std::size_t n, double factor) {
  for (std::size_t i = 0; i != n; ++i) first[i].amount += factor * first[i].count;
}
void slotted_adopted_loop_update(Reading* first, std::size_t n, double factor) {
  for (std::size_t i = 0; i != n; ++i) first[i][amount] += factor * first[i][count];
}

const reading* struct_adopted_to_struct(const reading* o) { return o; }
const reading* slotted_adopted_to_struct(const Reading* o) { return o; }

void struct_adopted_copy(reading& to, const reading& from) { to = from; }
void slotted_adopted_copy(Reading& to, const Reading& from) { to = from; }

void struct_adopted_make(reading* to, std::int64_t a, double b, int c) { new (to) reading{a, b, c}; }
void slotted_adopted_make(Reading* to, std::int64_t a, double b, int c) { new (to) Reading{a, b, c}; }

// ---- Slots: what is checked, what is not, and the struct ------------------------------------------------------------

double struct_slot(const point& o) { return o.x; }
double unchecked_slot(const Maybe& o) { return o[x].unchecked(); }
#if SLOTTED_MUTANT == 3
double checked_slot(const Maybe& o) { return hasattr(o, y) ? getattr(o, x) : 0.0; }
#elif SLOTTED_MUTANT == 4
[[gnu::noinline, noreturn]] void raise_here();
double checked_slot(const Maybe& o) {
  if (__builtin_expect(!hasattr(o, x), 1)) raise_here();
  return o[x].unchecked();
}
#else
double checked_slot(const Maybe& o) { return getattr(o, "x"_slot); }
#endif

double struct_slot_mutable(point& o) { return o.x; }
double unchecked_slot_mutable(Maybe& o) { return o[x].unchecked(); }
double checked_slot_mutable(Maybe& o) { return getattr(o, x); }

double struct_slot_subscript(const point& o) { return o.y; }
double unchecked_slot_subscript(const Maybe& o) { return o[y].unchecked(); }
double checked_slot_subscript(const Maybe& o) { return *o[y]; }

double struct_slot_value(const point& o) { return o.y; }
double unchecked_slot_value(const Maybe& o) { return o[y].unchecked(); }
double checked_slot_value(const Maybe& o) { return o[y].value(); }

double struct_slot_descriptor(const point& o) { return o.y; }
double unchecked_slot_descriptor(const Maybe& o) { return o[y].unchecked(); }
double checked_slot_descriptor(const Maybe& o) { return sl::descriptor<Maybe, "y">.get(o); }

double struct_slot_member(const point& o) { return o.y; }
double unchecked_slot_member(const Maybe& o) { return o[y].unchecked(); }
double checked_slot_member(const Maybe& o) { return o.by_member(); }

int struct_slot_integer(const point& o) { return o.count; }
int unchecked_slot_integer(const Maybe& o) { return o[count].unchecked(); }
int checked_slot_integer(const Maybe& o) { return getattr(o, count); }

void struct_slot_add(point& o, double value) { o.x += value; }
void unchecked_slot_add(Maybe& o, double value) { o[x].unchecked() += value; }
void checked_slot_add(Maybe& o, double value) { *o[x] += value; }

bool struct_slot_compare(const point& o, std::int64_t number) { return o.id == number; }
bool unchecked_slot_compare(const Maybe& o, std::int64_t number) { return o[id].unchecked() == number; }
bool checked_slot_compare(const Maybe& o, std::int64_t number) { return getattr(o, id) == number; }

double struct_slot_through_base(const solid& o) { return o.y; }
double unchecked_slot_through_base(const MaybeSolid& o) { return o[y].unchecked(); }
double checked_slot_through_base(const MaybeSolid& o) { return getattr(o, y); }

double struct_slot_behind_vptr(const shape& o) { return o.x; }
double unchecked_slot_behind_vptr(const MaybeShape& o) { return o[x].unchecked(); }
double checked_slot_behind_vptr(const MaybeShape& o) { return getattr(o, x); }

std::size_t struct_slot_string_size(const row& o) { return o.label.size(); }
std::size_t unchecked_slot_string_size(const MaybeRow& o) { return o[label].unchecked().size(); }
std::size_t checked_slot_string_size(const MaybeRow& o) { return o[label]->size(); }

int struct_slot_element(const row& o, std::size_t i) { return o.cells[i]; }
int unchecked_slot_element(const MaybeRow& o, std::size_t i) { return o[cells].unchecked()[i]; }
int checked_slot_element(const MaybeRow& o, std::size_t i) { return getattr(o, cells)[i]; }

// ---- Real members: o.x and o.x -------------------------------------------------------------------------------------

// ---- Slots that are written
// ------------------------------------------------------------------------------------------

void struct_slot_write(point& o, double value) { o.x = value; }
#if SLOTTED_MUTANT == 7
void marked_slot_write(Maybe& o, double value) {
  if (hasattr(o, x))
    o[x].unchecked() = value;
  else
    setattr(o, x, value);
}
#else
void marked_slot_write(Maybe& o, double value) { setattr(o, x, value); }
#endif

void struct_slot_write_subscript(point& o, double value) { o.y = value; }
void marked_slot_write_subscript(Maybe& o, double value) { o[y] = value; }

void struct_slot_write_each(point& o, const double* from) {
  o.x = from[0];
  o.y = from[1];
}
void marked_slot_write_each(Maybe& o, const double* from) {
  o[x] = from[0];
  o[y] = from[1];
}

void struct_slot_make_and_write(point* to, const double* from) {
  point& o = *new (to) point;
  o.x = from[0];
  o.y = from[1];
}
void marked_slot_make_and_write(Maybe* to, const double* from) {
  Maybe& o = *new (to) Maybe;
  o[x] = from[0];
  o[y] = from[1];
}

point struct_slot_make_local(const double* from) {
  point o;
  o.x = from[0];
  o.y = from[1];
  return o;
}
Maybe marked_slot_make_local(const double* from) {
  Maybe o;
  o[x] = from[0];
  o[y] = from[1];
  return o;
}

void struct_slot_update(point& o) { o.x = 1.0 + 2.0 * o.y; }
void marked_slot_update(Maybe& o) { o[x] = 1.0 + 2.0 * o[y].unchecked(); }

#if SLOTTED_REAL_MEMBERS

double struct_real_read(const point& o) { return o.x; }
#if SLOTTED_MUTANT == 6
double slotted_real_read(const Point& o) { return o.x + 0.0; }
#else
double slotted_real_read(const Point& o) { return o.x; }
#endif

double struct_real_read_mutable(point& o) { return o.y; }
double slotted_real_read_mutable(Point& o) { return o.y; }

void struct_real_write(point& o, double value) { o.x = value; }
void slotted_real_write(Point& o, double value) { o.x = value; }

void struct_real_add(point& o, double value) { o.y += value; }
void slotted_real_add(Point& o, double value) { o.y += value; }

void struct_real_increment(point& o) { ++o.count; }
void slotted_real_increment(Point& o) { ++o.count; }

bool struct_real_compare(const point& a, const point& b) { return a.id < b.id; }
bool slotted_real_compare(const Point& a, const Point& b) { return a.id < b.id; }

double struct_real_two_fields(const point& o) { return o.x * o.y + o.weight; }
double slotted_real_two_fields(const Point& o) { return o.x * o.y + o.weight; }

const double* struct_real_address(const point& o) { return &o.y; }
const double* slotted_real_address(const Point& o) { return &o.y; }

double struct_real_through_base(const solid& o) { return o.x + o.z; }
double slotted_real_through_base(const Solid& o) { return o.x + o.z; }

double struct_real_behind_vptr(const shape& o) { return o.x; }
double slotted_real_behind_vptr(const Shape& o) { return o.x; }

double struct_real_loop_sum(const point* first, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i != n; ++i) sum += first[i].x;
  return sum;
}
double slotted_real_loop_sum(const Point* first, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i != n; ++i) sum += first[i].x;
  return sum;
}

void struct_real_loop_update(point* first, std::size_t n, double factor) {
  for (std::size_t i = 0; i != n; ++i) first[i].x += factor * first[i].y;
}
void slotted_real_loop_update(Point* first, std::size_t n, double factor) {
  for (std::size_t i = 0; i != n; ++i) first[i].x += factor * first[i].y;
}

int struct_real_element(const row& o, std::size_t i) { return o.cells[i]; }
int slotted_real_element(const Row& o, std::size_t i) { return o.cells[i]; }

std::size_t struct_real_string_size(const row& o) { return o.label.size(); }
std::size_t slotted_real_string_size(const Row& o) { return o.label.size(); }

void struct_real_string_write(row& o, const char* text) { o.label = text; }
void slotted_real_string_write(Row& o, const char* text) { o.label = text; }

double struct_slot_real(const point& o) { return o.x; }
double unchecked_slot_real(const Maybe& o) { return o.x.unchecked(); }
double checked_slot_real(const Maybe& o) { return o.x.value(); }

double struct_slot_real_star(point& o) { return o.y; }
double unchecked_slot_real_star(Maybe& o) { return o.y.unchecked(); }
double checked_slot_real_star(Maybe& o) { return *o.y; }

int struct_slot_real_integer(const point& o) { return o.count; }
int unchecked_slot_real_integer(const Maybe& o) { return o.count.unchecked(); }
int checked_slot_real_integer(const Maybe& o) { return o.count.value(); }

void struct_slot_real_add(point& o, double value) { o.x += value; }
void unchecked_slot_real_add(Maybe& o, double value) { o.x.unchecked() += value; }
void checked_slot_real_add(Maybe& o, double value) { *o.x += value; }

double struct_slot_real_through_base(const solid& o) { return o.y; }
double unchecked_slot_real_through_base(const MaybeSolid& o) { return o.y.unchecked(); }
double checked_slot_real_through_base(const MaybeSolid& o) { return *o.y; }

double struct_slot_real_behind_vptr(const shape& o) { return o.x; }
double unchecked_slot_real_behind_vptr(const MaybeShape& o) { return o.x.unchecked(); }
double checked_slot_real_behind_vptr(const MaybeShape& o) { return *o.x; }

std::size_t struct_slot_real_string_size(const row& o) { return o.label.size(); }
std::size_t unchecked_slot_real_string_size(const MaybeRow& o) { return o.label.unchecked().size(); }
std::size_t checked_slot_real_string_size(const MaybeRow& o) { return o.label->size(); }

int struct_slot_real_element(const row& o, std::size_t i) { return o.cells[i]; }
int unchecked_slot_real_element(const MaybeRow& o, std::size_t i) { return o.cells.unchecked()[i]; }
int checked_slot_real_element(const MaybeRow& o, std::size_t i) { return o.cells.value()[i]; }

#endif

}  // extern "C"
