#pragma once

// A random network in the making: its devices, the links between them, and what was done wrong on purpose.

#include <cstdint>
#include <string>
#include <vector>

#include "model/network.h"
#include "tests/cross_check/device_text.h"
#include "tests/cross_check/dice.h"

namespace holdfast::cross_check {

// One end of a core link.
struct CoreEnd {
  std::size_t device = 0;
  std::string port;       // physical
  std::string interface;  // where the address stands: the port, a sub-interface, an Eth-Trunk, a Vlanif
  std::string address;
};

struct CoreLink {
  CoreEnd a;
  CoreEnd b;
};

// An attachment circuit of one device.
struct Ac {
  std::size_t device = 0;
  std::string interface;
};

class Draft {
 public:
  explicit Draft(std::uint64_t seed) : dice(seed), carelessness_(25 * dice.between(0, 4)) {}

  Dice dice;
  std::vector<DeviceText> devices;
  std::vector<CoreLink> links;
  std::vector<StatedLink> stated;
  std::vector<StatedGroup> groups;
  std::vector<std::string> mistakes;
  bool te = false;
  bool segment_routing = false;
  std::size_t access_devices = 0;  // the first ones, which may be in an IGP of their own

  DeviceText& at(std::size_t device) { return devices[device]; }
  const std::string& id(std::size_t device) const { return devices[device].lsr_id; }

  std::size_t add_provider(const std::string& name);
  std::size_t add_customer(const std::string& name);
  // Whether there is room for a customer's device, and the dice say so.
  bool wants_customer();

  // Something wrong, rarely: notes it and says that it is to be done.
  bool mistake(const std::string& what, std::size_t percent = 4);
  bool chance(std::size_t percent) { return dice.chance(percent); }

  std::string new_port();
  std::uint32_t new_number() { return ++number_; }  // VC IDs, VLANs, discriminators and so on
  void connect(std::size_t a, std::size_t b);
  void state_link(std::size_t a, const std::string& a_port, std::size_t b, const std::string& b_port);
  // An access port with a sub-interface, with or without the customer's device in sight.
  Ac single_ac(std::size_t device, std::uint32_t vlan);

 private:
  std::size_t carelessness_;  // percent: how likely mistakes are in this network
  std::uint32_t number_ = 100;
  std::uint32_t subnet_ = 0;
  std::uint32_t port_ = 0;
  std::size_t customers_ = 0;
};

// Devices joined at random, with an IGP and MPLS.
void build_core(Draft& draft);
// Static routes, shut interfaces and other accidents, once the services are there.
void disturb_core(Draft& draft);
// The name of the tunnel policy for PWs between two devices; empty: none is named.
std::string tunnel_policy(Draft& draft, std::size_t from, std::size_t to);

// ` mpls l2vc …`-style services and others; each uses the devices given.
struct Template {
  std::vector<std::string> roles;
  std::size_t access = 0;  // how many of the first roles are access devices
  void (*build)(Draft& draft, const std::vector<std::size_t>& devices) = nullptr;
};
std::vector<Template> vpws_templates();
std::vector<Template> vpls_templates();
std::vector<Template> l3vpn_templates();

// How two devices settle which of their ACs serves a dual-homed customer.
struct DualHomed {
  Ac a;
  Ac b;
  Lines a_binding;  // lines of the AC that bind its PWs to the arbiter
  Lines b_binding;
};
DualHomed dual_homed(Draft& draft, std::size_t a, std::size_t b, bool pws);

// What a PW's line says behind the VC ID.
struct PwOptions {
  std::uint32_t vc_id = 0;
  bool control_word = false;
  std::string type;  // "raw", "tagged" or nothing
};
// A targeted LDP session, so that PWs can be signalled.
void target(Draft& draft, std::size_t a, std::size_t b);

}  // namespace holdfast::cross_check
