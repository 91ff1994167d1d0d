#pragma once

// The use cases `services` and `topology`: what the network consists of, as plain values.

#include <memory>
#include <string>
#include <vector>

#include "app/session/snapshot.h"

namespace holdfast::pairing {
class Pairing;
}

namespace holdfast::session {

struct PwView {
  std::string role;         // primary, secondary, bypass, …
  std::string from;         // DEV:IF, or DEV:VSI
  std::string peer;         // the peer's address; empty when none is configured
  std::string peer_device;  // empty: not in the snapshot, or ambiguous
  std::string vc_id;        // empty: none
  std::string state;        // paired, unpaired, unseen, ambiguous, none
};

struct ServiceView {
  std::string id;
  std::string kind;
  std::vector<std::string> endpoints;  // DEV:IF
  std::vector<PwView> pws;
  std::string redundancy;           // frr, master, independent, protect-group, none
  std::string arbiter;              // etrunk, mvrrp, none
  std::vector<std::string> unseen;  // peers whose configuration is not here
};

std::vector<ServiceView> services(const Snapshot& snapshot);
std::vector<ServiceView> service_views(const pairing::Pairing& net);

struct NodeView {
  std::string id;
  std::string role;  // CE, UPE, PE, SPE, NPE, P
};

struct LinkView {
  std::string id;  // link:DEV:IF--DEV:IF
  std::string a;   // DEV:IF
  std::string b;
  std::string source;  // yaml, lldp, subnet, lacp
};

struct Topology {
  std::vector<NodeView> nodes;
  std::vector<LinkView> links;
  std::vector<std::string> ambiguities;  // what could not be told, one sentence each
};

Topology topology(const Snapshot& snapshot);
// What could not be told about links, one sentence each.
std::vector<std::string> link_ambiguities(const pairing::Pairing& net);

}  // namespace holdfast::session
