// Measures the rivals of one row side by side: Google Benchmark runs all of them again and again in random order, and
// the median of each counts. What disturbs the machine for a moment then disturbs all alike, and the ratio stands.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "measured.hpp"

namespace bench {

struct effort {
  double seconds;  // for each repetition of each rival
  int repetitions;
};

using measurement = std::function<void(benchmark::State&)>;  // sets items processed: a time is a time for one item

class collector : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs)
      if (run.run_type == Run::RT_Iteration)
        nanoseconds_[run.run_name.function_name].push_back(1e9 / run.counters.at("items_per_second").value);
  }

  measured of(const std::string& name) const { return measured(nanoseconds_.at(name)); }

 private:
  std::map<std::string, std::vector<double>> nanoseconds_;
};

// Random interleaving is a setting of Google Benchmark that only a command line can make. It keeps the pointers.
inline void turn_on_interleaving() {
  static std::string program = "bench", interleave = "--benchmark_enable_random_interleaving=true";
  static char* settings[] = {program.data(), interleave.data(), nullptr};
  int count = 2;
  benchmark::Initialize(&count, settings);
}

// The times of each, in nanoseconds; nothing for a rival that is empty.
inline answers measure_interleaved(const std::vector<measurement>& rivals, effort e) {
  static int rows = 0;
  if (rows == 0) turn_on_interleaving();
  const std::string row_name = "row" + std::to_string(++rows) + "/";
  const auto name = [&](std::size_t i) { return row_name + std::to_string(i); };

  for (std::size_t i = 0; i < rivals.size(); ++i)
    if (rivals[i])
      benchmark::RegisterBenchmark(name(i).c_str(), rivals[i])->MinTime(e.seconds)->Repetitions(e.repetitions);
  collector times;
  benchmark::RunSpecifiedBenchmarks(&times, nullptr, "^" + row_name);

  answers found(rivals.size());
  for (std::size_t i = 0; i < rivals.size(); ++i)
    if (rivals[i]) found[i] = times.of(name(i));
  benchmark::ClearRegisteredBenchmarks();
  return found;
}

}  // namespace bench
