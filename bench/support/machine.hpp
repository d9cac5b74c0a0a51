// Where numbers come from: without it they mean nothing. No date, so that the same run writes the same page.
#pragma once

#include <fstream>
#include <string>
#include <thread>

namespace bench {

inline std::string processor() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    const auto colon = line.find(": ");
    if (line.starts_with("model name") && colon != line.npos) return line.substr(colon + 2);
  }
  return "unknown processor";
}

inline std::string compiler() {
#if defined(__clang__)
  std::string text = "clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#elif defined(__GNUC__)
  std::string text = "g++ " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#else
  std::string text = "unknown compiler";
#endif
#if defined(_LIBCPP_VERSION)
  text += ", libc++ " + std::to_string(_LIBCPP_VERSION / 10'000);
#elif defined(_GLIBCXX_RELEASE)
  text += ", libstdc++ " + std::to_string(_GLIBCXX_RELEASE);
#endif
  return text;
}

inline std::string cores() { return std::to_string(std::thread::hardware_concurrency()); }

// BENCH_FLAGS: how the program was compiled. BENCH_MISSING: the rivals that are not installed.
inline std::string provenance() {
  const std::string missing = BENCH_MISSING;
  return processor() + ", " + cores() + " cores; " + compiler() + ", " + BENCH_FLAGS +
         (missing.empty() ? "" : "; not installed: " + missing);
}

}  // namespace bench
