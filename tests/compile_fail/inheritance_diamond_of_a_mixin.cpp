// A slotted base without slots, reached twice: which one would a conversion mean?
// EXPECT: slotted_base_reached_twice<io::Port
// EXPECT: io::Closable
// EXPECT: io::Reader
// EXPECT: io::Writer
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace io {

struct Closable : sl::object<Closable, sl::slots<>> {
  using object::object;
};
struct Reader : sl::object<Reader, sl::extends<Closable>, sl::slots<sl::slot<"read", long>>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Writer : sl::object<Writer, sl::extends<Closable>, sl::slots<sl::slot<"written", long>>> {
#else
struct Writer : sl::object<Writer, sl::slots<sl::slot<"written", long>>> {
#endif
  using object::object;
};

struct Port : sl::object<Port, sl::extends<Reader, Writer>, sl::slots<>> {
  using object::object;
};

}  // namespace io

io::Port* port;
