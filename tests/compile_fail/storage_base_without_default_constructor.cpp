// A base that does not inherit object's constructors makes itself, without arguments.
// EXPECT: Document
#include <slotted/slotted.hpp>

namespace sl = slotted;
using namespace sl::literals;

struct Document : sl::object<Document, sl::slots<sl::field<"title", int>>> {
  explicit Document(int number) : object("title"_slot = number) {}
#ifdef SLOTTED_BREAK
  Document() = delete;
#else
  Document() : Document(0) {}
#endif
};
struct Letter : sl::object<Letter, sl::extends<Document>, sl::slots<sl::field<"address", int>>> {
  using object::object;
};

Letter letter{1};
