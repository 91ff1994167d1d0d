#pragma once

// Networks for tests, written as the configurations that engineers know. The real importer reads them, so a
// test of what is derived from a network says in its own lines what the network is.

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "importers/vrp/vrp_importer.h"
#include "model/network.h"

namespace holdfast::test {

// Any number of devices per text, each from its sysname on.
inline Network network_of(std::initializer_list<std::string> configurations) {
  static const vrp::VrpImporter importer;
  Network net;
  for (const std::string& text : configurations) {
    const FileId file = net.sources.add("file" + std::to_string(net.sources.size()) + ".cfg", text);
    for (Device& device : importer.import(file, text, {})) net.devices.push_back(std::move(device));
  }
  std::ranges::stable_sort(net.devices, {}, [](const Device& device) { return *device.name; });
  return net;
}

// A link as holdfast.yaml states it.
inline StatedLink link(PortName a, PortName b, LinkSource source = LinkSource::Yaml) {
  return {std::move(a), std::move(b), source, {}};
}

}  // namespace holdfast::test
