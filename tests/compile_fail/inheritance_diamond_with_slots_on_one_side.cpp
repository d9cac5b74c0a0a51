// One side adds a slot (row 160): the top would still be there twice.
// EXPECT: slotted_base_reached_twice<io::Port
// EXPECT: io::Stream
// EXPECT: io::Reader
// EXPECT: io::Writer
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace io {

struct Stream : sl::object<Stream, sl::slots<sl::field<"descriptor", int>>> {
  using object::object;
};
struct Reader : sl::object<Reader, sl::extends<Stream>, sl::slots<>> {
  using object::object;
};
#ifdef SLOTTED_BREAK
struct Writer : sl::object<Writer, sl::extends<Stream>, sl::slots<sl::slot<"written", long>>> {
#else
struct Writer : sl::object<Writer, sl::extends<Reader>, sl::slots<sl::slot<"written", long>>> {
#endif
  using object::object;
};

#ifdef SLOTTED_BREAK
struct Port : sl::object<Port, sl::extends<Reader, Writer>, sl::slots<sl::slot<"number", int>>> {
#else
struct Port : sl::object<Port, sl::extends<Writer>, sl::slots<sl::slot<"number", int>>> {
#endif
  using object::object;
};

}  // namespace io

io::Port* port;
