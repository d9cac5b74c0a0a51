#include "dict_library.hpp"

#include <optional>
#include <utility>

namespace dict_library {

namespace {

std::optional<Labelled> the_kept;  // dies late, with what it has

}  // namespace

Record make_record(int id) {
  Record made{id};
  setattr(made, "made in", "library");
  return made;
}
Labelled make_labelled(int id) {
  Labelled made{id, "a label"};
  setattr(made, "made in", "library");
  return made;
}
Open make_open() {
  Open made;
  setattr(made, "number", 3);
  setattr(made, "text", "three");
  return made;
}
bool open_has_number(const Open& object, std::string_view name, int number) {
  const int* const found = slotted::find_attr<int>(object, name);
  return found && *found == number;
}

void set(Record& object, std::string_view name, std::string_view value) { setattr(object, name, value); }
void erase(Record& object, std::string_view name) { delattr(object, name); }
std::string get(const Record& object, std::string_view name) {
  const std::string* const found = slotted::find_attr<std::string>(object, name);
  return found ? *found : "nothing";
}
bool refuses(Record& object, std::string_view name) {
  try {
    slotted::vars(object).insert_or_assign(name, "x");
  } catch (const slotted::attribute_error&) {
    return true;
  }
  return false;
}
std::string class_of_record(const Record& object) { return std::string(slotted::class_of(object).name()); }
bool is_labelled(const Record& object) {
#if defined(DICT_LIBRARY_HIDDEN)  // each has a class of its own then, as for typeid
  return slotted::class_of(object).name() == "Labelled";
#else
  return slotted::class_of(object) == slotted::class_of<Labelled>();
#endif
}

Record copy(const Record& object) { return object; }
void assign(Record& to, const Record& from) { to = from; }
void move(Record& to, Record& from) { to = std::move(from); }

void keep(Labelled object) { the_kept = std::move(object); }
Labelled& kept() { return *the_kept; }
void forget() { the_kept.reset(); }

std::size_t shape_count() { return slotted::shape_count<Record>(); }

}  // namespace dict_library
