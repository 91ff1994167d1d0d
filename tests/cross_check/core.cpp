// The core: who is joined to whom, the IGP, LDP and what TE and segment routing need on every hop.

#include <algorithm>
#include <fmt/format.h>

#include "tests/cross_check/draft.h"

namespace holdfast::cross_check {
namespace {

enum class Igp { Ospf, OspfAreas, Isis, IsisLevels, TwoDomains };

class Core {
 public:
  explicit Core(Draft& draft) : draft_(draft), count_(draft.devices.size()) {}

  void run() {
    join();
    choose_igp();
    for (std::size_t d = 0; d < count_; ++d) open_processes(d);
    for (const CoreLink& link : draft_.links) dress(link);
    for (std::size_t d = 0; d < count_; ++d) finish(d);
  }

 private:
  // A random tree and some links more. Access devices hang on the first two others.
  void join() {
    const std::size_t first = draft_.access_devices;
    for (std::size_t d = first + 1; d < count_; ++d) draft_.connect(d, draft_.dice.between(first, d - 1));
    for (std::size_t d = 0; d < first; ++d) {
      draft_.connect(d, first);
      draft_.connect(d, first + 1);
    }
    const std::size_t more = draft_.dice.between(1, count_);
    for (std::size_t i = 0; i < more; ++i) {
      const std::size_t a = draft_.dice.between(0, count_ - 1);
      const std::size_t b = draft_.dice.between(0, count_ - 1);
      if (a != b) draft_.connect(a, b);
    }
  }

  void choose_igp() {
    const std::size_t roll = draft_.dice.between(1, 100);
    igp_ = roll <= 40   ? Igp::Ospf
           : roll <= 55 ? Igp::OspfAreas
           : roll <= 80 ? Igp::Isis
           : roll <= 92 ? Igp::IsisLevels
                        : Igp::Ospf;
    if (draft_.access_devices > 0 && draft_.chance(50)) igp_ = Igp::TwoDomains;
    for (std::size_t d = 0; d < count_; ++d) {
      area_.push_back(igp_ == Igp::OspfAreas && draft_.chance(25)
                          ? static_cast<std::uint32_t>(draft_.dice.between(1, 2))
                          : 0);
      by_network_.push_back(draft_.chance(50));
      level_.push_back(draft_.dice.between(0, 4));
      isis_area_.push_back(igp_ == Igp::IsisLevels ? draft_.dice.between(1, 2) : 1);
    }
    stub_ = draft_.chance(10);
    p2p_ = draft_.chance(60);
    auto_ldp_ = draft_.chance(8);
  }

  bool is_access(std::size_t device) const { return device < draft_.access_devices; }
  bool runs_ospf(std::size_t d) const {
    return igp_ == Igp::Ospf || igp_ == Igp::OspfAreas || (igp_ == Igp::TwoDomains && !is_access(d));
  }
  bool runs_isis(std::size_t d) const {
    return igp_ == Igp::Isis || igp_ == Igp::IsisLevels ||
           (igp_ == Igp::TwoDomains && (is_access(d) || borders(d)));
  }
  bool borders(std::size_t d) const {
    return std::ranges::any_of(draft_.links, [&](const CoreLink& it) {
      return (it.a.device == d && is_access(it.b.device)) || (it.b.device == d && is_access(it.a.device));
    });
  }

