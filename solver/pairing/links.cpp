#include "solver/pairing/links.h"

#include <algorithm>
#include <iterator>

namespace holdfast::pairing {

Bundles::Bundles(const Network& net, const Inventory& inventory) {
  FlatIndex<std::pair<DeviceId, std::uint32_t>, PortRef> by_number;
  for (const PortRef trunk : inventory.trunks) by_number.add({trunk.device, get(net, trunk).number}, trunk);
  by_number.seal();
  for (const auto& [port, number] : inventory.trunk_members) {
    const auto trunk = by_number.find({port.device, number});
    if (trunk.empty()) continue;
    members.add(trunk.front(), port);
    trunk_of.add(port, trunk.front());
  }
  members.seal();
  trunk_of.seal();
}

LinkDraft draft(const Network& net, PortRef one, PortRef other, LinkSource source,
                std::vector<LinkEvidence> evidence) {
  if (name_precedes(net, other, one)) std::swap(one, other);
  const bool bundle =
      get(net, one).kind == InterfaceKind::EthTrunk && get(net, other).kind == InterfaceKind::EthTrunk;
  return {one, other, source, std::move(evidence), bundle};
}

Links::Links(const Network& net, const Inventory& inventory, const EtrunkPairs& etrunks)
    : net_(&net), bundles_(net, inventory) {
  std::vector<LinkDraft> drafts = stated_links(net, ambiguities_);
  std::vector<LinkDraft> inferred = subnet_links(net, inventory, bundles_, drafts, ambiguities_);
  std::ranges::move(inferred, std::back_inserter(drafts));
  std::vector<LinkDraft> last = bundle_links(net, etrunks, bundles_, drafts, ambiguities_);
  std::ranges::move(last, std::back_inserter(drafts));
  settle(std::move(drafts));
  complete_bundles();
}

// In the order of ends; a link that several sources know keeps the most trusted one and all the evidence.
void Links::settle(std::vector<LinkDraft> drafts) {
  std::ranges::stable_sort(drafts, {}, [](const LinkDraft& it) { return std::tuple(it.a, it.b, it.source); });
  for (LinkDraft& it : drafts) {
    if (!links_.empty() && links_.back().a == it.a && links_.back().b == it.b) {
      std::ranges::move(it.evidence, std::back_inserter(links_.back().evidence));
      continue;
    }
    Link& link = links_.emplace_back();
    link.id = LinkId{links_.size() - 1};
    link.a = it.a;
    link.b = it.b;
    link.source = it.source;
    link.evidence = std::move(it.evidence);
    link.bundle = it.bundle;
    by_port_.add(it.a, link.id);
    by_port_.add(it.b, link.id);
    by_device_.add(it.a.device, link.id);
    if (it.b.device != it.a.device) by_device_.add(it.b.device, link.id);
  }
  by_port_.seal();
  by_device_.seal();
}

void Links::complete_bundles() {
  for (Link& link : links_) {
    if (!link.bundle) continue;
    for (const PortRef port : trunk_members(link.a)) {
      const Link* inside = at(port);
      if (inside == nullptr || trunk_of(inside->other(port)) != link.b) continue;
      link.members.push_back(inside->id);
      links_[inside->id.index].bundle_of = link.id;
    }
    link.complete = !link.members.empty() && link.members.size() == trunk_members(link.a).size() &&
                    link.members.size() == trunk_members(link.b).size();
  }
}

const Link* Links::at(PortRef port) const {
  const auto found = by_port_.find(parent_port(*net_, port));
  return found.empty() ? nullptr : &links_[found.front().index];
}

PortRef Links::far_end(PortRef port) const {
  const Link* link = at(port);
  return link != nullptr ? link->other(parent_port(*net_, port)) : PortRef{};
}

std::vector<LinkId> Links::between(DeviceId a, DeviceId b) const {
  std::vector<LinkId> result;
  for (const LinkId id : of_device(a)) {
    const Link& link = links_[id.index];
    if (link.a.device == b || link.b.device == b) result.push_back(id);
  }
  return result;
}

std::string Links::name(LinkId id) const {
  const Link& link = links_[id.index];
  return "link:" + port_name(*net_, link.a) + "--" + port_name(*net_, link.b);
}

const Link* Links::find(std::string_view name) const {
  constexpr std::string_view kPrefix = "link:";
  if (!name.starts_with(kPrefix)) return nullptr;
  name.remove_prefix(kPrefix.size());
  // Device names may hold the separators themselves, so every place where they stand is tried.
  const auto port_named = [this](std::string_view text) {
    for (std::size_t colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
      const PortRef port = find_port(*net_, text.substr(0, colon), text.substr(colon + 1));
      if (port.valid()) return port;
    }
    return PortRef{};
  };
  for (std::size_t dashes = name.find("--"); dashes != name.npos; dashes = name.find("--", dashes + 1)) {
    const PortRef one = port_named(name.substr(0, dashes));
    const PortRef other = port_named(name.substr(dashes + 2));
    if (!one.valid() || !other.valid()) continue;
    const Link* link = at(one);
    if (link != nullptr && link->other(one) == other) return link;
  }
  return nullptr;
}

PortRef Links::trunk_of(PortRef port) const {
  const auto found = bundles_.trunk_of.find(port);
  return found.empty() ? PortRef{} : found.front();
}

}  // namespace holdfast::pairing
