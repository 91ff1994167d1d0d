#pragma once

// Small random networks to compare two judges on: 3–9 devices, a random core, one or two redundant services,
// and now and then something wrong. One seed always makes the same network.

#include <cstdint>
#include <string>
#include <vector>

#include "app/session/load.h"
#include "model/network.h"

namespace holdfast::cross_check {

struct RandomNetwork {
  std::vector<session::NamedText> texts;  // one configuration per device
  std::vector<StatedLink> links;
  std::vector<StatedGroup> groups;
  std::vector<std::string> mistakes;  // what was done wrong on purpose, for messages
};

RandomNetwork random_network(std::uint64_t seed);

// The network that the importer makes of it.
Network read(const RandomNetwork& made);

// All of it as text, for a message or for a folder to look at: the configurations and a holdfast.yaml.
std::string to_text(const RandomNetwork& made);

}  // namespace holdfast::cross_check
