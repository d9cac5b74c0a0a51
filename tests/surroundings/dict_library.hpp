// A class with a dict slot that a shared library and a program have in common.
#pragma once

#include <slotted/slotted.hpp>

#include <string>
#include <string_view>

#define DICT_LIBRARY [[gnu::visibility("default")]]

namespace dict_library {

struct Record : slotted::object<Record, slotted::slots<slotted::field<"id", int>, slotted::dict_slot<std::string>>> {
  using object::object;
};
struct Labelled
    : slotted::object<Labelled, slotted::extends<Record>, slotted::slots<slotted::slot<"label", std::string>>> {
  using object::object;
};
/// Attributes of any type.
struct Open : slotted::object<Open, slotted::slots<slotted::dict_slot<>>> {
  using object::object;
};

// All of this happens in the library.
DICT_LIBRARY Record make_record(int id);
DICT_LIBRARY Labelled make_labelled(int id);
DICT_LIBRARY Open make_open();
DICT_LIBRARY bool open_has_number(const Open& object, std::string_view name, int number);
DICT_LIBRARY void set(Record& object, std::string_view name, std::string_view value);
DICT_LIBRARY void erase(Record& object, std::string_view name);
DICT_LIBRARY std::string get(const Record& object, std::string_view name);
DICT_LIBRARY bool refuses(Record& object, std::string_view name);
DICT_LIBRARY std::string class_of_record(const Record& object);
DICT_LIBRARY bool is_labelled(const Record& object);
DICT_LIBRARY Record copy(const Record& object);
DICT_LIBRARY void assign(Record& to, const Record& from);
DICT_LIBRARY void move(Record& to, Record& from);
DICT_LIBRARY void keep(Labelled object);  // until the next call, or the end of the program
DICT_LIBRARY Labelled& kept();
DICT_LIBRARY void forget();
DICT_LIBRARY std::size_t shape_count();

}  // namespace dict_library
