#pragma once

// A random line that a template describes, made straight from its tree: the matcher has no part in it.

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "importers/vrp/grammar/template.h"

namespace holdfast::vrp {

// A number below the one given.
using Pick = std::function<std::size_t(std::size_t)>;

class Sentence {
 public:
  // Repeats no element more than `max_rounds` times, or its least number if that is more.
  Sentence(const Template& tree, Pick pick, std::size_t max_rounds)
      : tree_(tree), pick_(std::move(pick)), max_rounds_(max_rounds) {
    sequence(tree_.nodes[0]);
  }

  const std::string& line() const { return line_; }

 private:
  void say(const std::string& token) {
    if (!line_.empty()) line_ += ' ';
    line_ += token;
  }

  std::vector<std::uint32_t> children(const Node& node) const {
    std::vector<std::uint32_t> ids;
    for (std::uint32_t id = node.first_child; id != Node::kNone; id = tree_.nodes[id].next_sibling) {
      ids.push_back(id);
    }
    return ids;
  }

  void sequence(const Node& node) {
    for (const std::uint32_t id : children(node)) repeated(tree_.nodes[id]);
  }

  void repeated(const Node& node) {
    const std::size_t min = node.min_repeat;
    const std::size_t max = std::max(min, std::min<std::size_t>(node.max_repeat, max_rounds_));
    const std::size_t rounds = min + pick_(max - min + 1);
    for (std::size_t i = 0; i < rounds; ++i) element(node);
  }

  void element(const Node& node) {
    if (node.kind == NodeKind::Word) {
      say(tree_.words[node.index]);
    } else if (node.kind == NodeKind::Parameter) {
      say(value(tree_.parameters[node.index]));
    } else {
      group(node);
    }
  }

  void group(const Node& node) {
    std::vector<std::uint32_t> left = children(node);
    const bool any_order = node.kind == NodeKind::AnyOrder || node.kind == NodeKind::AnyOrNone;
    const bool needed = node.kind == NodeKind::Choice || node.kind == NodeKind::AnyOrder;
    const std::size_t min = needed ? 1 : 0;
    const std::size_t max = any_order ? left.size() : 1;
    for (std::size_t rounds = min + pick_(max - min + 1); rounds > 0; --rounds) {
      const auto chosen = left.begin() + static_cast<std::ptrdiff_t>(pick_(left.size()));
      sequence(tree_.nodes[*chosen]);
      left.erase(chosen);
    }
  }

  std::string value(const Parameter& parameter) {
    switch (parameter.kind) {
      case ParameterKind::Integer: {
        const Range& range = parameter.ranges[pick_(parameter.ranges.size())];
        return std::to_string(pick_(2) == 0 ? range.low : range.high);
      }
      case ParameterKind::Limit:
        return std::to_string(pick_(100'000));
      case ParameterKind::Text:
      case ParameterKind::Reference:
      case ParameterKind::Definition:
        return std::string(parameter.ranges.empty() ? 1 : parameter.ranges[0].low, 'n');
      case ParameterKind::Ip4:
        return "10.0.0." + std::to_string(pick_(256));
      case ParameterKind::Ip6:
        return "2001:db8::" + std::to_string(pick_(10));
      case ParameterKind::Ip:
        return pick_(2) == 0 ? "192.0.2.1" : "2001:db8::1";
      case ParameterKind::Prefix:
        return pick_(2) == 0 ? "192.0.2.0/24" : "2001:db8::/32";
      case ParameterKind::Mask:
        return pick_(2) == 0 ? "255.255.255.0" : "30";
      case ParameterKind::Mac:
        return "00e0-fc00-1";
      case ParameterKind::Interface:
        return pick_(2) == 0 ? "GigabitEthernet0/1/0.1" : "Eth-Trunk 10";
      case ParameterKind::RouteDistinguisher:
        return pick_(2) == 0 ? "100:1" : "1.1.1.1:1";
      case ParameterKind::AsNumber:
        return pick_(2) == 0 ? "65546" : "1.10";
      case ParameterKind::Hex:
        return "0x2f";
      case ParameterKind::Any:
      case ParameterKind::Secret:
        return std::string(1, static_cast<char>('a' + pick_(26)));
      case ParameterKind::Rest:
        return "and so on";
    }
    return {};
  }

  const Template& tree_;
  Pick pick_;
  std::size_t max_rounds_;
  std::string line_;
};

}  // namespace holdfast::vrp