  void open_processes(std::size_t d) {
    DeviceText& it = draft_.at(d);
    if (runs_ospf(d)) {
      it.runs_ospf = true;
      if (draft_.chance(10)) it.ospf.push_back("bandwidth-reference 10000");
      if (draft_.mistake("OSPF stub router", 2)) it.ospf.push_back("stub-router");
      if (draft_.segment_routing) it.ospf.push_back("segment-routing mpls");
      if (auto_ldp_) it.ospf.push_back("mpls ldp auto-config");
      if (!draft_.mistake("loopback outside of OSPF", 2)) {
        enable_ospf(d, "LoopBack0", it.lsr_id, "0.0.0.0", area_[d]);
        if (draft_.segment_routing) {
          it.interface("LoopBack0").push_back(fmt::format("ospf prefix-sid index {}", d + 1));
        }
      }
    }
    if (runs_isis(d)) {
      const char* const levels[] = {"level-1-2", "level-1-2", "level-1-2", "level-1", "level-2"};
      it.isis = {igp_ == Igp::IsisLevels ? fmt::format("is-level {}", levels[level_[d]]) : "is-level level-2",
                 draft_.mistake("narrow costs on one device", 2) ? "cost-style narrow" : "cost-style wide",
                 fmt::format("network-entity 49.000{}.0000.0000.{:04}.00", isis_area_[d], d + 1)};
      if (igp_ == Igp::IsisLevels && level_[d] <= 2 && draft_.chance(60)) {
        it.isis.push_back("import-route isis level-2 into level-1");
      }
      if (draft_.mistake("IS-IS overload", 2)) {
        it.isis.push_back(draft_.chance(30) ? "set-overload allow interlevel" : "set-overload");
      }
      if (draft_.segment_routing) it.isis.push_back("segment-routing mpls");
      if (auto_ldp_) it.isis.push_back("mpls ldp auto-config");
      if (igp_ == Igp::TwoDomains && draft_.chance(6)) it.isis.push_back("import-route ospf 1");
      if (draft_.chance(2))
        it.isis.push_back(draft_.chance(50) ? "import-route direct" : "import-route static");
      if (!draft_.mistake("loopback outside of IS-IS", 2)) {
        it.interface("LoopBack0").push_back("isis enable 1");
        if (draft_.segment_routing) {
          it.interface("LoopBack0").push_back(fmt::format("isis prefix-sid index {}", d + 1));
        }
      }
    }
  }

  void enable_ospf(std::size_t d, const std::string& interface, const std::string& address,
                   const std::string& wildcard, std::uint32_t area) {
    DeviceText& it = draft_.at(d);
    Lines& lines = it.areas[area];
    if (by_network_[d]) {
      lines.push_back(fmt::format("network {} {}", address, wildcard));
    } else {
      it.interface(interface).push_back(fmt::format("ospf enable 1 area {}", area));
    }
  }

  std::uint32_t area_between(std::size_t a, std::size_t b) const {
    if (area_[a] == area_[b]) return area_[a];
    if (area_[a] == 0) return area_[b];
    return area_[b] == 0 ? area_[a] : 0;
  }

  void dress(const CoreLink& link) {
    const std::uint32_t cost = draft_.dice.pick(std::vector<std::uint32_t>{1, 1, 1, 2, 5, 10});
    const bool with_cost = draft_.chance(60);
    const bool ldp = !draft_.mistake("no LDP on a link", 4);
    const bool te = draft_.te && draft_.chance(92);
    for (const CoreEnd* end : {&link.a, &link.b}) {
      const std::size_t other = end == &link.a ? link.b.device : link.a.device;
      DeviceText& it = draft_.at(end->device);
      const bool isis =
          igp_ == Igp::TwoDomains ? is_access(end->device) || is_access(other) : runs_isis(end->device);
      if (isis) {
        dress_isis(*end, with_cost ? cost : 0);
      } else {
        dress_ospf(*end, area_between(link.a.device, link.b.device), with_cost ? cost : 0);
      }
      Lines& lines = it.interface(end->interface);
      lines.push_back("mpls");
      if (te) lines.push_back("mpls te");
      if (te && !draft_.mistake("no RSVP-TE on one end", 2)) lines.push_back("mpls rsvp-te");
      if (ldp && !draft_.mistake("no LDP on one end", 2) && !auto_ldp_) lines.push_back("mpls ldp");
      if (draft_.mistake("core interface shut down", 1)) lines.push_back("shutdown");
    }
  }

  void dress_isis(const CoreEnd& end, std::uint32_t cost) {
    Lines& lines = draft_.at(end.device).interface(end.interface);
    lines.push_back("isis enable 1");
    if (p2p_ != draft_.mistake("IS-IS network type differs", 1)) lines.push_back("isis circuit-type p2p");
    if (cost > 0) lines.push_back(fmt::format("isis cost {}", cost * draft_.dice.between(1, 2)));
    if (draft_.mistake("IS-IS silent on a link", 1)) lines.push_back("isis silent");
    if (draft_.chance(3)) lines.push_back("isis circuit-level level-2");
    if (draft_.mistake("IS-IS authentication on one end", 1)) {
      lines.push_back("isis authentication-mode md5 plain Secret-1");
    }
  }

