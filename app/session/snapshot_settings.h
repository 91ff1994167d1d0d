#pragma once

// Finds and applies the snapshot's own file, holdfast.yaml.

#include <map>
#include <string>
#include <vector>

#include "app/session/snapshot.h"

namespace holdfast::session {

struct Settings {
  std::string profile;  // of every device not named below
  std::map<std::string, std::string> device_profile;
};

// Reads `config`, or without one the first holdfast.yaml found from the first path upwards. Its links and
// rule settings go into the snapshot, and so does what is wrong with it.
Settings read_settings(const std::vector<std::string>& paths, const std::string& config, Snapshot& snapshot);

// The same from a text that is in memory already.
Settings read_settings_text(const std::string& path, std::string text, Snapshot& snapshot);

// The interface names of the stated links in the spelling of the devices they belong to; a device or
// interface that does not exist is a problem of the file. Once the devices are there.
void resolve_links(Snapshot& snapshot);

// The names of elements in groups and probabilities as the network has them; what names no element is a
// problem of the file and is left out. Once the links are there.
void resolve_elements(Snapshot& snapshot);

}  // namespace holdfast::session
