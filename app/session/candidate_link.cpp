#include "app/session/candidate_link.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <utility>

#include "app/session/free_places.h"
#include "app/session/line_edit.h"
#include "app/session/workbench.h"
#include "model/redact.h"
#include "solver/control_plane/adjacencies.h"
#include "solver/control_plane/igp_settings.h"
#include "solver/pairing/elements.h"

namespace holdfast::session {
namespace {

using control_plane::OspfPlace;

// What links are made after.
struct Model {
  InterfaceId id;
  const Interface* interface = nullptr;
  std::optional<OspfPlace> ospf;
  std::optional<std::uint32_t> isis;  // position of the process
};

bool carries_links(const Interface& interface) {
  const bool kind = interface.kind == InterfaceKind::Ethernet || interface.kind == InterfaceKind::EthTrunk;
  return kind && !interface.vpn_instance && !*interface.shutdown && interface.pws.empty() && !interface.vsi &&
         control_plane::primary_address(interface) != nullptr;
}

std::vector<Model> models_of(const Device& device) {
  std::vector<Model> models;
  for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
    const Interface& it = device.interfaces[i];
    if (!carries_links(it)) continue;
    Model model{InterfaceId(i), &it, control_plane::ospf_place(device, it),
                control_plane::isis_process(device, it)};
    if (model.ospf && control_plane::ospf_silent(device.ospf[model.ospf->process], it)) model.ospf.reset();
    if (model.ospf || model.isis) models.push_back(model);
  }
  return models;
}

bool are_neighbours(const Device& of_a, const Model& a, const Device& of_b, const Model& b) {
  if (a.ospf && b.ospf &&
      control_plane::ospf_neighbours(*a.interface, *a.ospf->area, *b.interface, *b.ospf->area))
    return true;
  if (!a.isis || !b.isis) return false;
  const IsisProcess& process_a = of_a.isis[*a.isis];
  const IsisProcess& process_b = of_b.isis[*b.isis];
  const std::vector<std::uint32_t> levels = control_plane::isis_levels(process_b, *b.interface);
  for (const std::uint32_t level : control_plane::isis_levels(process_a, *a.interface)) {
    if (std::ranges::find(levels, level) != levels.end() &&
        control_plane::isis_neighbours(process_a, *a.interface, process_b, *b.interface, level))
      return true;
  }
  return false;
}

// Links that carry tunnels are looked for first.
int worth(const Model& a, const Model& b) {
  const auto both = [&](auto of) { return of(*a.interface) && of(*b.interface); };
  return (both([](const Interface& it) { return *it.ldp; }) ? 4 : 0) +
         (both([](const Interface& it) { return *it.mpls; }) ? 2 : 0) +
         (both([](const Interface& it) { return *it.te; }) ? 1 : 0);
}

// The two interfaces that would be neighbours if a link joined them.
std::optional<std::pair<Model, Model>> find_models(const Device& a, const Device& b) {
  std::optional<std::pair<Model, Model>> best;
  const std::vector<Model> models_b = models_of(b);
  for (const Model& at_a : models_of(a)) {
    for (const Model& at_b : models_b) {
      if (!are_neighbours(a, at_a, b, at_b)) continue;
      if (!best || worth(at_a, at_b) > worth(best->first, best->second)) best = {at_a, at_b};
    }
  }
  return best;
}

// An Ethernet port by whose name the new one is called.
std::string port_like(const Device& device, const Interface& model) {
  if (model.kind == InterfaceKind::Ethernet && !model.is_sub) return model.name;
  if (model.is_sub && model.parent.valid() && device[model.parent].kind == InterfaceKind::Ethernet)
    return device[model.parent].name;
  const std::uint32_t trunk =
      model.is_sub && model.parent.valid() ? device[model.parent].number : model.number;
  for (const Interface& it : device.interfaces) {
    if (it.member_of && **it.member_of == trunk) return it.name;
  }
  return {};
}

bool is_copied(std::string_view command) {
  constexpr std::string_view kBegins[] = {"undo shutdown", "undo portswitch", "mtu ",
                                          "ospf ",         "isis ",           "mpls"};
  return std::ranges::any_of(kBegins, [&](std::string_view it) { return command.starts_with(it); });
}

std::string mask_of(std::uint8_t length, bool wildcard) {
  const std::uint32_t mask = length == 0 ? 0 : ~std::uint32_t{0} << (32 - length);
  return to_string(Ipv4{wildcard ? ~mask : mask});
}

class Builder {
 public:
  Builder(std::shared_ptr<const Snapshot> snapshot, DeviceId a, DeviceId b)
      : snapshot_(std::move(snapshot)), network_(snapshot_->network), ids_{a, b} {}

  CandidateLink run() {
    const Device& a = network_[ids_[0]];
    const Device& b = network_[ids_[1]];
    if (ids_[0] == ids_[1]) return fail("a link joins two devices");
    const auto models = find_models(a, b);
    if (!models)
      return fail(fmt::format("{} and {} have no core links that run one IGP in one area", *a.name, *b.name));
    models_ = {models->first, models->second};
    const auto subnet = FreeSubnets(network_).behind(near());
    if (!subnet) return fail("there is no free subnet behind those of the other links");
    std::vector<rules::DeviceCommands> commands;
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
      if (!make_end(i, *subnet)) return fail(fmt::format("{} has no port to name it after", name(i)));
      commands.push_back(commands_of(i));
    }
    return type(commands);
  }

