#pragma once

// E-Trunk: a link aggregation over two devices. Eth-Trunk and LACP settings stand with the interfaces.

#include <cstdint>
#include <string>
#include <vector>

#include "model/address.h"
#include "model/fact.h"
#include "model/secret.h"

namespace holdfast {

enum class TrunkMode : std::uint8_t { Manual, ManualBackup, LacpStatic, LacpDynamic };
enum class EtrunkMemberMode : std::uint8_t { Auto, ForceMaster, ForceBackup };
// What decides which side is master, before priority and system ID do.
enum class EtrunkSelection : std::uint8_t { Priority, LinkNumber, Bandwidth };

// Settings of an Eth-Trunk interface.
struct TrunkSettings {
  Fact<TrunkMode> mode;
  Fact<std::uint32_t> least_active;  // links
  Fact<std::uint32_t> max_active;    // links
  Fact<bool> lacp_preempt;
  Fact<std::uint32_t> lacp_preempt_delay;  // seconds
  MaybeFact<std::uint32_t> lacp_timeout;   // seconds: 3 fast, 90 slow, or user-defined
  MaybeFact<Mac> etrunk_system_id;         // interface settings win over the device's
  MaybeFact<std::uint32_t> etrunk_priority;
  MaybeFact<std::uint32_t> etrunk;        // id of the E-Trunk that it is a member of
  MaybeFact<std::uint32_t> remote_trunk;  // `remote-eth-trunk`: id of the counterpart on the peer
  Fact<EtrunkMemberMode> etrunk_mode;
  MaybeFact<std::string> tracked_vrrp_interface;  // `lacp track vrrp vrid V interface I`
  MaybeFact<std::uint32_t> tracked_vrrp_vrid;
  MaybeFact<std::uint32_t> iccp_group;  // mLACP, the standard's way of E-Trunk: `mlacp iccp-group N`
};

// `e-trunk N`; several blocks of one id are one E-Trunk.
struct Etrunk {
  std::uint32_t id = 0;
  Span where;
  Fact<std::uint32_t> priority;  // 1–254, the smaller wins
  MaybeFact<IpAddress> peer_address;
  MaybeFact<IpAddress> source_address;
  MaybeFact<std::string> vpn_instance;
  MaybeFact<Secret> key;  // absent: the documented default key
  MaybeFact<std::string> authentication_mode;
  Fact<std::uint32_t> hello;  // × 100 ms
  Fact<std::uint32_t> hold_multiplier;
  Fact<std::uint32_t> revert_delay;  // seconds
  Fact<bool> revert_enabled;
  Fact<bool> sequence;
  MaybeFact<std::string> bfd_session;  // `e-trunk track bfd-session session-name NAME`
  Fact<bool> dynamic_bfd;              // `e-trunk bfd enable`
  Fact<EtrunkSelection> selection;
  Fact<std::uint32_t> udp_port;  // the device's for the address family of the peer
  MaybeFact<std::string> description;
  std::vector<Span> unread;
};

}  // namespace holdfast
