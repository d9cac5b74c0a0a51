// What a consumer does who has all of the library in one file or module: something of each part that users see.
using namespace slotted::literals;

struct Point : slotted::object<Point, slotted::slots<slotted::field<"x", double, slotted::doc<"abscissa">>,
                                                     slotted::field<"y", double, slotted::defaults_to<0.0>>,
                                                     slotted::slot<"label", std::string>>> {
  using object::object;
};

struct pixel {
  int column = 0, row = 0;
};
struct Pixel : slotted::object<Pixel, slotted::slots<slotted::fields_of<pixel>>> {
  using object::object;
};

struct Shape
    : slotted::object<Shape,
                      slotted::slots<slotted::slot<"name", std::string>, slotted::dict_slot<>, slotted::weakref_slot>> {
  using object::object;
};
struct Circle : slotted::object<Circle, slotted::extends<Shape>, slotted::slots<slotted::field<"radius", double>>> {
  using object::object;
};

struct Row : slotted::object<Row, slotted::slots<slotted::field<"id", int>, slotted::items<double>>> {
  using object::object;
};

inline int failures = 0;
inline void expect(bool holds, const char* what) {
  if (holds) return;
  ++failures;
  std::cerr << "not so: " << what << '\n';
}

inline void use_slots() {
  Point point{"x"_slot = 1.0, "label"_slot = "home"};
  setattr(point, "x", 2);
  point["y"_slot] += 1;
  expect(point["x"_slot] == 2.0 && getattr<double>(point, "y") == 1.0, "values by name");
  expect(point["label"_slot].value() == "home", "a slot reads like std::optional");
  delattr(point, "label");
  expect(!hasattr(point, "label"_slot), "a slot is deleted");
  try {
    getattr(point, "lable");
    expect(false, "a wrong name throws");
  } catch (const slotted::attribute_error& error) {
    expect(std::string_view(error.what()).find("label") != std::string_view::npos, "what was meant is said");
  }

  const Point moved = replace(point, "x"_slot = 3.0);
  expect(moved != point && point < moved && diff(point, moved).size() == 1, "objects are compared");
  expect(slotted::descriptor<Point, "x">.doc == "abscissa", "descriptors");
  expect(slotted::slot_count<Point> == 3 && slotted::layout_text<Point>().find("label") != std::string::npos,
         "the layout is known");
  std::ostringstream text;
  text << point;
  expect(text.str() == "Point(x=2.0, y=1.0, label=<unset>)" && repr(point) == text.str(), "objects as text");

  slotted::builder<Point> row;
  row.set("x", 5);
  expect(std::move(row).build() == Point{5.0}, "a builder");
  const auto kept = state(point);
  expect(slotted::restore<Point>(kept) == point, "state and back");

#if SLOTTED_REAL_MEMBERS
  point.label = "here";
  expect(point.x == 2.0 && point.label.value() == "here", "slots are members");
#endif
}

inline void use_aggregate() {
  Pixel pixel{3, 4};
  pixel.row += 1;
  auto& [column, row] = pixel;
  expect(column == 3 && row == 5, "structured bindings");
  expect(std::hash<Pixel>{}(pixel) == std::hash<Pixel>{}(Pixel{3, 5}), "a hash");
}

inline void use_dynamic_attributes() {
  Circle circle{"c", 2.0};
  Shape& shape = circle;
  setattr(shape, "radius", 3);
  setattr(shape, "colour", "red");
  expect(circle["radius"_slot] == 3.0 && class_of(shape).name() == "Circle", "the slot of the real class");
  expect(getattr<std::string>(circle, "colour"_attr) == "red" && vars(circle).size() == 1, "a dynamic attribute");
#if SLOTTED_REAL_MEMBERS
  expect(circle.name.value() == "c", "slots of a base are members");
#endif

  slotted::weak_ref reference{shape};
  expect(reference.get() == &shape, "a weak reference");
  expire(shape);
  expect(reference.get() == nullptr, "it is dead");
}

inline void use_items() {
  const auto row = slotted::make_with_items<Row>({0.5, 1.5}, 7);
  expect(items_of(*row).size() == 2 && items_of(*row)[1] == 1.5, "items");
}

int main() {
  use_slots();
  use_aggregate();
  use_dynamic_attributes();
  use_items();
  return failures;
}