 private:
  CandidateLink fail(std::string problem) {
    result_.problem = std::move(problem);
    return std::move(result_);
  }

  const std::string& name(std::size_t i) const { return *network_[ids_[i]].name; }

  // The subnet of the first device's link; where that is not one of two hosts, as small a one beside it.
  IpPrefix near() const {
    constexpr std::uint8_t kTwoHosts = 30;
    constexpr std::uint8_t kLeast = 24;
    IpPrefix prefix = (*control_plane::primary_address(*models_[0].interface))->prefix;
    if (prefix.length < kLeast || prefix.length > kTwoHosts + 1) prefix.length = kTwoHosts;
    return prefix;
  }

  bool make_end(std::size_t i, const IpPrefix& subnet) {
    const Device& device = network_[ids_[i]];
    LinkEnd& end = result_.ends[i];
    end.device = ids_[i];
    end.like = models_[i].interface->name;
    const std::string like = port_like(device, *models_[i].interface);
    end.interface = like.empty() ? std::string() : free_port(device, like);
    constexpr std::uint8_t kNoSpare = 31;  // both addresses are hosts
    const std::uint32_t first = subnet.address.v4.bits + (subnet.length == kNoSpare ? 0 : 1);
    end.address = {ip(Ipv4{first + static_cast<std::uint32_t>(i)}), subnet.length};
    return !end.interface.empty();
  }

  rules::DeviceCommands commands_of(std::size_t i) {
    const LinkEnd& end = result_.ends[i];
    std::vector<std::string> lines = {"description to " + name(1 - i)};
    lines.push_back(
        fmt::format("ip address {} {}", to_string(end.address.address), mask_of(end.address.length, false)));
    bool keyed = false;
    for (const std::string& line : lines_below(models_[i].interface->where)) {
      const bool secret = line.find("authentication") != line.npos || redact(line) != line;
      keyed = keyed || secret;
      if (is_copied(line) && !secret) lines.push_back(line);
    }
    if (keyed) {
      result_.remarks.push_back(
          fmt::format("{} authenticates; on {} of {} that is to be added", end.like, end.interface, name(i)));
    }
    rules::DeviceCommands commands = in_views(end.device, {"interface " + end.interface}, lines);
    if (const auto statement = ospf_statement(i)) {
      commands.lines.pop_back();  // one commit is enough
      commands.lines.insert(commands.lines.end(), statement->lines.begin(), statement->lines.end());
    }
    return commands;
  }

  // The commands of the view that this line opens, as far as they stand in it directly.
  std::vector<std::string> lines_below(Span header) const {
    std::vector<std::string> lines;
    for (std::uint32_t line = header.line + 1;; ++line) {
      const std::string_view text = network_.sources.line(header.file, line);
      if (!text.starts_with(' ')) return lines;
      lines.emplace_back(trimmed(text));
    }
  }

  // Where `network` lines decide, the new subnet may need one of its own.
  std::optional<rules::DeviceCommands> ospf_statement(std::size_t i) const {
    const Model& model = models_[i];
    const bool named = model.interface->ospf && model.interface->ospf->process;
    if (!model.ospf || named) return std::nullopt;
    const Device& device = network_[ids_[i]];
    const LinkEnd& end = result_.ends[i];
    Interface copy = *model.interface;
    copy.addresses = {Fact<InterfaceAddress>{{end.address, false}, {}, {}}};
    const auto place = control_plane::ospf_place(device, copy);
    if (place && place->process == model.ospf->process && place->area == model.ospf->area)
      return std::nullopt;
    return in_views(end.device,
                    {fmt::format("ospf {}", device.ospf[model.ospf->process].id),
                     fmt::format("area {}", to_string(Ipv4{*model.ospf->area->id}))},
                    {fmt::format("network {} {}", to_string(end.address.network().address),
                                 mask_of(end.address.length, true))});
  }

  CandidateLink type(const std::vector<rules::DeviceCommands>& commands) {
    Typed typed = session::typed({snapshot_, nullptr, nullptr, {}}, commands);
    if (!typed.refused.empty()) {
      const Refusal& it = typed.refused.front();
      return fail(fmt::format("{} refuses `{}`: {}", *network_[it.device].name, it.command.command,
                              it.command.reason));
    }
    for (const rules::DeviceCommands& it : typed.commands)
      result_.ends[it.device == ids_[0] ? 0 : 1].commands = it.lines;
    result_.snapshot = typed.bench.snapshot;
    result_.name = link_name();
    if (result_.name.empty()) {
      return fail(
          fmt::format("the two ports, {} and {}, are not seen as one link", end_name(0), end_name(1)));
    }
    return std::move(result_);
  }

  std::string end_name(std::size_t i) const { return name(i) + ":" + result_.ends[i].interface; }

  std::string link_name() const {
    const pairing::Pairing net(result_.snapshot->network);
    const FailureUniverse universe = pairing::failure_universe(net);
    const ElementId id = pairing::find_element(result_.snapshot->network, universe,
                                               fmt::format("link:{}--{}", end_name(0), end_name(1)));
    return id.valid() ? universe.elements[id.index].name : std::string();
  }

  std::shared_ptr<const Snapshot> snapshot_;
  const Network& network_;
  std::array<DeviceId, 2> ids_;
  std::array<Model, 2> models_;
  CandidateLink result_;
};

}  // namespace

CandidateLink add_link(std::shared_ptr<const Snapshot> snapshot, DeviceId a, DeviceId b) {
  return Builder(std::move(snapshot), a, b).run();
}

}  // namespace holdfast::session
