#include "solver/planning/demands.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>

namespace holdfast::planning {
namespace {

using intent::End;
using intent::Homing;
using intent::Role;
using intent::ServiceKind;

using Feet = std::vector<Attachment>;

Feet feet_of(const Topology& topology, const End& end) {
  Feet feet = attachments(topology, end);
  std::ranges::sort(feet);
  return feet;
}

Feet feet_at(const std::vector<std::size_t>& devices) {
  Feet feet;
  for (const std::size_t device : devices) feet.push_back({device, std::nullopt});
  return feet;
}

std::size_t devices_among(const Feet& feet) {
  std::set<std::size_t> devices;
  for (const Attachment& foot : feet) devices.insert(foot.pe);
  return devices.size();
}

std::string end_name(const intent::Intent& intent, const End& end) {
  return end.device ? intent.devices[*end.device].name : end.site;
}

class Asking {
 public:
  Asking(const Topology& topology, std::vector<Conflict>& conflicts)
      : topology_(topology), intent_(topology.intent()), conflicts_(conflicts) {}

  std::vector<Demand> all() {
    for (std::size_t i = 0; i < intent_.services.size(); ++i) ask(i);
    return std::move(demands_);
  }

 private:
  void ask(std::size_t service) {
    const intent::Service& it = intent_.services[service];
    std::vector<Feet> ends;
    for (const End& end : it.ends) {
      ends.push_back(feet_of(topology_, end));
      if (!hangs(it, end, ends.back())) return;
      hear_each_other(service, end, ends.back());
    }
    switch (it.kind) {
      case ServiceKind::Vpws:
        return add(service, ends[0], ends[1]);
      case ServiceKind::Vpls:
        return ask_vpls(service, ends);
      case ServiceKind::Handover:
        return ask_handover(service, ends[0]);
    }
  }

  bool hangs(const intent::Service& service, const End& end, const Feet& feet) {
    const std::size_t count = devices_among(feet);
    const std::size_t wanted = end.homing == Homing::Single ? 1 : 2;
    const std::string name = end_name(intent_, end);
    if (count < wanted) {
      conflicts_.push_back({end.where, fmt::format("{} hangs on {} of {} PEs that service {} wants", name,
                                                   count, wanted, service.name)});
      return false;
    }
    if (wanted == 2 && service.targets.group && feet.front().link) {
      for (const std::size_t group : topology_.link(*feet.front().link).groups) {
        const bool all = std::ranges::all_of(feet, [&](const Attachment& foot) {
          return topology_.fails(*foot.link, {Hazard::Kind::Group, group});
        });
        if (!all) continue;
        conflicts_.push_back(
            {end.where, fmt::format("all links of {} are in group {}, which service {} is to survive", name,
                                    intent_.groups[group], service.name)});
        return false;
      }
    }
    if (end.homing == Homing::Routed && !(end.device && topology_.is_ce(*end.device))) {
      conflicts_.push_back({end.where, fmt::format("{} is no customer's device that could route", name)});
      return false;
    }
    if (end.homing == Homing::Etrunk && intent_.etrunk_key.empty() && !has_etrunk(end, feet)) {
      conflicts_.push_back({end.where, "an E-Trunk needs a key: say `e-trunk-key: …`"});
      return false;
    }
    return true;
  }

  // The customer hangs on an E-Trunk of the existing network: it has its key.
  bool has_etrunk(const End& end, const Feet& feet) const {
    if (feet.size() != 2 || !feet[0].link || !feet[1].link) return false;
    return topology_.homing(*end.device, *feet[0].link, *feet[1].link).homing == Homing::Etrunk;
  }

  // The hellos of an E-Trunk and the bypass PW cross the network: a PE that has lost the other serves on,
  // into nowhere. Of more than two PEs it is not known yet which ones will.
  void hear_each_other(std::size_t service, const End& end, const Feet& feet) {
    const bool arbitrated = end.homing == Homing::Etrunk || end.homing == Homing::Mvrrp;
    if (arbitrated && feet.size() == 2) add(service, feet_at({feet[0].pe}), feet_at({feet[1].pe}));
  }

  void ask_vpls(std::size_t service, const std::vector<Feet>& ends) {
    const intent::Service& it = intent_.services[service];
    std::vector<Feet> hubs;
    bool spoke = false;
    for (const Feet& feet : ends) {
      const bool upe = intent_.devices[feet.front().pe].role == Role::Upe;
      if (!upe) hubs.push_back(feet);
      spoke = spoke || upe;
    }
    std::vector<std::size_t> spes = devices_of_role(intent_, Role::Spe);
    if (spoke && spes.size() < 2) {
      conflicts_.push_back(
          {it.where, fmt::format("service {} has a UPE and needs two devices of role spe", it.name)});
      return;
    }
    if (spoke) {
      for (const Feet& feet : ends) {
        if (intent_.devices[feet.front().pe].role == Role::Upe) add(service, feet, feet_at(spes));
      }
      hubs.push_back(feet_at(spes));
    }
    for (std::size_t i = 0; i < hubs.size(); ++i) {
      for (std::size_t j = i + 1; j < hubs.size(); ++j) add(service, hubs[i], hubs[j]);
    }
  }

  void ask_handover(std::size_t service, const Feet& feet) {
    const intent::Service& it = intent_.services[service];
    const std::vector<std::size_t> aggs = devices_of_role(intent_, Role::Agg);
    const std::vector<std::size_t> rsgs = devices_of_role(intent_, Role::Rsg);
    if (aggs.size() < 2 || rsgs.size() < 2) {
      conflicts_.push_back(
          {it.where, fmt::format("service {} needs two devices of role agg and two of role rsg", it.name)});
      return;
    }
    add(service, feet, feet_at(aggs));
    add(service, feet_at(aggs), feet_at(rsgs));
  }

  void add(std::size_t service, const Feet& from, const Feet& to) {
    const intent::Targets& targets = intent_.services[service].targets;
    Demand demand{service, from, to, targets.node, targets.link, targets.group};
    const auto key = std::tuple(demand.from, demand.to, demand.node, demand.link, demand.group);
    if (seen_.insert(key).second) demands_.push_back(std::move(demand));
  }

  const Topology& topology_;
  const intent::Intent& intent_;
  std::vector<Conflict>& conflicts_;
  std::vector<Demand> demands_;
  std::set<std::tuple<Feet, Feet, bool, bool, bool>> seen_;
};

}  // namespace

std::vector<Attachment> attachments(const Topology& topology, const End& end) {
  std::vector<Attachment> result;
  if (end.device && topology.is_ce(*end.device)) {
    for (const std::size_t link : topology.links_of(*end.device)) {
      const std::size_t pe = topology.other_end(link, *end.device);
      if (!topology.is_ce(pe)) result.push_back({pe, link});
    }
  } else if (end.device) {
    result.push_back({*end.device, std::nullopt});
  } else {
    const intent::Intent& intent = topology.intent();
    for (std::size_t i = 0; i < intent.devices.size(); ++i) {
      const intent::Device& device = intent.devices[i];
      const bool serves = device.role != Role::P && device.role != Role::Ce;
      if (serves && device.site == end.site) result.push_back({i, std::nullopt});
    }
  }
  return result;
}

std::vector<std::size_t> devices_of_role(const intent::Intent& intent, Role role) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < intent.devices.size(); ++i) {
    if (intent.devices[i].role == role) result.push_back(i);
  }
  return result;
}

std::vector<Demand> demands_of(const Topology& topology, std::vector<Conflict>& conflicts) {
  return Asking(topology, conflicts).all();
}

}  // namespace holdfast::planning
