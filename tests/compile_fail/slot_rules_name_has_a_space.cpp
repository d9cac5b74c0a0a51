// A name with a space in it is no identifier: "__slots__ must be identifiers" (row 9).
// EXPECT: slot_name_is_not_an_identifier<music::Track
// EXPECT: {"play count"}
#include <slotted/slotted.hpp>

#include <string>

namespace sl = slotted;

namespace music {

struct Track : sl::object<Track, sl::slots<sl::field<"title", std::string>,
#ifdef SLOTTED_BREAK
                                           sl::slot<"play count", long>>> {
#else
                                           sl::slot<"play_count", long>>> {
#endif
  using object::object;
};

}  // namespace music

music::Track track{"Peaches"};
