// The two ways are plain C++: the base is not virtual, but there twice.
// EXPECT: slotted_base_reached_twice<io::Port
// EXPECT: io::Stream
#include <slotted/slotted.hpp>

namespace sl = slotted;

namespace io {

struct Stream : sl::object<Stream, sl::slots<sl::slot<"descriptor", int>>> {
  using object::object;
};
struct Reader : Stream {};
#ifdef SLOTTED_BREAK
struct Writer : Stream {};
#else
struct Writer {};
#endif
struct Both : Reader, Writer {};

struct Port : sl::object<Port, sl::extends<Both>, sl::slots<sl::slot<"number", int>>> {
  using object::object;
};

}  // namespace io

io::Port* port;
