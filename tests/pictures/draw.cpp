// Draws layouts of many kinds, and says in numbers what must be in each picture: check.py compares.   draw FOLDER
#include <slotted/dump_svg.hpp>
#include <slotted/items.hpp>
#include <slotted/slotted.hpp>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>

namespace sl = slotted;

struct Point
    : sl::object<Point, sl::declared_order,
                 sl::slots<sl::field<"c", char, sl::doc<"a <letter> & \"more\"">>, sl::field<"x", std::int32_t>,
                           sl::slot<"level", std::int16_t>, sl::slot<"hint", char, sl::readonly>>> {
  using object::object;
};
struct Person : sl::object<Person, sl::slots<sl::slot<"name", std::string>, sl::field<"born", std::int16_t>,
                                             sl::slot<"größe", double>, sl::dict_slot<>, sl::weakref_slot>> {
  using object::object;
};
struct Machine {
  std::int64_t serial = 0;
  std::int32_t port = 0;
  virtual ~Machine() = default;
};
struct Worker
    : sl::object<Worker, sl::extends<Person, Machine>,
                 sl::slots<sl::field<"salary", float>, sl::slot<"s0", char>, sl::slot<"s1", char>, sl::slot<"s2", char>,
                           sl::slot<"s3", char>, sl::slot<"s4", char>, sl::slot<"s5", char>, sl::slot<"s6", char>,
                           sl::slot<"s7", char>, sl::slot<"s8", bool>>> {
  using object::object;
};
struct Manager : sl::object<Manager, sl::extends<Worker>, sl::slots<sl::slot<"bonus", long double>>> {
  using object::object;
};
struct Virtual : sl::object<Virtual, sl::slots<sl::field<"x", int>, sl::slot<"y", int>>> {
  using object::object;
  virtual ~Virtual() = default;
};
struct pixel {
  std::uint16_t x, y;
  float depth;
};
struct Pixel : sl::object<Pixel, sl::slots<sl::fields_of<pixel>, sl::slot<"alpha", char>>> {
  using object::object;
};
struct Large
    : sl::object<Large,
                 sl::slots<sl::field<"head", char>, sl::field<"bytes", char[1000]>, sl::field<"tail", std::int64_t>>> {
  using object::object;
};
struct Text : sl::object<Text, sl::slots<sl::field<"hash", std::uint32_t>, sl::items<const char>>> {
  using object::object;
};
struct WithMembers : sl::object<WithMembers, sl::slots<sl::field<"x", char>>> {
  using object::object;
  int plain = 0;
};
struct Empty : sl::object<Empty, sl::slots<>> {};

/// The numbers of `layout_of`, in lines: the size; each slot; each presence bit; each pointer.
template <class C>
void draw(const std::string& folder) {
  const std::string name(sl::class_name<C>);
  std::ofstream(folder + '/' + name + ".svg") << sl::layout_svg<C>();
  constexpr const auto& layout = sl::layout_of<C>;
  std::cout << "class\t" << name << '\t' << layout.size << '\n';
  for (const sl::member& slot : layout.memory_order) {
    std::cout << "slot\t" << slot.name << '\t' << slot.offset << '\t' << slot.size << '\n';
    for (unsigned bit = 0; bit != 8; ++bit)
      if (slot.presence_mask == 1u << bit)
        std::cout << "bit\t" << slot.name << '\t' << slot.presence_offset << '\t' << bit << '\n';
  }
  if constexpr (sl::has_dict<C>) std::cout << "slot\tdict slot\t" << layout.dict_offset << "\t8\n";
  if constexpr (sl::has_weakref<C>) std::cout << "slot\tweakref slot\t" << layout.weakref_offset << "\t8\n";
}

template <class... Classes>
void draw_all(const std::string& folder) {
  (draw<Classes>(folder), ...);
}

int main(int, char** arguments) {
  draw_all<Point, Person, Worker, Manager, Virtual, Pixel, Large, Text, WithMembers, Empty>(arguments[1]);
}
