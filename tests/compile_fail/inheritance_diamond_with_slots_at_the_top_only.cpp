// Both sides add nothing, the top has the slots (row 159: refused rather than merged).
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
struct Writer : Stream {
  using Stream::Stream;
};
#else
struct Writer {};
#endif

struct Port : sl::object<Port, sl::extends<Reader, Writer>, sl::slots<sl::slot<"number", int>>> {
  using object::object;
};

}  // namespace io

io::Port* port;
