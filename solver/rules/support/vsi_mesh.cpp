#include "solver/rules/support/vsi_mesh.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

#include "solver/rules/support/vsi_phrases.h"

namespace holdfast::rules {
namespace {

using pairing::Pairing;
using pairing::PeerState;
using pairing::PwEnd;
using pairing::PwEndId;
using pairing::VsiRef;

void add_edges(const Pairing& net, const std::map<VsiRef, std::size_t>& places, VsiMesh& mesh,
               std::size_t from) {
  const auto join = [&](const PwEnd& end, std::size_t to, const PwEnd* far) {
    mesh.edges[from].push_back({to, &end, far});
    // The other direction of a pair is added from its own end.
    if (far == nullptr) mesh.edges[to].push_back({from, nullptr, &end});
  };
  for (const PwEnd& end : net.pw_ends().of_vsi(mesh.vsis[from])) {
    const pairing::PwPeer& peer = net.pw_ends().peer(end.id);
    if (peer.state == PeerState::Unseen || peer.state == PeerState::Ambiguous) {
      join(end, mesh.outside(), nullptr);
      continue;
    }
    if (!net.pw_ends().paired(end.id)) {
      for (const auto& [vsi, place] : places) {
        if (vsi.device == peer.device && place != from) join(end, place, nullptr);
      }
      continue;
    }
    for (const PwEndId id : net.pw_ends().far_ends(end.id)) {
      const PwEnd& far = net[id];
      if (far.kind != pairing::PwEndKind::VsiPeer) continue;
      const auto at = places.find(far.vsi);
      if (at != places.end()) join(end, at->second, &far);
    }
    const pairing::PwChain way = net.pw_ends().chains(end.id).front();
    if (way.switched() && way.end != pairing::ChainEnd::Reached) join(end, mesh.outside(), nullptr);
  }
}

// Whether a line of the block that opens at `header` starts with the word. What the model leaves out, as no
// redundancy depends on it, can still explain why a way is missing.
bool has_line(const Pairing& net, Span header, std::string_view word) {
  const SourceSet& sources = net.network().sources;
  const auto indent_of = [](std::string_view line) { return line.find_first_not_of(" \t"); };
  const std::size_t indent = indent_of(sources.line(header.file, header.line));
  for (std::uint32_t number = header.line + 1;; ++number) {
    const std::string_view line = sources.line(header.file, number);
    const std::size_t start = indent_of(line);
    if (start == std::string_view::npos || start <= indent) return false;
    if (line.substr(start).starts_with(word)) return true;
  }
}

}  // namespace

std::vector<VsiMesh> vsi_meshes(const Pairing& net) {
  std::vector<VsiMesh> result;
  for (const pairing::Service& service : net.services().all()) {
    VsiMesh mesh;
    mesh.service = &service;
    std::map<VsiRef, std::size_t> places;
    for (const VsiRef vsi : service.vsis) {
      if (*net[vsi].shutdown) continue;
      places.emplace(vsi, mesh.vsis.size());
      mesh.vsis.push_back(vsi);
    }
    if (mesh.vsis.size() < 2) continue;
    mesh.edges.resize(mesh.vsis.size() + 1);
    for (std::size_t i = 0; i < mesh.vsis.size(); ++i) add_edges(net, places, mesh, i);
    result.push_back(std::move(mesh));
  }
  return result;
}

bool passes(const PwEnd* in, const PwEnd* out) {
  if (in == nullptr || out == nullptr) return true;
  return !is_hub(*in->vsi_peer) || !is_hub(*out->vsi_peer);
}

std::vector<bool> reached(const VsiMesh& mesh, std::size_t from, bool through_outside) {
  // A frame that came by a hub PW goes on by fewer ways than one that came by a spoke.
  enum class Seen : std::uint8_t { No, ByHub, Freely };
  std::vector<Seen> seen(mesh.edges.size(), Seen::No);
  struct Arrival {
    std::size_t at;
    const PwEnd* in;
  };
  std::vector<Arrival> open = {{from, nullptr}};
  seen[from] = Seen::Freely;
  while (!open.empty()) {
    const Arrival here = open.back();
    open.pop_back();
    for (const MeshEdge& edge : mesh.edges[here.at]) {
      if (edge.to == mesh.outside() && !through_outside) continue;
      if (!passes(here.in, edge.out)) continue;
      const bool by_hub = edge.in != nullptr && is_hub(*edge.in->vsi_peer);
      const Seen now = by_hub ? Seen::ByHub : Seen::Freely;
      if (seen[edge.to] >= now) continue;
      seen[edge.to] = now;
      open.push_back({edge.to, edge.in});
    }
  }
  std::vector<bool> result(mesh.vsis.size());
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = seen[i] != Seen::No;
  return result;
}

bool runs_spanning_tree(const Pairing& net, VsiRef vsi) {
  const Span header = net[vsi].where;
  if (has_line(net, header, "stp ") || has_line(net, header, "track admin-vsi ")) return true;
  return std::ranges::any_of(net.vsi_acs().of(vsi), [&](InterfaceId id) {
    const pairing::PortRef ac{vsi.device, id};
    const pairing::PortRef port = pairing::parent_port(net.network(), ac);
    return has_line(net, net[ac].where, "stp ") || has_line(net, net[port].where, "stp ");
  });
}

bool is_tree(const Pairing& net, VsiRef vsi) {
  return has_line(net, net[vsi].where, "e-tree ");
}

}  // namespace holdfast::rules
