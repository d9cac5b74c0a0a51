// How much heap is in use, with what the allocator adds to each block: what objects cost, not what they ask for.
#pragma once

#include <cstddef>
#include <cstdlib>

#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 33)
#include <malloc.h>
#define BENCH_HAS_HEAP_IN_USE 1
#else
#define BENCH_HAS_HEAP_IN_USE 0
#endif

namespace bench {

// Asks the allocator itself. Counting in a replaced operator new would cost time in the rows that measure time.
inline std::size_t heap_in_use() {
#if BENCH_HAS_HEAP_IN_USE
  const auto info = ::mallinfo2();
  return info.uordblks + info.hblkhd;
#else
  return 0;
#endif
}

}  // namespace bench
