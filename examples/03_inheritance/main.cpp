// Copyright (c) 2026 the slotted authors
// SPDX-License-Identifier: MIT
// Reads an SVG drawing into a hierarchy of classes, and shows what is in it:
//
//   inheritance                             the elements of a sample, with their places and their paint
//   inheritance FILE                        the same of another drawing
//   inheritance FILE --find NAME            all elements that have the attribute, and its value
//   inheritance FILE --set ID NAME VALUE    the drawing with that attribute of that element changed
//   inheritance FILE --unset ID NAME        the drawing without it
//
// The functions here take an Element& and know of no other class; names reach the slots of all. What such a hierarchy
// may not have is in `refused`, with what the compiler says.

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "csv.hpp"
#include "drawing.hpp"
#include "quoted.hpp"
#include "read_svg.hpp"

namespace {

constexpr std::string_view usage = "usage: inheritance [FILE [--find NAME | --set ID NAME VALUE | --unset ID NAME]]\n";

// Depth first: calls `use(element, depth)`.
template <class Use>
void for_each_element(Element& element, Use use, std::size_t depth = 0) {
  use(element, depth);
  if (auto* const group = dynamic_cast<Group*>(&element))
    for (const auto& child : *group) for_each_element(*child, use, depth + 1);
}

void show_name(const Element& element) {
  std::cout << class_of(element);
  if (hasattr(element, "id")) std::cout << ' ' << getattr(element, "id");
}

// What is unset is as the element around it has it, whose paint this is.
struct Paint {
  std::string fill, stroke;
  double stroke_width;

  [[nodiscard]] Paint of(const Element& element) const {
    return {getattr(element, "fill", fill), getattr(element, "stroke", stroke),
            getattr(element, "stroke_width", stroke_width)};
  }
};

void show(const Element& element, const Paint& around, std::size_t depth) {
  const Paint paint = around.of(element);
  std::cout << std::string(2 * depth, ' ');
  show_name(element);
  if (const Box box = element.box(); !box.empty())
    std::cout << " [" << box.left << ' ' << box.top << ' ' << box.right << ' ' << box.bottom << ']';
  if (const auto* const group = dynamic_cast<const Group*>(&element)) {
    std::cout << '\n';
    for (const auto& child : *group) show(*child, paint, depth + 1);
    return;
  }
  if (const auto* const polyline = dynamic_cast<const Polyline*>(&element))
    std::cout << " length " << polyline->length();
  std::cout << " fill " << paint.fill;
  if (paint.stroke != "none") std::cout << " stroke " << paint.stroke << ' ' << paint.stroke_width;
  for (const auto [name, text] : vars(element)) std::cout << ' ' << name << '=' << text;  // what no class knows
  std::cout << '\n';
}

void show(const Drawing& drawing) { show(drawing, Paint{}, 0); }

void find(Drawing& drawing, const std::string& name) {
  std::size_t count = 0;
  for_each_element(drawing, [&](const Element& element, std::size_t) {
    if (!hasattr(element, name)) return;
    show_name(element);
    std::cout << ": " << getattr(element, name) << '\n';
    ++count;
  });
  std::cout << count << " elements have " << ::quoted(name) << '\n';
}

Element* element_with_id(Drawing& drawing, const std::string& id) {
  Element* found = nullptr;
  for_each_element(drawing, [&](Element& element, std::size_t) {
    if (hasattr(element, "id") && getattr(element, "id") == id) found = &element;
  });
  return found;
}

// As a number where it is one. Whether the slot takes that is for the element's class to say.
void set(Element& element, const std::string& name, const std::string& text) {
  if (double number = 0; csv::parse(text, number) == std::errc())
    setattr(element, name, number);
  else
    setattr(element, name, text);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const std::string option = words.size() > 1 ? words[1] : "";
  const bool finds = option == "--find" && words.size() == 3;
  const bool sets = option == "--set" && words.size() == 5;
  const bool unsets = option == "--unset" && words.size() == 4;
  if (words.size() > 1 && !finds && !sets && !unsets) {
    std::cerr << usage;
    return 2;
  }

  const std::string name = words.empty() ? SAMPLE_FILE : words[0];
  std::ifstream in(name, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  bool good = true;
  const auto drawing = svg_reader(text, [&](std::size_t line, const std::string& what) {
                         std::cerr << name << ':' << line << ": " << what << '\n';
                         good = false;
                       }).read();
  if (!drawing) {
    std::cerr << name << ": no drawing could be read\n";
    return EXIT_FAILURE;
  }

  if (finds) {
    find(*drawing, words[2]);
  } else {
    if (sets || unsets) {
      Element* const element = element_with_id(*drawing, words[2]);
      if (!element) {
        std::cerr << name << ": no element has the id " << ::quoted(words[2]) << '\n';
        return EXIT_FAILURE;
      }
      try {
        sets ? set(*element, words[3], words[4]) : delattr(*element, words[3]);
      } catch (const sl::error_base& error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
      }
    }
    show(*drawing);
  }
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
