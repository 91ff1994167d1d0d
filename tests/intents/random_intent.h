#pragma once

// Intents of small networks, and of what is to be added to them.

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/cross_check/dice.h"

namespace holdfast::test {

using cross_check::Dice;

class RandomIntent {
 public:
  explicit RandomIntent(std::uint64_t seed) : dice_(seed) {
    for (std::size_t i = 0; i < 2 + below(3); ++i) add(fmt::format("P{}", i), "p");
    for (std::size_t i = 0; i < 3 + below(3); ++i) pes_.push_back(add(fmt::format("PE{}", i), "pe"));
    has_vpls_ = below(2) == 0;
    has_handover_ = below(3) == 0;
    if (has_vpls_) {
      add("UPE", "upe");
      add("SPE1", "spe");
      add("SPE2", "spe");
    }
    if (has_handover_) {
      for (const char* agg : {"AGG1", "AGG2"}) add(agg, "agg");
      for (const char* rsg : {"RSG1", "RSG2"}) add(rsg, "rsg");
    }
    join_core();
    for (std::size_t i = 0; i < 1 + below(4); ++i) add_service(i);
  }

  // The network that was planned from it, in this folder, gets more devices, links and services.
  std::string grown(const std::string& folder) {
    devices_.clear();
    links_.clear();
    candidates_.clear();
    services_.clear();
    service_ = "g";
    for (const std::string& pe : pes_) devices_ += fmt::format("  {}: pe\n", pe);
    if (has_vpls_) devices_ += "  UPE: upe\n  SPE1: spe\n  SPE2: spe\n";
    if (has_handover_) devices_ += "  AGG1: agg\n  AGG2: agg\n  RSG1: rsg\n  RSG2: rsg\n";
    const std::vector<std::string> old = core_;
    for (std::size_t i = 0; i < below(3); ++i) {
      const std::string fresh = below(3) == 0 ? add(fmt::format("Q{}", i), "p") : fmt::format("PX{}", i);
      if (fresh.starts_with("PX")) pes_.push_back(add(fresh, "pe"));
      const auto [a, b] = pick_two(old);
      add_link(fresh, a);
      add_link(fresh, b);
    }
    if (below(2) == 0) {
      const auto [a, b] = pick_two(core_);
      add_link(a, b);
    }
    for (std::size_t i = 0; i < 1 + below(3); ++i) {
      if (!hanging_.empty() && below(3) == 0) {
        add_to_customer(i);
      } else {
        add_service(i);
      }
    }
    return fmt::format(
        "existing: {}\ntransport: {}\ne-trunk-key: Feldspar-31\ndevices:\n{}links:\n{}{}services:\n{}",
        folder, te_ ? "te" : "auto", devices_, links_.empty() ? "  []\n" : links_,
        groups_count_ ? "" : "targets: {survive: [node, link]}\n", services_);
  }

  std::string text() const {
    return fmt::format(
        "igp: {}\ntransport: {}\ne-trunk-key: "
        "Feldspar-31\ndevices:\n{}links:\n{}candidates:\n{}{}services:\n{}",
        igp_ ? "isis" : "ospf", te_ ? "te" : "auto", devices_, links_, candidates_,
        groups_count_ ? "" : "targets: {survive: [node, link]}\n", services_);
  }

 private:
  std::string add(const std::string& name, const char* role) {
    devices_ += fmt::format("  {}: {}\n", name, role);
    if (std::string_view(role) != "ce") core_.push_back(name);
    return name;
  }

  bool growing() const { return service_ == "g"; }
  std::size_t below(std::size_t count) { return dice_.between(0, count - 1); }

  // Two different ones.
  std::pair<std::string, std::string> pick_two(const std::vector<std::string>& from) {
    const std::size_t first = below(from.size());
    const std::size_t second = (first + 1 + below(from.size() - 1)) % from.size();
    return {from[first], from[second]};
  }

  void add_link(const std::string& a, const std::string& b) {
    constexpr std::uint32_t kCosts[] = {10, 10, 10, 5, 30};
    const std::string group = below(5) == 0 ? fmt::format(", groups: [g{}]", below(4)) : "";
    const std::string cost = growing() ? "" : fmt::format(", cost: {}", kCosts[below(5)]);
    links_ += fmt::format("  - {{ends: [{}, {}]{}{}}}\n", a, b, cost, group);
  }

