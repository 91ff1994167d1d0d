#pragma once

// The sections of a configuration, each the text of one subject on one device.

#include <cstddef>
#include <cstdint>
#include <string>

#include "bench/generator/plan.h"
#include "bench/generator/text.h"

namespace holdfast::generator {

// Transport: LSR ID, MPLS, LDP and its targeted peers, the tunnel policy.
Text mpls_section(const Plan& plan, std::size_t device);
// Loopback and the interfaces between devices.
Text link_section(const Plan& plan, std::size_t device);
// OSPF and IS-IS processes.
Text igp_section(const Plan& plan, std::size_t device);

// Services: VSIs, before the interfaces.
Text vsi_section(const Plan& plan, std::size_t device);
// Services: access ports and their sub-interfaces with PWs or VSI bindings.
Text access_section(const Plan& plan, std::size_t device);
// E-Trunk with its BFD session; empty where no service needs it.
Text lacp_section(const Plan& plan, std::size_t device);
Text etrunk_section(const Plan& plan, std::size_t device);

// What every device carries and no redundancy depends on.
Text header_section(const Plan& plan, std::size_t device);
Text management_section(const Plan& plan, std::size_t device);
// Filters and shapers of `lines` lines at least, and the spare ports that they are applied to.
Text filter_section(const Plan& plan, std::size_t device, std::size_t lines);

// The whole configuration.
Text device_text(const Plan& plan, std::size_t device);

// The name of the policy that mpls_section defines.
inline constexpr const char* kTunnelPolicy = "lsp-only";

}  // namespace holdfast::generator
