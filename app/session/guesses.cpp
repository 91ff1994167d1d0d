#include "app/session/guesses.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>
#include <string_view>

#include "app/session/address_guesses.h"
#include "app/session/line_edit.h"
#include "model/redact.h"

namespace holdfast::session {
namespace {

constexpr std::size_t kMost = 24;

void append(std::vector<Candidate>& to, std::vector<Candidate> more) {
  std::ranges::move(more, std::back_inserter(to));
}

// Interfaces in whose views the lines of the finding stand, in the finding's order.
std::vector<PortRef> interfaces_of(const Network& network, const rules::Finding& finding) {
  std::vector<PortRef> result;
  for (const rules::Evidence& it : finding.evidence) {
    if (!it.where.known() || !it.device.valid()) continue;
    const Device& device = network[it.device];
    for (std::size_t i = 0; i < device.interfaces.size(); ++i) {
      const Interface& interface = device.interfaces[i];
      const auto around = device.reading.outline.views_around(it.where.line);
      const bool inside =
          std::ranges::any_of(around, [&](Span header) { return header.line == interface.where.line; });
      const PortRef port{it.device, InterfaceId(i)};
      if ((inside || interface.where.line == it.where.line) && interface.where.file == it.where.file &&
          std::ranges::find(result, port) == result.end())
        result.push_back(port);
    }
  }
  return result;
}

// The ports that BFD sessions of the finding go out by.
void add_session_ports(const Network& network, const rules::Finding& finding, std::vector<PortRef>& to) {
  for (const rules::Evidence& it : finding.evidence) {
    if (!it.where.known() || !it.device.valid()) continue;
    const Device& device = network[it.device];
    for (const BfdSession& session : device.bfd_sessions) {
      if (session.where.line != it.where.line || !session.interface) continue;
      const PortRef port{it.device, device.find_interface(**session.interface)};
      if (port.interface.valid() && std::ranges::find(to, port) == to.end()) to.push_back(port);
    }
  }
}

// A VRRP group that is tracked and is not there may be another one of that interface.
std::vector<Candidate> tracked_groups(const Network& network, const rules::Finding& finding) {
  std::vector<Candidate> result;
  const rules::Evidence& at = finding.evidence.front();
  if (!at.device.valid() || !at.where.known()) return result;
  const std::string line = command_at(network, at.where);
  const std::size_t number = line.find(" vrid ");
  if (number == line.npos) return result;
  const std::size_t end = std::min(line.find(' ', number + 6), line.size());
  for (const Interface& it : network[at.device].interfaces) {
    if (line.find(" " + it.name + " ") == line.npos) continue;
    for (const VrrpGroup& group : it.vrrp) {
      const std::string said =
          line.substr(0, number) + fmt::format(" vrid {}", *group.vrid) + line.substr(end);
      result.push_back({fmt::format("track VRRP group {} of {}", *group.vrid, it.name),
                        {in_views(at.device, views_around(network, at.where), {said})}});
    }
  }
  return result;
}

// A name that is not defined may be one that is.
std::vector<Candidate> defined_names(const Network& network, const rules::Finding& finding) {
  std::vector<Candidate> result;
  const rules::Evidence& at = finding.evidence.front();
  if (!at.device.valid()) return result;
  const auto& names = network[at.device].names;
  const auto use = std::ranges::find(names, at.where, &NameUse::where);
  if (use == names.end() || use->definition) return result;
  const std::string_view line = network.sources.line(at.where.file, at.where.line);
  if (line.substr(at.where.column - 1U, at.where.length) != use->name) return result;
  std::set<std::string> tried;
  for (const NameUse& it : names) {
    if (!it.definition || it.kind != use->kind || !tried.insert(it.name).second) continue;
    result.push_back({fmt::format("name {} instead of {}", it.name, use->name),
                      {changed_line(network, {{at.where, it.name}})}});
  }
  return result;
}

// A member of an Eth-Trunk that there is not.
std::vector<Candidate> defined_trunks(const Network& network, const rules::Finding& finding) {
  std::vector<Candidate> result;
  for (const PortRef port : interfaces_of(network, finding)) {
    const Device& device = network[port.device];
    if (!device[port.interface].member_of) continue;
    for (const Interface& it : device.interfaces) {
      if (!it.trunk || it.is_sub) continue;
      result.push_back({fmt::format("let {} be a member of {}", device[port.interface].name, it.name),
                        {in_views(port.device, {"interface " + device[port.interface].name},
                                  {fmt::format("eth-trunk {}", it.number)})}});
    }
  }
  return result;
}

// The VLANs of the other interface that takes part.
std::vector<Candidate> vlans_of_others(const Network& network, const rules::Finding& finding) {
  std::vector<Candidate> result;
  const std::vector<PortRef> ports = interfaces_of(network, finding);
  for (const PortRef to : ports) {
    const Interface& lacks = network[to.device][to.interface];
    if (!lacks.is_sub) continue;
    for (const PortRef from : ports) {
      const Interface& has = network[from.device][from.interface];
      if (from == to || has.vlans.empty()) continue;
      result.push_back({fmt::format("give {} the VLAN of {}", lacks.name, has.name),
                        {in_views(to.device, {"interface " + lacks.name},
                                  {command_at(network, has.vlans.front().where)})}});
    }
  }
  return result;
}

// What one side says, said by the other too: both lines stand in views of one kind.
std::vector<Candidate> same_on_both_sides(const Network& network, const rules::Finding& finding) {
  std::vector<Candidate> result;
  const auto kind = [](const std::vector<std::string>& views) {
    return views.empty() ? std::string() : views.back().substr(0, views.back().find(' '));
  };
  for (const rules::Evidence& from : finding.evidence) {
    for (const rules::Evidence& to : finding.evidence) {
      if (from.device == to.device || !from.where.known() || !to.where.known()) continue;
      const std::string line = command_at(network, from.where);
      const std::vector<std::string> views = views_around(network, to.where);
      if (kind(views) != kind(views_around(network, from.where)) || line == command_at(network, to.where))
        continue;
      if (!secret_stretches(line).empty() || line.starts_with("description ") ||
          line.substr(0, line.find(' ')) != command_at(network, to.where).substr(0, line.find(' ')))
        continue;
      result.push_back({fmt::format("say `{}` on {} too", line, *network[to.device].name),
                        {in_views(to.device, views, {line})}});
    }
  }
  return result;
}

}  // namespace

std::vector<Candidate> in_place_of_strays(const Snapshot& snapshot, const pairing::Pairing& net,
                                          const Candidate& candidate) {
  std::vector<Candidate> result;
  for (std::size_t part = 0; part < candidate.commands.size(); ++part) {
    const rules::DeviceCommands& commands = candidate.commands[part];
    const auto added = std::ranges::find_if(
        commands.lines, [](const std::string& line) { return line.starts_with("peer "); });
    if (added == commands.lines.end() || !commands.lines.front().starts_with("vsi ")) continue;
    for (const Vsi& vsi : snapshot.network[commands.device].vsis) {
      if (commands.lines.front() != "vsi " + vsi.name) continue;
      for (const VsiPeer& peer : vsi.peers) {
        if (!net.locator().device_of(*peer.address).unseen()) continue;
        Candidate instead = candidate;
        std::vector<std::string>& lines = instead.commands[part].lines;
        lines.insert(lines.begin() + (added - commands.lines.begin()),
                     fmt::format("undo peer {}", to_string(*peer.address)));
        instead.summary += fmt::format(" in place of {}, which nobody has", to_string(*peer.address));
        result.push_back(std::move(instead));
      }
    }
  }
  return result;
}

std::vector<Candidate> guesses_for(const Snapshot& snapshot, const rules::Finding& finding) {
  const Network& network = snapshot.network;
  const std::string_view code = finding.rule->code;
  std::vector<Candidate> result;
  if (finding.evidence.empty()) return result;
  const rules::Evidence& first = finding.evidence.front();
  if (code == "SYN005" && first.device.valid()) {
    for (const rules::Evidence& it : finding.evidence) {
      const bool is_lsr_id = command_at(network, it.where).starts_with("mpls lsr-id ");
      if (it.device.valid() && is_lsr_id) append(result, lsr_id_guesses(snapshot, it.device));
    }
  } else if (code == "SYN003") {
    append(result, defined_names(network, finding));
    append(result, defined_trunks(network, finding));
  } else if (code == "L3008") {
    append(result, vlans_of_others(network, finding));
  } else if (code == "VR003") {
    append(result, tracked_groups(network, finding));
  } else if (code == "UL005" && first.device.valid()) {
    append(result, hop_guesses(snapshot, first.device, first.where));
  } else if (code.starts_with("UL") || code == "ET007" || code == "BF003" || code == "BF005") {
    if (code == "UL001" && first.device.valid()) append(result, lsr_id_guesses(snapshot, first.device));
    std::vector<PortRef> ports = interfaces_of(network, finding);
    if (code.starts_with("BF")) add_session_ports(network, finding, ports);
    for (const PortRef port : ports) {
      if (code == "UL006" || code == "UL001") append(result, igp_guesses(snapshot, port));
      append(result, interface_address_guesses(snapshot, port));
    }
    if (code == "ET007" && first.device.valid()) append(result, lsr_id_guesses(snapshot, first.device));
  }
  append(result, same_on_both_sides(network, finding));
  if (result.size() > kMost) result.resize(kMost);
  return result;
}

}  // namespace holdfast::session
