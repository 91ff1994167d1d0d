#include "app/session/network_map.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "app/session/overview.h"
#include "model/words.h"
#include "solver/control_plane/igp.h"
#include "solver/pairing/pairing.h"

namespace holdfast::session {
namespace {

using pairing::Pairing;

std::map<DeviceId, ElementId> node_elements(const FailureUniverse& universe) {
  std::map<DeviceId, ElementId> result;
  for (std::size_t i = 0; i < universe.elements.size(); ++i) {
    const Element& element = universe.elements[i];
    if (element.kind == ElementKind::Node) result.emplace(element.device, ElementId(i));
  }
  return result;
}

std::map<std::pair<PortRef, PortRef>, ElementId> link_elements(const FailureUniverse& universe) {
  std::map<std::pair<PortRef, PortRef>, ElementId> result;
  for (const PhysicalLink& link : universe.links) result.emplace(std::minmax(link.a, link.b), link.element);
  return result;
}

std::vector<MapNode> nodes_of(const Pairing& net, const FailureUniverse& universe) {
  const std::map<DeviceId, ElementId> elements = node_elements(universe);
  const std::vector<std::string> sites = site_names(net);
  std::vector<MapNode> result;
  for (std::size_t i = 0; i < net.network().devices.size(); ++i) {
    const DeviceId device(i);
    const auto element = elements.find(device);
    result.push_back({device, net[device].name.value, std::string(to_string(net.roles().of(device))),
                      sites[i], element == elements.end() ? ElementId{} : element->second});
  }
  return result;
}

std::vector<MapLink> links_of(const Pairing& net, const FailureUniverse& universe) {
  const auto elements = link_elements(universe);
  std::vector<MapLink> result;
  for (const pairing::Link& link : net.links().all()) {
    const auto element = elements.find(std::minmax(link.a, link.b));
    result.push_back({net.links().name(link.id), link.a, link.b, std::string(to_string(link.source)),
                      link.bundle, element == elements.end() ? ElementId{} : element->second});
  }
  return result;
}

std::string area_words(const control_plane::Igp& igp, const control_plane::IgpNode& node) {
  return node.protocol == control_plane::IgpProtocol::Ospf
             ? fmt::format("OSPF {} area {}", igp.ospf(node).id, node.area)
             : fmt::format("IS-IS {} level {}", igp.isis(node).id, node.area);
}

std::vector<MapAdjacency> adjacencies_of(const Pairing& net, const FailureUniverse& universe) {
  control_plane::Interfaces interfaces(net, universe);
  const control_plane::Adjacencies pairs(net, universe, interfaces);
  const control_plane::Igp igp(net, pairs);
  std::vector<MapAdjacency> result;
  for (std::size_t i = 0; i < igp.nodes().size(); ++i) {
    const control_plane::IgpNodeId from(i);
    for (const control_plane::IgpEdge& edge : igp.edges(from)) {
      if (igp[edge.to].device <= igp[from].device) continue;
      const control_plane::Adjacency& pair = pairs[edge.adjacency];
      const bool forward = pair.a.device == igp[from].device;
      std::uint32_t back = edge.cost;
      for (const control_plane::IgpEdge& other : igp.edges(edge.to)) {
        if (other.to == from && other.adjacency == edge.adjacency) back = other.cost;
      }
      result.push_back({forward ? pair.a : pair.b, forward ? pair.b : pair.a, area_words(igp, igp[from]),
                        edge.cost, back, edge.ldp});
    }
  }
  return result;
}

std::vector<MapEtrunk> etrunks_of(const Pairing& net) {
  std::vector<MapEtrunk> result;
  for (const pairing::EtrunkPair& pair : net.etrunks().all()) {
    if (pair.paired()) result.push_back({pair.a.device, pair.b.device, net[pair.a].id, pair.mirrored});
  }
  return result;
}

MapPw pw_of(const Pairing& net, const pairing::PwEnd& end, std::size_t service) {
  const pairing::PwEnd* other = net.pw_ends().counterpart(end.id);
  MapPw pw{end.device, net.pw_ends().peer(end.id).device, std::string(role_word(end)), {}, other != nullptr,
           service};
  if (end.vc_id != nullptr) pw.vc_id = std::to_string(end.vc_id->value);
  // The far end of a secondary or bypass PW may call it its primary.
  if (other != nullptr && role_word(end) == "primary") pw.role = std::string(role_word(*other));
  return pw;
}

std::vector<MapPw> pws_of(const Pairing& net) {
  std::vector<MapPw> result;
  for (std::size_t i = 0; i < net.services().all().size(); ++i) {
    for (const pairing::PwEndId id : net.services().all()[i].ends) {
      const pairing::PwEnd* other = net.pw_ends().counterpart(id);
      if (other != nullptr && other->id < id) continue;  // told with its first end
      MapPw pw = pw_of(net, net[id], i);
      if (pw.b.valid()) result.push_back(std::move(pw));
    }
  }
  return result;
}

// The folder below the common one, for each device; empty when all files lie together.
std::vector<std::string> folders(const Network& network) {
  namespace fs = std::filesystem;
  std::vector<fs::path> parents;
  for (const Device& device : network.devices) {
    const bool known = device.file != FileId::None;
    parents.push_back(known ? fs::path(network.sources.path(device.file)).parent_path() : fs::path());
  }
  if (parents.empty()) return {};
  fs::path common = parents.front();
  for (const fs::path& parent : parents) {
    fs::path shared;
    for (auto a = common.begin(), b = parent.begin(); a != common.end() && b != parent.end() && *a == *b;
         ++a, ++b)
      shared /= *a;
    common = shared;
  }
  std::vector<std::string> result;
  bool any = false;
  for (const fs::path& parent : parents) {
    const std::string below = parent.lexically_relative(common).generic_string();
    result.push_back(below == "." ? std::string() : below);
    any = any || !result.back().empty();
  }
  return any ? result : std::vector<std::string>();
}

std::vector<std::string> groups(const Network& network) {
  std::map<std::string, std::string> group_of;
  for (const StatedGroup& group : network.failure_groups) {
    for (const Fact<std::string>& member : group.members) {
      if (member->starts_with("node:")) group_of.emplace(member->substr(5), group.name);
    }
  }
  if (group_of.empty()) return {};
  std::vector<std::string> result;
  for (const Device& device : network.devices) {
    const auto found = group_of.find(*device.name);
    result.push_back(found == group_of.end() ? std::string() : found->second);
  }
  return result;
}

}  // namespace

std::vector<std::string> site_names(const Pairing& net) {
  if (std::vector<std::string> found = folders(net.network()); !found.empty()) return found;
  if (std::vector<std::string> found = groups(net.network()); !found.empty()) return found;
  std::vector<std::string> result;
  for (std::size_t i = 0; i < net.network().devices.size(); ++i)
    result.emplace_back(to_string(net.roles().of(DeviceId(i))));
  return result;
}

NetworkMap network_map(const Pairing& net, const FailureUniverse& universe) {
  return {nodes_of(net, universe),
          links_of(net, universe),
          adjacencies_of(net, universe),
          etrunks_of(net),
          pws_of(net),
          link_ambiguities(net)};
}

}  // namespace holdfast::session
