// `pools` of holdfast.yaml: numbers that are free to be given out.

#include <algorithm>
#include <array>
#include <charconv>

#include "importers/topology/yaml_reader.h"

namespace holdfast::topology {
namespace {

constexpr auto kPools = std::to_array<std::string_view>({"vc-id", "discriminator", "vrid"});

// "100-199", or one number.
std::optional<NumberPool> pool_of(std::string_view text) {
  NumberPool pool;
  const char* const end = text.data() + text.size();
  const auto [behind_first, bad_first] = std::from_chars(text.data(), end, pool.first);
  if (bad_first != std::errc{}) return std::nullopt;
  pool.last = pool.first;
  if (behind_first == end) return pool;
  if (*behind_first != '-') return std::nullopt;
  const auto [behind_last, bad_last] = std::from_chars(behind_first + 1, end, pool.last);
  if (bad_last != std::errc{} || behind_last != end || pool.last < pool.first) return std::nullopt;
  return pool;
}

}  // namespace

std::map<std::string, NumberPool> read_pools(const YAML::Node& pools, YamlReader& reader) {
  std::map<std::string, NumberPool> result;
  if (!reader.expect_map(pools, "`pools`")) return result;
  for (const auto& entry : pools) {
    const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    if (std::ranges::find(kPools, key) == kPools.end()) {
      reader.unknown_key(entry.first, kPools, " in `pools`");
      continue;
    }
    const auto pool = pool_of(entry.second.IsScalar() ? entry.second.Scalar() : std::string());
    if (pool) {
      result[key] = *pool;
    } else {
      reader.problem(entry.second.Mark(), "a pool is a range of numbers: 1000-1999");
    }
  }
  return result;
}

}  // namespace holdfast::topology
