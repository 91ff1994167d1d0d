// Whatever network is asked for: a plan either names the lines that conflict, or comes out verified.

#include <algorithm>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/report/plan.h"
#include "app/session/plan.h"
#include "tests/cross_check/dice.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {
namespace {

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
    links_ += fmt::format("  - {{ends: [{}, {}], cost: {}{}}}\n", a, b, kCosts[below(5)], group);
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
    const std::string near = homing == 3 || below(2) == 0 ? customer({first}) : first;
    const std::string far = homing == 0 ? customer({second}) : customer({a, b});
    services_ += fmt::format("  s{}: {{kind: vpws, ends: [{}, {{at: {}, homing: {}}}]}}\n", number, near, far,
                             kHomings[homing]);
  }

  void add_vpls(std::size_t number) {
    const std::string spoke = customer({"UPE"});
    const std::string single = customer({dice_.pick(pes_)});
    const auto [a, b] = pick_two(pes_);
    services_ += fmt::format("  s{}: {{kind: vpls, ends: [{}, {}, {{at: {}, homing: etrunk}}]}}\n", number,
                             spoke, single, customer({a, b}));
  }

  void add_handover(std::size_t number) {
    const bool v6 = below(2) == 0;
    services_ +=
        fmt::format("  s{}: {{kind: handover, ends: [{}], instance: v{}, prefix: {}, gateway: {}}}\n", number,
                    dice_.pick(pes_), number % 2,
                    v6 ? fmt::format("2001:DB8:{}::/64", number) : fmt::format("192.0.{}.0/24", number),
                    v6 ? fmt::format("2001:DB8:F{}::/64", number) : fmt::format("198.51.{}.0/24", number));
  }

  Dice dice_;
  bool igp_ = below(2) == 0;
  bool te_ = below(3) == 0;
  bool groups_count_ = below(2) == 0;
  bool has_vpls_ = false;
  bool has_handover_ = false;
  std::size_t customers_ = 0;
  std::vector<std::string> core_;
  std::vector<std::string> pes_;
  std::string devices_;
  std::string links_;
  std::string candidates_;
  std::string services_;
};

TEST(RandomIntents, ComeOutVerifiedOrNameWhatConflicts) {
  constexpr std::uint64_t kIntents = 60;
  const test::TemporaryFolder folder;
  std::size_t verified = 0;
  for (std::uint64_t seed = 0; seed < kIntents; ++seed) {
    const std::string text = RandomIntent(seed).text();
    folder.write("intent.yaml", text);
    session::PlanCall call;
    call.path = folder.path() + "/intent.yaml";
    const session::PlanResult result = session::plan(call);
    if (result.infeasible) {
      EXPECT_FALSE(result.problems.empty());
      continue;
    }
    ASSERT_TRUE(result.problems.empty())
        << result.problems[0].line << ": " << result.problems[0].message << '\n'
        << text;
    EXPECT_TRUE(result.verified) << "seed " << seed << '\n' << text << report::plan_text(result, {});
    verified += result.verified ? 1 : 0;
  }
  EXPECT_GT(verified, kIntents * 3 / 4);
}

}  // namespace
}  // namespace holdfast
