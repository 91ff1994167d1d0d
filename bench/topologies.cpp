// Searches the failures of published topologies, dressed as networks, and prints one row for each: what the
// search evaluated against what brute force would have to.
//
//     holdfast_topologies FOLDER [K]

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "app/session/load.h"
#include "bench/generator/dressed_topology.h"
#include "solver/failures/search.h"
#include "solver/pairing/elements.h"
#include "solver/pairing/flows.h"

namespace {

using namespace holdfast;

constexpr std::size_t kFewestNodes = 20;

struct Row {
  std::size_t services = 0;
  std::size_t elements = 0;
  std::uint64_t evaluations = 0;
  std::map<Outcome, std::size_t> worst;  // services by their worst outcome
};

Row search_all(const Network& network, std::size_t k) {
  const pairing::Pairing net(network);
  const FailureUniverse universe = pairing::failure_universe(net);
  failures::Engine engine(net, universe);
  failures::SearchOptions options;
  options.k = k;
  for (const Element& it : universe.elements) {
    options.may_fail.push_back(it.kind == ElementKind::Node || it.kind == ElementKind::Link);
  }
  Row row;
  row.elements = static_cast<std::size_t>(std::ranges::count(options.may_fail, true));
  for (const pairing::Service& service : net.services().all()) {
    failures::ServiceEvaluator states(engine, service);
    Outcome worst = Outcome::Delivered;
    for (const Flow& flow : pairing::flows_of(net, service)) {
      const failures::FlowSearch found = failures::search(states, flow, options);
      row.evaluations += found.evaluations;
      for (const failures::BadSet& bad : found.bad) worst = std::max(worst, bad.outcome);
    }
    ++row.services;
    ++row.worst[worst];
  }
  return row;
}

// Sets of at most k of n.
double sets_of(std::size_t n, std::size_t k) {
  double sum = 0;
  double choose = 1;
  for (std::size_t i = 0; i <= k; ++i) {
    sum += choose;
    choose = choose * static_cast<double>(n - i) / static_cast<double>(i + 1);
  }
  return sum;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: holdfast_topologies FOLDER [K]\n");
    return 2;
  }
  const std::size_t k = argc > 2 ? std::stoul(argv[2]) : 2;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    if (entry.path().extension() == ".graphml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  fmt::print(
      "topology nodes links services elements evaluations brute-force ratio delivered unavoidable avoidable "
      "other cpu-s\n");
  for (const auto& file : files) {
    std::ifstream in(file);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    const auto topology = generator::read_graphml(text);
    if (!topology || topology->nodes < kFewestNodes) continue;
    std::vector<session::NamedText> texts;
    for (auto& device : generator::dress(*topology))
      texts.push_back({device.name + ".cfg", std::move(device.text)});
    const std::clock_t start = std::clock();
    const auto snapshot = session::load_texts(std::move(texts));
    Row row = search_all(snapshot->network, k);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const double brute = sets_of(row.elements, k) * static_cast<double>(row.services);
    const std::size_t lost = row.worst[Outcome::LostUnavoidable];
    const std::size_t avoidable = row.worst[Outcome::LostAvoidable];
    const std::size_t delivered = row.worst[Outcome::Delivered];
    fmt::print("{} {} {} {} {} {} {:.0f} {:.0f} {} {} {} {} {:.2f}\n", file.stem().string(), topology->nodes,
               topology->links.size(), row.services, row.elements, row.evaluations, brute,
               brute / static_cast<double>(std::max<std::uint64_t>(row.evaluations, 1)), delivered, lost,
               avoidable, row.services - delivered - lost - avoidable, seconds);
    std::fflush(stdout);
  }
  return 0;
}
