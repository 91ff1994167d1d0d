#include <algorithm>
#include <map>

#include "solver/pairing/link_drafts.h"

namespace holdfast::pairing {
namespace {

PortRef port_of(const Network& net, const PortName& name) {
  const PortRef port = find_port(net, name.device, name.interface);
  return port.valid() ? parent_port(net, port) : PortRef{};
}

}  // namespace

std::vector<LinkDraft> stated_links(const Network& net, std::vector<LinkAmbiguity>& ambiguities) {
  std::vector<StatedLink> statements = net.stated_links;
  std::ranges::stable_sort(statements, {}, &StatedLink::source);
  std::vector<LinkDraft> result;
  std::map<PortRef, std::size_t> at_port;
  for (const StatedLink& stated : statements) {
    const PortRef a = port_of(net, stated.a);
    const PortRef b = port_of(net, stated.b);
    if (!a.valid() || !b.valid() || a == b) {
      LinkAmbiguity& unknown = ambiguities.emplace_back();
      unknown.kind = LinkAmbiguity::Kind::UnknownPort;
      unknown.stated = stated;
      for (const PortRef known : {a, b}) {
        if (known.valid()) unknown.ports.push_back(known);
      }
      continue;
    }
    const LinkEvidence line{stated.source == LinkSource::Yaml ? DeviceId{} : a.device, stated.where};
    const auto known_a = at_port.find(a);
    const auto known_b = at_port.find(b);
    if (known_a == at_port.end() && known_b == at_port.end()) {
      at_port[a] = at_port[b] = result.size();
      result.push_back(draft(net, a, b, stated.source, {line}));
    } else if (known_a != at_port.end() && known_b != at_port.end() && known_a->second == known_b->second) {
      result[known_a->second].evidence.push_back(line);  // the other end says the same
    } else {
      LinkAmbiguity& contradicted = ambiguities.emplace_back();
      contradicted.kind = LinkAmbiguity::Kind::Contradicted;
      contradicted.ports = {a, b};
      contradicted.stated = stated;
    }
  }
  return result;
}

}  // namespace holdfast::pairing
