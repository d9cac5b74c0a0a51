# Target benchmark::benchmark: Google Benchmark of the system, else the archive of release 1.7.1, fetched and checked.
set(SLOTTED_BENCHMARK_URL "" CACHE STRING "Where to fetch the archive of Google Benchmark 1.7.1 from, instead of the system's")
set(benchmark_sha256 6430e4092653380d9dc4ccb45a1e2dc9259d581f4866dc0759713126056bc1d7)

if(SLOTTED_BENCHMARK_URL)
  include(FetchContent)
  set(CMAKE_POLICY_DEFAULT_CMP0077 NEW) # lets the next lines decide its options
  set(BENCHMARK_ENABLE_TESTING OFF)
  set(BENCHMARK_ENABLE_INSTALL OFF)
  set(BENCHMARK_ENABLE_WERROR OFF)
  FetchContent_Declare(benchmark URL ${SLOTTED_BENCHMARK_URL} URL_HASH SHA256=${benchmark_sha256}
                       DOWNLOAD_EXTRACT_TIMESTAMP OFF SYSTEM)
  FetchContent_MakeAvailable(benchmark)
else()
  find_package(benchmark CONFIG QUIET)
  if(NOT benchmark_FOUND)
    message(FATAL_ERROR "The benchmarks need Google Benchmark (Debian: libbenchmark-dev). Install it, or say where the "
      "archive v1.7.1.tar.gz of its source is: -DSLOTTED_BENCHMARK_URL=https://... or a file (its SHA-256 must be "
      "${benchmark_sha256}), or leave the benchmarks out: -DSLOTTED_BENCHMARKS=OFF")
  endif()
endif()
