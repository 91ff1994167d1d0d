#include "solver/replay/isis.h"

#include <algorithm>

#include "solver/replay/ports.h"

namespace holdfast::replay {
namespace {

constexpr std::uint32_t kDefaultCost = 10;
constexpr std::uint32_t kUnusedCost = 16777215;  // `maximum`: carries no traffic

bool has_level(IsisLevel levels, std::size_t level) {
  return levels == IsisLevel::Level12 || (levels == IsisLevel::Level1) == (level == kLevel1);
}

// "49.0001" of "49.0001.0102.5500.1001.00".
std::string_view area_of(std::string_view network_entity) {
  constexpr std::size_t kTail = std::string_view(".0102.5500.1001.00").size();
  return network_entity.size() > kTail ? network_entity.substr(0, network_entity.size() - kTail)
                                       : std::string_view{};
}

struct Styles {
  bool sends_narrow = false;
  bool sends_wide = false;
  bool reads_narrow = false;
  bool reads_wide = false;
};

Styles styles_of(std::string_view cost_style) {
  if (cost_style == "wide") return {false, true, false, true};
  if (cost_style == "wide-compatible") return {false, true, true, true};
  if (cost_style == "compatible") return {true, true, true, true};
  if (cost_style == "narrow-compatible") return {true, false, true, true};
  return {true, false, true, false};
}

bool reads(const Styles& reader, const Styles& sender) {
  return (reader.reads_narrow && sender.sends_narrow) || (reader.reads_wide && sender.sends_wide);
}

std::uint32_t cost_of(const IsisInterface& own, const IsisProcess& process, std::size_t level) {
  const auto& of_level = level == kLevel1 ? own.level1_cost : own.level2_cost;
  if (of_level) return **of_level;
  if (own.cost) return **own.cost;
  return process.circuit_cost ? **process.circuit_cost : kDefaultCost;
}

}  // namespace

Isis::Isis(const Network& net, const Adjacencies& adjacencies) : net_(&net), adjacencies_(&adjacencies) {
  for_each_interface(net, [this](PortRef port, const Interface& it) { attach(port, it); });
  for (std::uint32_t i = 0; i < adjacencies.all().size(); ++i) {
    const Adjacency& adjacency = adjacencies.all()[i];
    const IsisAttachment* a = at(adjacency.a);
    const IsisAttachment* b = at(adjacency.b);
    if (adjacency.a_address.address.is_v6 || a == nullptr || b == nullptr) continue;
    for (std::size_t level = 0; level < kLevels; ++level) {
      if (!neighbours(*a, *b, level)) continue;
      if (a->cost[level] < kUnusedCost) edges_[level].push_back({a->node, b->node, a->cost[level], i});
      if (b->cost[level] < kUnusedCost) edges_[level].push_back({b->node, a->node, b->cost[level], i});
    }
  }
}

const IsisProcess& Isis::process(std::size_t node) const {
  return (*net_)[nodes_[node].device].isis[nodes_[node].process];
}

const IsisAttachment* Isis::at(PortRef port) const {
  const auto found = by_port_.find(port);
  return found == by_port_.end() ? nullptr : &attachments_[found->second];
}

bool Isis::same_area(std::size_t a, std::size_t b) const {
  return area_of(**process(a).network_entity) == area_of(**process(b).network_entity);
}

bool Isis::in_level(std::size_t node, std::size_t level) const {
  return has_level(*process(node).level, level);
}

bool Isis::tells_levels(std::size_t node) const {
  return !*process(node).overload || *process(node).overload_tells_levels;
}

bool Isis::leaks_down(std::size_t node) const {
  return std::ranges::any_of(process(node).imports,
                             [](const Fact<std::string>& it) { return *it == "isis level-2 into level-1"; });
}

std::size_t Isis::node_of(DeviceId device, std::size_t process) {
  const auto found = std::ranges::find_if(
      nodes_, [&](const IgpNode& it) { return it.device == device && it.process == process; });
  if (found != nodes_.end()) return static_cast<std::size_t>(found - nodes_.begin());
  nodes_.push_back({device, process});
  return nodes_.size() - 1;
}

void Isis::attach(PortRef port, const Interface& interface) {
  const auto own = primary_address(interface, false);
  if (interface.vpn_instance || !own || !interface.isis || !interface.isis->process) return;
  const auto& processes = (*net_)[port.device].isis;
  const auto found = std::ranges::find(processes, **interface.isis->process, &IsisProcess::id);
  if (found == processes.end() || found->vpn_instance || !found->network_entity || *found->shutdown) return;
  IsisAttachment it;
  it.port = port;
  it.node = node_of(port.device, static_cast<std::size_t>(found - processes.begin()));
  it.subnet = own->network();
  // A circuit level counts only on a level-1-2 router (command reference: isis circuit-level).
  const bool narrowed = *found->level == IsisLevel::Level12 && interface.isis->circuit_level;
  const IsisLevel circuit = narrowed ? **interface.isis->circuit_level : IsisLevel::Level12;
  for (std::size_t level = 0; level < kLevels; ++level) {
    it.levels[level] = has_level(*found->level, level) && has_level(circuit, level);
    it.cost[level] = cost_of(*interface.isis, *found, level);
    it.own_cost[level] = interface.kind == InterfaceKind::Loopback ? 0 : it.cost[level];
  }
  by_port_.emplace(port, attachments_.size());
  attachments_.push_back(it);
}

bool Isis::neighbours(const IsisAttachment& a, const IsisAttachment& b, std::size_t level) const {
  if (!a.levels[level] || !b.levels[level]) return false;
  if (level == kLevel1 && !same_area(a.node, b.node)) return false;
  const IsisInterface& ia = *replay::at(*net_, a.port).isis;
  const IsisInterface& ib = *replay::at(*net_, b.port).isis;
  if (*ia.silent || *ib.silent || *ia.point_to_point != *ib.point_to_point) return false;
  const IsisProcess& pa = process(a.node);
  const IsisProcess& pb = process(b.node);
  const Styles style_a = styles_of(*pa.cost_style);
  const Styles style_b = styles_of(*pb.cost_style);
  if (!reads(style_a, style_b) || !reads(style_b, style_a)) return false;
  const auto agree = [](const MaybeFact<std::string>& mode, const MaybeFact<Secret>& key,
                        const MaybeFact<std::string>& other_mode, const MaybeFact<Secret>& other_key) {
    const std::string_view kind = authentication_kind(mode);
    return kind == authentication_kind(other_mode) && (kind.empty() || !keys_differ(key, other_key));
  };
  if (!agree(ia.authentication, ia.key, ib.authentication, ib.key)) return false;
  return level == kLevel1
             ? agree(pa.area_authentication, pa.area_key, pb.area_authentication, pb.area_key)
             : agree(pa.domain_authentication, pa.domain_key, pb.domain_authentication, pb.domain_key);
}

}  // namespace holdfast::replay