  void dress_ospf(const CoreEnd& end, std::uint32_t area, std::uint32_t cost) {
    DeviceText& it = draft_.at(end.device);
    const std::uint32_t chosen = draft_.mistake("OSPF area differs", 1) ? area + 1 : area;
    const char* const wildcard =
        draft_.mistake("OSPF network longer than the mask", 1) ? "0.0.0.0" : "0.0.0.3";
    enable_ospf(end.device, end.interface, end.address, wildcard, chosen);
    Lines& lines = it.interface(end.interface);
    if (p2p_ != draft_.mistake("OSPF network type differs", 1)) lines.push_back("ospf network-type p2p");
    if (cost > 0) lines.push_back(fmt::format("ospf cost {}", cost * draft_.dice.between(1, 2)));
    if (draft_.mistake("OSPF silent on a link", 1)) it.ospf.push_back("silent-interface " + end.interface);
    if (draft_.mistake("OSPF hello differs", 1)) {
      lines.push_back(fmt::format("ospf timer hello {}", draft_.dice.between(5, 20)));
    }
    if (draft_.mistake("OSPF authentication on one end", 1)) {
      lines.push_back("ospf authentication-mode md5 1 plain Secret-1");
    }
    if (draft_.chance(10)) lines.push_back("ospf mtu-enable");
    if (draft_.mistake("core MTU differs", 1)) lines.push_back("mtu 1400");
  }

  void finish(std::size_t d) {
    DeviceText& it = draft_.at(d);
    if (draft_.te && !draft_.mistake("no TE on a device", 2)) it.mpls = {"mpls te", "mpls rsvp-te"};
    if (draft_.segment_routing && draft_.chance(90)) it.head.push_back("segment-routing\n#");
    if (draft_.mistake("no LDP on a device", 1)) it.ldp = false;
    if (draft_.mistake("lsp-trigger none", 1)) it.mpls.push_back("lsp-trigger none");
    for (auto& [area, lines] : it.areas) {
      const bool stub = area != 0 && stub_ && !draft_.mistake("stub area on one device", 3);
      if (stub) lines.push_back("stub");
    }
  }

  Draft& draft_;
  std::size_t count_;
  Igp igp_ = Igp::Ospf;
  std::vector<std::uint32_t> area_;
  std::vector<bool> by_network_;
  std::vector<std::size_t> level_;
  std::vector<std::size_t> isis_area_;
  bool stub_ = false;
  bool p2p_ = true;
  bool auto_ldp_ = false;
};

// Two sessions that face each other, from loopback to loopback; the name is that of both.
std::string loopback_bfd(Draft& draft, std::size_t a, std::size_t b) {
  const std::uint32_t number = draft.new_number();
  const std::string name = fmt::format("far{}", number);
  const std::uint32_t other = draft.new_number();
  const auto add = [&](std::size_t here, std::size_t there, std::uint32_t local, std::uint32_t remote) {
    draft.at(here).bfd = true;
    draft.at(here).tail.push_back(fmt::format(
        "bfd {} bind peer-ip {} source-ip {}\n discriminator local {}\n discriminator remote {}\n#", name,
        draft.id(there), draft.id(here), local, remote));
  };
  add(a, b, number, other);
  add(b, a, other, number);
  return name;
}

}  // namespace

void build_core(Draft& draft) {
  Core(draft).run();
}

void disturb_core(Draft& draft) {
  if (!draft.chance(20)) return;
  const CoreLink link = draft.dice.pick(draft.links);
  const bool forward = draft.chance(50);
  const CoreEnd& near = forward ? link.a : link.b;
  const CoreEnd& far = forward ? link.b : link.a;
  std::vector<std::size_t> targets;
  for (std::size_t d = 0; d < draft.devices.size(); ++d) {
    if (d != near.device && !draft.id(d).empty()) targets.push_back(d);
  }
  const std::size_t to = draft.dice.pick(targets);
  std::string line = fmt::format("ip route-static {} 255.255.255.255 {}", draft.id(to), far.address);
  if (draft.chance(60)) line += fmt::format(" preference {}", draft.dice.pick(std::vector{5, 5, 12, 60}));
  if (draft.chance(60)) line += " track bfd-session " + loopback_bfd(draft, near.device, to);
  draft.at(near.device).tail.push_back(line + "\n#");
  draft.mistakes.push_back("static route to a loopback");
}

}  // namespace holdfast::cross_check