  // A ring in an arbitrary order, and some links across.
  void join_core() {
    std::vector<std::string> order = core_;
    for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[below(i + 1)]);
    for (std::size_t i = 0; i < order.size(); ++i) add_link(order[i], order[(i + 1) % order.size()]);
    for (std::size_t i = 0; i < below(core_.size()); ++i) {
      const auto [a, b] = pick_two(core_);
      add_link(a, b);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      const auto [a, b] = pick_two(core_);
      candidates_ += fmt::format("  - {{ends: [{}, {}], price: {}}}\n", a, b, 1 + below(9));
    }
  }

  std::string customer(const std::vector<std::string>& on) {
    const std::string name = add(fmt::format("CE{}", customers_++), "ce");
    for (const std::string& pe : on) add_link(name, pe);
    return name;
  }

  void add_service(std::size_t number) {
    const std::size_t kind = below(4);
    if (kind == 2 && has_vpls_) return add_vpls(number);
    if (kind == 3 && has_handover_) return add_handover(number);
    constexpr const char* kHomings[] = {"single", "etrunk", "mvrrp", "routed"};
    const std::size_t homing = below(4);
    const auto [first, second] = pick_two(pes_);
    std::vector<std::string> others = pes_;
    std::erase(others, first);
    const auto [a, b] = pick_two(others);
    if ((homing == 1 || homing == 2) && pes_.size() > 3 && below(3) == 0) return add_square(number);
    const std::string near = homing == 3 || below(2) == 0 ? customer({first}) : first;
    const std::string far = homing == 0 ? customer({second}) : customer({a, b});
    services_ += fmt::format("  {}{}: {{kind: vpws, ends: [{}, {{at: {}, homing: {}}}]}}\n", service_, number,
                             near, far, kHomings[homing]);
    if ((homing == 1 || homing == 2) && far.starts_with("CE")) hanging_.emplace_back(far, kHomings[homing]);
  }

  // One more service on a customer's device that hangs on two PEs already.
  void add_to_customer(std::size_t number) {
    const auto& [device, homing] = hanging_[below(hanging_.size())];
    services_ += fmt::format("  {}{}: {{kind: vpws, ends: [{}, {{at: {}, homing: {}}}]}}\n", service_, number,
                             customer({dice_.pick(pes_)}), device, homing);
  }

  // Both ends on two PEs.
  void add_square(std::size_t number) {
    const auto homing = [&] { return below(2) == 0 ? "etrunk" : "mvrrp"; };
    std::vector<std::string> order = pes_;
    for (std::size_t i = order.size() - 1; i > 0; --i) std::swap(order[i], order[below(i + 1)]);
    const std::string here = customer({order[0], order[1]});
    const std::string there = customer({order[2], order[3]});
    services_ +=
        fmt::format("  {}{}: {{kind: vpws, ends: [{{at: {}, homing: {}}}, {{at: {}, homing: {}}}]}}\n",
                    service_, number, here, homing(), there, homing());
  }

  void add_vpls(std::size_t number) {
    const std::string spoke = customer({"UPE"});
    const std::string single = customer({dice_.pick(pes_)});
    const auto [a, b] = pick_two(pes_);
    services_ += fmt::format("  {}{}: {{kind: vpls, ends: [{}, {}, {{at: {}, homing: etrunk}}]}}\n", service_,
                             number, spoke, single, customer({a, b}));
  }

  void add_handover(std::size_t service) {
    const std::size_t number = growing() ? service + 50 : service;
    const bool v6 = below(2) == 0;
    services_ +=
        fmt::format("  {}{}: {{kind: handover, ends: [{}], instance: v{}, prefix: {}, gateway: {}}}\n",
                    service_, number, dice_.pick(pes_), number % 2,
                    v6 ? fmt::format("2001:DB8:{}::/64", number) : fmt::format("192.0.{}.0/24", number),
                    v6 ? fmt::format("2001:DB8:F{}::/64", number) : fmt::format("198.51.{}.0/24", number));
  }

  Dice dice_;
  bool igp_ = below(2) == 0;
  bool te_ = below(3) == 0;
  bool groups_count_ = below(2) == 0;
  bool has_vpls_ = false;
  bool has_handover_ = false;
  std::string service_ = "s";                                 // what names of services begin with
  std::vector<std::pair<std::string, std::string>> hanging_;  // customers' devices on two PEs, and how
  std::size_t customers_ = 0;
  std::vector<std::string> core_;
  std::vector<std::string> pes_;
  std::string devices_;
  std::string links_;
  std::string candidates_;
  std::string services_;
};

}  // namespace holdfast::test
