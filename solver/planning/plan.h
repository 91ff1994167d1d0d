#pragma once

// A planned network as values: what serves whom, over which ways, with which identifiers. `make_plan`
// decides; `build_devices` (build/build.h) says it as devices.
//
// The order of what is decided: the cheapest candidate links that let every service meet its targets; for
// each service the devices that serve its ends and the ways of its PWs; identifiers from the pools. What is
// decided earlier counts for what comes later (load), so that the same intent gives the same plan.

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/intent.h"
#include "solver/graph/routes.h"

namespace holdfast::planning {

// A line of the intent and what it wants, of those that cannot be met together.
struct Conflict {
  Span where;
  std::string text;
};

// Where an end of a service hangs.
struct PlannedEnd {
  std::optional<std::size_t> ce;  // the customer's device, when the intent has it
  intent::Homing homing = intent::Homing::Single;
  std::vector<std::size_t> pes;    // one, or the primary's and the secondary's
  std::vector<std::size_t> links;  // to the customer's device, one for each PE; none without one
};

// A PW between two devices; `route` goes from `a` to `b`.
struct PlannedPw {
  std::size_t a = 0;
  std::size_t b = 0;
  std::uint32_t vc_id = 0;
  graph::Route route;
  bool explicit_path = false;           // a TE tunnel along `route`; else as the IGP leads
  std::optional<graph::Route> standby;  // of the tunnel: a way apart from `route`
};

struct PlannedService {
  std::size_t service = 0;  // in Intent::services
  std::vector<PlannedEnd> ends;
  // Of a VPWS and a hand-over: from the single end, to the primary and to the secondary. Of a VPWS with both
  // ends on two PEs: from the primary of the first end to both of the other, then from the secondary.
  std::vector<PlannedPw> pws;
  // Between the PEs of an end: one; or two for each end, of which the first is sent on in place of the AC by
  // the primary, the second by the secondary. Empty: none.
  std::vector<std::uint32_t> bypass_vc_ids;
  // Of a VPLS: the SPEs that spokes hang on, and which PEs mesh with them.
  std::vector<std::size_t> spes;
  std::vector<std::size_t> hubs;
  std::uint32_t vsi_id = 0;
  std::uint32_t vlan = 0;
  std::vector<std::string> reasons;
};

struct Plan {
  std::vector<intent::Link> links;   // of the intent, then the chosen candidates
  std::vector<std::size_t> chosen;   // in Intent::candidates
  std::uint64_t price = 0;           // of these
  std::uint64_t price_at_least = 0;  // no choice that meets the targets costs less; equal to `price`: proven
  std::vector<PlannedService> services;
  std::vector<std::size_t> rsgs;    // devices that originate prefixes
  std::vector<Ipv4> loopbacks;      // by device
  std::vector<Ipv4> link_nets;      // by link: the first address of its /30
  std::vector<Ipv4> customer_nets;  // by service: the first address of its /24
  std::vector<Conflict> conflicts;  // with any of them there is no plan
};

struct Existing;

struct PlanOptions {
  std::function<void(const char* stage, std::size_t done, std::size_t total)> progress;  // may be empty
  const std::atomic<bool>* stop = nullptr;  // may be null; then the best choice so far is taken
};

Plan make_plan(const intent::Intent& intent, const Existing& existing, const PlanOptions& options);
// Of a network that is all new.
Plan make_plan(const intent::Intent& intent, const PlanOptions& options);

// The same as text: "PE1", "PE1–P1".
std::string link_name(const intent::Intent& intent, const intent::Link& link);

}  // namespace holdfast::planning
