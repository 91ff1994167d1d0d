#pragma once

// The whole snapshot as one immutable value: sources, devices, and what the snapshot's own file adds.

#include <string>
#include <vector>

#include "model/device.h"
#include "model/ids.h"
#include "model/source.h"

namespace holdfast {

// A port named from outside the configurations (holdfast.yaml, an LLDP capture).
struct PortName {
  std::string device;
  std::string interface;  // canonical
};

enum class LinkSource : std::uint8_t { Yaml, Lldp, Subnet, Lacp };

// A link that somebody states, as opposed to one that is inferred.
struct StatedLink {
  PortName a;
  PortName b;
  LinkSource source = LinkSource::Yaml;
  Span where;
};

// Elements that fail together (a shared duct, a site, a power feed), by their public names.
struct StatedGroup {
  std::string name;
  std::vector<Fact<std::string>> members;  // "link:…", "node:…", "board:…", "port:…"
  Span where;
};

struct Network {
  SourceSet sources;
  std::vector<Device> devices;  // sorted by name, then by file
  std::vector<StatedLink> stated_links;
  std::vector<StatedGroup> failure_groups;

  const Device& operator[](DeviceId id) const { return devices[id.index]; }
};

}  // namespace holdfast
