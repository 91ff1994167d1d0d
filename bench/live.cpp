// What the desktop waits for on a network: reading, pairing, warming up, and each single failure.

#include "app/session/live.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <string>
#include <thread>
#include <vector>

#include "app/session/load.h"

namespace {

using namespace holdfast;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Sample {
  double milliseconds = 0;
  std::string element;
  std::size_t evaluated = 0;
};

void print(std::vector<Sample> samples, const char* what) {
  std::ranges::sort(samples, {}, &Sample::milliseconds);
  const auto at = [&](double part) {
    return samples[static_cast<std::size_t>(part * static_cast<double>(samples.size() - 1))].milliseconds;
  };
  fmt::print("{}: median {:.2f} ms, 99 % {:.2f} ms, worst {:.2f} ms ({}, {} services)\n", what, at(0.5),
             at(0.99), samples.back().milliseconds, samples.back().element, samples.back().evaluated);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: holdfast_live FOLDER [JOBS]\n");
    return 2;
  }
  const unsigned jobs =
      argc > 2 ? static_cast<unsigned>(std::stoul(argv[2])) : std::thread::hardware_concurrency();
  Clock::time_point start = Clock::now();
  session::LoadOptions options;
  options.paths = {argv[1]};
  options.jobs = jobs;
  const auto snapshot = session::load(options);
  fmt::print("read: {:.0f} ms, {} devices\n", milliseconds_since(start), snapshot->network.devices.size());
  start = Clock::now();
  const auto study = std::make_shared<const session::Study>(snapshot);
  fmt::print("paired: {:.0f} ms, {} services, {} elements\n", milliseconds_since(start),
             study->services().size(), study->universe().elements.size());
  start = Clock::now();
  session::LiveNetwork live(study, jobs);
  live.warm({}, nullptr);
  fmt::print("warm: {:.0f} ms\n", milliseconds_since(start));
  std::vector<Sample> first;
  std::vector<Sample> again;
  for (std::size_t i = 0; i < study->universe().elements.size(); ++i) {
    for (std::vector<Sample>* into : {&first, &again}) {
      start = Clock::now();
      const session::Impact impact = live.impact({ElementId(i)}, nullptr);
      into->push_back({milliseconds_since(start), study->element_name(ElementId(i)), impact.evaluated});
    }
  }
  print(first, "one failure, the first time");
  print(again, "one failure, again");
}
