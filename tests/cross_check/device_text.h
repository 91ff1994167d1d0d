#pragma once

// The configuration of one device while it grows, section by section.

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::cross_check {

using Lines = std::vector<std::string>;

struct DeviceText {
  std::string name;
  std::string lsr_id;  // empty: a customer's device without MPLS
  bool bfd = false;
  Lines head;  // of the system view: LACP and the like
  Lines mpls;  // within `mpls`
  bool ldp = true;
  Lines in_ldp;        // within `mpls ldp`
  Lines blocks;        // whole views: explicit paths, VSIs, VPN instances, switched PWs
  Lines remote_peers;  // LSR IDs of targeted LDP peers
  Lines isis;          // within `isis 1`; empty: none
  Lines ospf;          // within `ospf 1`
  bool runs_ospf = false;
  std::map<std::uint32_t, Lines> areas;  // within the areas of OSPF 1
  Lines tail;                            // whole views that stand behind the interfaces

  // The view of an interface; made when it is not there yet.
  Lines& interface(const std::string& name);
  void add_remote_peer(const std::string& lsr_id);
  std::string str() const;

 private:
  std::vector<std::pair<std::string, Lines>> interfaces_;
};

}  // namespace holdfast::cross_check
