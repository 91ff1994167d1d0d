// What the replay finds depends on nothing but the network: not on the names and so the order of its devices.

#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <map>
#include <set>

#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"
#include "solver/replay/brute_force.h"
#include "tests/cross_check/random_network.h"

namespace holdfast::cross_check {
namespace {

// The same network with its devices named so that they stand in the opposite order.
RandomNetwork reversed(RandomNetwork made) {
  std::map<std::string, std::string> names;
  for (std::size_t i = 0; i < made.texts.size(); ++i) {
    std::string& text = made.texts[i].text;
    const std::string old_name = made.texts[i].path.substr(0, made.texts[i].path.rfind('.'));
    const std::string new_name = fmt::format("{:02}_{}", made.texts.size() - i, old_name);
    names[old_name] = new_name;
    const std::string line = "sysname " + old_name + "\n";
    text.replace(text.find(line), line.size(), "sysname " + new_name + "\n");
  }
  for (StatedLink& link : made.links) {
    link.a.device = names.at(link.a.device);
    link.b.device = names.at(link.b.device);
  }
  made.groups.clear();
  return made;
}

std::string plain(std::string name) {
  for (std::size_t at = name.find('_'); at != std::string::npos; at = name.find('_')) name.erase(at - 2, 3);
  return name;
}

// "link:A:x--B:y" whatever the order of its ends.
std::string element_name(const std::string& raw) {
  const std::string name = plain(raw);
  const std::size_t dashes = name.find("--");
  if (!name.starts_with("link:") || dashes == std::string::npos) return name;
  std::string a = name.substr(5, dashes - 5);
  std::string b = name.substr(dashes + 2);
  if (b < a) std::swap(a, b);
  return "link:" + a + "--" + b;
}

std::string site_name(const Network& net, const Site& site) {
  std::set<std::string> acs;
  for (const PortRef ac : site.acs) acs.insert(plain(pairing::port_name(net, ac)));
  return fmt::format("{}{}", fmt::join(acs, "+"), site.arbitrated ? "!" : "");
}

// "sites: outcome: elements" for every minimal bad set of at most one element.
std::set<std::string> findings(const RandomNetwork& made) {
  const Network network = read(made);
  const pairing::Pairing pairing(network);
  const FailureUniverse universe = pairing::failure_universe(pairing);
  const replay::Replay judge(network, universe);
  std::vector<Flow> flows;
  for (const pairing::Service& service : pairing.services().all()) {
    std::ranges::copy(pairing::flows_of(pairing, service), std::back_inserter(flows));
  }
  std::set<std::string> result;
  const auto bad_sets = replay::minimal_bad_sets(judge, flows, 1);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    std::set<std::string> sites{site_name(network, flows[i].a), site_name(network, flows[i].b)};
    for (const replay::BadSet& bad : bad_sets[i]) {
      std::set<std::string> elements;
      for (const ElementId id : bad.failed) elements.insert(element_name(universe.elements[id.index].name));
      result.insert(fmt::format("{}: {}: {}", fmt::join(sites, " – "), to_string(bad.outcome),
                                fmt::join(elements, ", ")));
    }
  }
  return result;
}

TEST(Replay, DoesNotDependOnTheOrderOfDevices) {
  std::size_t found = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    RandomNetwork made = random_network(seed);
    made.groups.clear();
    const std::set<std::string> findings_here = findings(made);
    found += findings_here.size();
    EXPECT_EQ(findings_here, findings(reversed(made))) << "seed " << seed;
  }
  EXPECT_GT(found, 1000U);
}

}  // namespace
}  // namespace holdfast::cross_check
