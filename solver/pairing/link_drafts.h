#pragma once

// How links are found, one function for each source. For Links; everybody else reads that.

#include <vector>

#include "solver/pairing/etrunk_pairs.h"
#include "solver/pairing/flat_index.h"
#include "solver/pairing/inventory.h"
#include "solver/pairing/link.h"

namespace holdfast::pairing {

// Eth-Trunks and their ports.
struct Bundles {
  Bundles(const Network& net, const Inventory& inventory);

  FlatIndex<PortRef, PortRef> members;   // by Eth-Trunk, in the order of the configuration
  FlatIndex<PortRef, PortRef> trunk_of;  // by port
};

// A link before it has its place in the list; a precedes b by name.
struct LinkDraft {
  PortRef a;
  PortRef b;
  LinkSource source = LinkSource::Yaml;
  std::vector<LinkEvidence> evidence;
  bool bundle = false;
};

LinkDraft draft(const Network& net, PortRef one, PortRef other, LinkSource source,
                std::vector<LinkEvidence> evidence);

// What holdfast.yaml and LLDP state. A port has one link: of two statements the more trusted, then the first
// counts.
std::vector<LinkDraft> stated_links(const Network& net, std::vector<LinkAmbiguity>& ambiguities);

// Two routed interfaces alone in one subnet; `stated` outranks them.
std::vector<LinkDraft> subnet_links(const Network& net, const Inventory& inventory, const Bundles& bundles,
                                    const std::vector<LinkDraft>& stated,
                                    std::vector<LinkAmbiguity>& ambiguities);

// The one free port that each of two joined bundles has left; `known` are all other links. The members of an
// E-Trunk are one side of a bundle.
std::vector<LinkDraft> bundle_links(const Network& net, const EtrunkPairs& etrunks, const Bundles& bundles,
                                    const std::vector<LinkDraft>& known,
                                    std::vector<LinkAmbiguity>& ambiguities);

}  // namespace holdfast::pairing
