// Objects that a shared library makes and the program changes, copies, moves and destroys, and the other way round:
// with one record of each class for both, and, where everything is hidden, one for each of them.
#include "dict_library.hpp"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace {

int failures = 0;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::printf("%s\n", what);
  ++failures;
}

using namespace slotted::literals;
using dict_library::Labelled;
using dict_library::Record;

bool has(const Record& object, std::string_view name, std::string_view value) {
  const std::string* const found = slotted::find_attr<std::string>(object, name);
  return found && *found == value;
}

void attributes_cross() {
  Record ours{1};
  setattr(ours, "made in", "program");
  expect(dict_library::get(ours, "made in") == "program", "the library finds what the program sets");
  dict_library::set(ours, "more", "library");
  dict_library::set(ours, "made in", "both");
  expect(has(ours, "more", "library") && has(ours, "made in", "both"), "the program finds what the library sets");
  dict_library::erase(ours, "made in");
  expect(!hasattr(ours, "made in") && slotted::vars(ours).size() == 1, "the library erases");

  Record theirs = dict_library::make_record(2);
  expect(has(theirs, "made in", "library"), "an object of the library has its attributes");
  for (int i = 0; i != 50; ++i) setattr(theirs, "n" + std::to_string(i), std::to_string(i));
  for (int i = 0; i != 50; i += 2) dict_library::erase(theirs, "n" + std::to_string(i));
  for (int i = 50; i != 100; ++i) dict_library::set(theirs, "n" + std::to_string(i), std::to_string(i));
  expect(slotted::vars(theirs).size() == 76 && has(theirs, "n1", "1") && has(theirs, "n99", "99"),
         "both add and erase");
  delattr(theirs, "made in");
  expect((*slotted::vars(theirs).begin()).first == "n1", "in order");
}

void classes_cross() {
  Labelled ours{3, "ours"};
  setattr(ours, "x", "1");
  expect(dict_library::class_of_record(ours) == "Labelled", "the library sees the class of an object of the program");
  expect(dict_library::is_labelled(ours), "as the class that it knows");
  expect(dict_library::get(ours, "label") == "ours", "and its slots");
  expect(dict_library::refuses(ours, "label"), "which stay out of the dict");

  Labelled theirs = dict_library::make_labelled(4);
  Record& as_record = theirs;
  expect(slotted::class_of(as_record).name() == "Labelled", "the program sees it of one of the library");
  expect(has(as_record, "label", "a label"), "and its slots");
  setattr(as_record, "label", "changed");
  expect(theirs["label"_slot].value() == "changed", "and changes them");
}

void whole_objects_cross() {
  Labelled theirs = dict_library::make_labelled(5);
  Labelled ours{6, "ours"};
  setattr(ours, "x", "1");

  Record sliced = dict_library::copy(ours);
  expect(dict_library::class_of_record(sliced) == "Record" && has(sliced, "x", "1"), "a copy that the library makes");
  setattr(sliced, "label", "not a slot here");
  expect(dict_library::get(sliced, "label") == "not a slot here", "is of its own class");
  bool refused = false;
  try {
    dict_library::assign(theirs, sliced);
  } catch (const slotted::attribute_error&) {
    refused = true;
  }
  expect(refused && has(theirs, "made in", "library"), "a slot's name is not assigned to the dict");

  dict_library::assign(ours, theirs);
  expect(has(ours, "made in", "library") && !hasattr(ours, "x"),
         "the library assigns its object to one of the program");
  dict_library::move(theirs, ours);
  expect(slotted::vars(ours).empty() && has(theirs, "made in", "library"), "the library moves");
  static_cast<Record&>(ours) = std::move(static_cast<Record&>(theirs));
  setattr(ours, "y", "2");
  dict_library::set(ours, "z", "3");
  expect(slotted::vars(ours).size() == 3 && dict_library::is_labelled(ours), "the program moves");

  std::vector<Labelled> several;
  for (int i = 0; i != 20; ++i) {
    several.push_back(dict_library::make_labelled(i));
    several.push_back(ours);
  }
  expect(has(several.front(), "made in", "library") && has(several.back(), "z", "3"), "both in one vector");
  expect(several.front() == several[2] || several.front() != several[1], "they compare");
  dict_library::keep(several.back());
  several.clear();
  expect(has(dict_library::kept(), "z", "3"), "the library keeps what the program made");
  dict_library::keep(std::move(ours));
  setattr(dict_library::kept(), "w", "4");
  expect(dict_library::get(dict_library::kept(), "w") == "4", "and the program changes it");
}

void values_cross() {
  dict_library::Open theirs = dict_library::make_open();
  setattr(theirs, "ours", 4);
  expect(dict_library::open_has_number(theirs, "ours", 4), "the library reads a value of the program");
  const int* const number = slotted::find_attr<int>(theirs, "number");
  expect(number && *number == 3, "the program reads a value of the library");
  expect(getattr<std::string>(theirs, "text") == "three", "a text, too");
}

}  // namespace

int main() {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // what was printed is there after a crash
  attributes_cross();
  classes_cross();
  whole_objects_cross();
  values_cross();
  dict_library::forget();
  expect(slotted::shape_count<Record>() == 0 && dict_library::shape_count() == 0, "no shape is left");
  dict_library::keep(dict_library::make_labelled(7));  // dies with the library
  setattr(dict_library::kept(), "last", "words");
  return failures;
}
