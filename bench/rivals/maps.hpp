// The hash maps that stand in for objects: that of the standard library and, where they are installed, those of Abseil
// and Boost. BENCH_HAS_ABSL and BENCH_HAS_BOOST say whether they are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

#if defined(BENCH_HAS_ABSL)
#include <absl/container/flat_hash_map.h>
#endif
#if defined(BENCH_HAS_BOOST)
#include <boost/unordered/unordered_flat_map.hpp>
#endif

namespace bench {

using value = std::variant<std::int64_t, double, std::string>;

template <class Hash>
struct transparent : Hash {
  using is_transparent = void;
};

template <class Value>
using std_map = std::unordered_map<std::string, Value>;
template <class Value>
using std_map_transparent =
    std::unordered_map<std::string, Value, transparent<std::hash<std::string_view>>, std::equal_to<>>;

#if defined(BENCH_HAS_ABSL)
template <class Value>
using absl_map = absl::flat_hash_map<std::string, Value>;
#endif
#if defined(BENCH_HAS_BOOST)
template <class Value>
using boost_map =
    boost::unordered_flat_map<std::string, Value, transparent<boost::hash<std::string_view>>, std::equal_to<>>;
#endif

}  // namespace bench
