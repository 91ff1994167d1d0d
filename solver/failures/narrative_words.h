#pragma once

// The words in which failures are told.

#include <string>
#include <vector>

#include "model/failure.h"
#include "solver/pairing/pairing.h"

namespace holdfast::failures {

const std::string& device_words(const pairing::Pairing& net, DeviceId device);

// "PE1 GigabitEthernet0/1/0.10"
std::string port_words(const pairing::Pairing& net, PortRef port);

// The device at the far end of a PW, or its address where that is not in the snapshot.
std::string far_words(const pairing::Pairing& net, const pairing::PwEnd& end);

// "primary PW", "spoke PW", "hub PW", "PW": what the end is to its device.
std::string role_words(const pairing::Pairing& net, const pairing::PwEnd& end);

// "primary PW to PE2"
std::string pw_words(const pairing::Pairing& net, const pairing::PwEnd& end);

// "A", "A and B", "A, B and C"
std::string joined(const std::vector<std::string>& words);

// The devices behind an attachment circuit, as far as links tell; each once.
std::vector<DeviceId> behind(const pairing::Pairing& net, PortRef ac);

// "CE2" where links tell who is behind its ACs, else the ACs; "VPN ran6" of a VPN.
std::string site_words(const pairing::Pairing& net, const Site& site);

// The same for one AC of the site.
std::string ac_words(const pairing::Pairing& net, PortRef ac);

// Who is behind an AC: a device or a VPN; empty when no link tells.
std::string beyond(const pairing::Pairing& net, PortRef ac);

// "VPN ran6": the VPN instance behind an L2VE interface.
std::string vpn_words(const pairing::Pairing& net, PortRef l2ve);

}  // namespace holdfast::failures
