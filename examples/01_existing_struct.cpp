#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include <slotted/format.hpp>
#include <slotted/slotted.hpp>

using namespace slotted::literals;
namespace sl = slotted;

struct pixel { std::uint16_t x = 0, y = 0; float depth = 1; };  // a struct that was there before

struct Pixel : sl::object<Pixel, sl::slots<
    sl::fields_of<pixel>,                                       // each member is a field, found by the compiler
    sl::slot<"note", std::string>>> {                           // and there may be more
  using object::object;
};
static_assert(sl::descriptor<Pixel, "depth">.offset == offsetof(pixel, depth));

float twice_as_deep(const pixel& p) { return 2 * p.depth; }     // takes a Pixel, too

int main() {
  Pixel p{3, 4};                                                // depth is what the struct says
  p.x += 1;                                                     // a plain member
  setattr(p, "y", 7);                                           // the same, by a name that comes at run time
  std::cout << p << ' ' << twice_as_deep(p) << '\n';

  const Pixel q = replace(p, "depth"_slot = 0.5f, "note"_slot = "near");
  for (auto name : diff(p, q)) std::cout << name << " differs\n";

  std::vector<Pixel> pixels{q, p, pixel{1, 2, 3}};
  std::ranges::sort(pixels);                                    // by its slots, in declared order
  std::cout << pixels.front() << '\n';

  sl::builder<Pixel> row;                                       // from a file, a message, a table
  row.set("note", "read").set("x", 9);
  std::cout << std::move(row).build() << '\n';
}
