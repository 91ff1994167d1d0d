#pragma once

// How rules speak of virtual switch instances, and the commands that change them.

#include <string>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/finding.h"

namespace holdfast::rules {

// "VSI v1 of PE1".
std::string vsi_phrase(const pairing::Pairing& net, pairing::VsiRef vsi);

// The name of the device that an end has as its peer, or the peer's address where that is unseen.
std::string far_name(const pairing::Pairing& net, const pairing::PwEnd& end);

// What decides a question about an unseen peer: "the configuration of 9.9.9.9".
std::string configuration_of(const pairing::PwEnd& end);

// "peer 2.2.2.2" or "peer 2.2.2.2 negotiation-vc-id 7": how the commands of a VSI name one of its PWs.
std::string peer_command(const VsiPeer& peer);
// The line that makes the peer once more, as a spoke.
std::string as_spoke(const pairing::Pairing& net, const pairing::PwEnd& end);
std::string peer_command(const ProtectMember& member);

// The command that opens the view of a VSI's PW; a name is made up where the PW has none yet. `peer` is one
// of the VSI's own.
std::string pw_view_command(const Vsi& vsi, const VsiPeer& peer);

// Commands in the VSI-LDP view, or in a view that `inner` opens there.
DeviceCommands in_vsi_ldp(const pairing::Pairing& net, pairing::VsiRef vsi,
                          const std::vector<std::string>& lines);
DeviceCommands in_vsi_ldp(const pairing::Pairing& net, pairing::VsiRef vsi, const std::string& inner,
                          const std::vector<std::string>& lines);

// Whether the PW is one of the hub: neither `upe` nor counted as an AC.
bool is_hub(const VsiPeer& peer);

}  // namespace holdfast::rules
