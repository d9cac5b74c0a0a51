// For a process that ends without leaving main, in a program with counters (presets coverage, branches): what it
// counted would be lost.
#pragma once

#include <csignal>

#if defined(SLOTTED_TEST_COVERAGE) && defined(__clang__)
extern "C" int __llvm_profile_write_file();
#elif defined(SLOTTED_TEST_COVERAGE)
extern "C" void __gcov_dump();
#endif

namespace support {

/// Writes what was counted so far; nothing in a usual build.
inline void keep_line_counts() {
#if defined(SLOTTED_TEST_COVERAGE) && defined(__clang__)
  static_cast<void>(__llvm_profile_write_file());
#elif defined(SLOTTED_TEST_COVERAGE)
  __gcov_dump();
#endif
}
/// The process ends by SIGABRT when it aborts, and keeps what it counted.
inline void let_abort_keep_line_counts() {
#if defined(SLOTTED_TEST_COVERAGE)
  std::signal(SIGABRT, [](int) { keep_line_counts(); });
#else
  std::signal(SIGABRT, SIG_DFL);
#endif
}

}  // namespace support
