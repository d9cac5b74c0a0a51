// Python spells the dict slot as a plain name; here it is an item of its own.
// EXPECT: slot_name_is_reserved_write_dict_slot<Config
// EXPECT: {"__dict__"}
#include <slotted/slotted.hpp>

namespace sl = slotted;

struct Config : sl::object<Config, sl::slots<sl::field<"path", int>,
#ifdef SLOTTED_BREAK
                                             sl::slot<"__dict__", int>>> {
#else
                                             sl::slot<"dict", int>>> {
#endif
  using object::object;
};

Config config{1};
