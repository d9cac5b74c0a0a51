// What a thread asks operator new for: counted, refused at the n-th time, or interrupted. The operators are in
// allocations.cpp.
#pragma once

namespace support {

/// All counts are of this thread.
struct allocations {
  static inline thread_local long live = 0;     // blocks that were not given back
  static inline thread_local long asked = 0;    // since the program began, or the last operation of a short_of_memory
  static inline thread_local long fail_at = 0;  // 0: never
  static inline thread_local bool keeps_failing = false;                  // all after that one fail, too
  static inline thread_local long interrupt_at = 0;                       // 0: never
  static inline thread_local void (*interruption)(void* data) = nullptr;  // called before that one, once
  static inline thread_local void* interruption_data = nullptr;
};

}  // namespace support
