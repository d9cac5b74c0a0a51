// An rvalue reference as a slot dangles after the constructor.
// EXPECT: slot_type_is_a_reference_use_a_pointer_or_reference_wrapper<Message
// EXPECT: {"body"}
// EXPECT: int
#include <slotted/slotted.hpp>

namespace sl = slotted;

template <class T>
#ifdef SLOTTED_BREAK
using body_of = T&&;
#else
using body_of = T;
#endif

struct Message : sl::object<Message, sl::slots<sl::slot<"body", body_of<int>>>> {
  using object::object;
};

Message message;
