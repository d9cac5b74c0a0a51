// Measures the rivals of one row side by side: Google Benchmark runs all of them again and again in random order, and
// the median of each is taken. What disturbs the machine for a moment then disturbs all alike, and the ratio stands.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

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

  double median(const std::string& name) {
    auto& values = nanoseconds_.at(name);
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

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

// The median time of each, in nanoseconds; nothing for a rival that is empty.
inline std::vector<std::optional<double>> measure_interleaved(const std::vector<measurement>& rivals, effort e) {
  static int rows = 0;
  if (rows == 0) turn_on_interleaving();
  const std::string row_name = "row" + std::to_string(++rows) + "/";
  const auto name = [&](std::size_t i) { return row_name + std::to_string(i); };

  for (std::size_t i = 0; i < rivals.size(); ++i)
    if (rivals[i])
      benchmark::RegisterBenchmark(name(i).c_str(), rivals[i])->MinTime(e.seconds)->Repetitions(e.repetitions);
  collector times;
  benchmark::RunSpecifiedBenchmarks(&times, nullptr, "^" + row_name);

  std::vector<std::optional<double>> medians(rivals.size());
  for (std::size_t i = 0; i < rivals.size(); ++i)
    if (rivals[i]) medians[i] = times.median(name(i));
  benchmark::ClearRegisteredBenchmarks();
  return medians;
}

}  // namespace bench
