#include "importers/topology/intent_reader.h"

#include <algorithm>
#include <limits>

namespace holdfast::topology {
namespace {

template <class T>
bool parse_number(std::string_view text, T& into) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

std::string text_of(const YAML::Node& node) {
  return node.IsScalar() ? node.Scalar() : std::string();
}

}  // namespace

void IntentReader::fields(const YAML::Node& map, std::string_view what, std::string_view where,
                          const Fields& known) {
  if (!yaml.expect_map(map, what)) return;
  std::vector<std::string_view> names;
  for (const auto& [name, field] : known) names.push_back(name);
  for (const auto& entry : map) {
    const auto at = known.find(entry.first.IsScalar() ? std::string_view(entry.first.Scalar()) : "");
    if (at == known.end()) {
      yaml.unknown_key(entry.first, names, where);
    } else {
      at->second(entry.first, entry.second);
    }
  }
}

std::optional<std::string> IntentReader::word(const YAML::Node& node, std::string_view what) {
  std::string text = text_of(node);
  if (!text.empty()) return text;
  problem(node, fmt::format("`{}` takes a word", what));
  return std::nullopt;
}

std::optional<std::uint32_t> IntentReader::number(const YAML::Node& node, std::string_view what,
                                                  std::uint32_t low, std::uint32_t high) {
  std::uint32_t value = 0;
  if (parse_number(text_of(node), value) && value >= low && value <= high) return value;
  problem(node, fmt::format("`{}` takes a number from {} to {}", what, low, high));
  return std::nullopt;
}

std::optional<std::uint64_t> IntentReader::rate(const YAML::Node& node, std::string_view what) {
  constexpr std::uint64_t kKilo = 1000;
  std::string text = text_of(node);
  std::uint64_t unit = 1;
  if (!text.empty()) {
    if (text.back() == 'k') unit = kKilo;
    if (text.back() == 'M') unit = kKilo * kKilo;
    if (text.back() == 'G') unit = kKilo * kKilo * kKilo;
    if (unit > 1) text.pop_back();
  }
  std::uint64_t value = 0;
  if (parse_number(text, value) && value > 0 && value <= std::numeric_limits<std::uint64_t>::max() / unit) {
    return value * unit;
  }
  problem(node, fmt::format("`{}` takes bits per second, such as 100M or 10G", what));
  return std::nullopt;
}

std::optional<intent::Range> IntentReader::range(const YAML::Node& node, std::string_view what,
                                                 std::uint32_t high) {
  const std::string text = text_of(node);
  const std::size_t dash = text.find('-');
  intent::Range range{0, 0, place(node)};
  if (dash != std::string::npos && parse_number(std::string_view(text).substr(0, dash), range.first) &&
      parse_number(std::string_view(text).substr(dash + 1), range.last) && range.first >= 1 &&
      range.first <= range.last && range.last <= high) {
    return range;
  }
  problem(node, fmt::format("`{}` takes a range within 1-{}, such as 100-199", what, high));
  return std::nullopt;
}

std::optional<IpPrefix> IntentReader::prefix(const YAML::Node& node, std::string_view what) {
  constexpr std::uint8_t kBits4 = 32;
  constexpr std::uint8_t kBits6 = 128;
  const std::string text = text_of(node);
  const std::size_t slash = text.find('/');
  const auto address = parse_ip(std::string_view(text).substr(0, slash));
  std::uint8_t length = 0;
  if (slash != std::string::npos && address &&
      parse_number(std::string_view(text).substr(slash + 1), length) &&
      length <= (address->is_v6 ? kBits6 : kBits4)) {
    return IpPrefix{*address, length}.network();
  }
  problem(node, fmt::format("`{}` takes a prefix such as 10.0.0.0/16", what));
  return std::nullopt;
}

std::optional<std::size_t> IntentReader::device(const YAML::Node& node) {
  const std::string text = text_of(node);
  const auto at = std::ranges::find(intent.devices, text, &intent::Device::name);
  if (at != intent.devices.end()) return static_cast<std::size_t>(at - intent.devices.begin());
  std::vector<std::string_view> names;
  for (const intent::Device& device : intent.devices) names.push_back(device.name);
  const auto near = vrp::one_edit_away(text, names);
  problem(node, fmt::format("there is no device `{}`{}", text,
                            near.empty() ? "" : fmt::format("; is `{}` meant?", near.front())));
  return std::nullopt;
}

}  // namespace holdfast::topology
