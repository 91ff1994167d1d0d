#include "model/words.h"

namespace holdfast {

std::string_view to_string(PwRole role) {
  switch (role) {
    case PwRole::Primary:
      return "primary";
    case PwRole::Secondary:
      return "secondary";
    case PwRole::Bypass:
      return "bypass";
    case PwRole::DualBypass:
      return "dual bypass";
    case PwRole::Admin:
      return "admin";
  }
  return "";
}

std::string_view to_string(VcType type) {
  switch (type) {
    case VcType::Raw:
      return "raw (Ethernet)";
    case VcType::Tagged:
      return "tagged (VLAN)";
    case VcType::IpInterworking:
      return "ip-interworking";
    case VcType::IpLayer2:
      return "ip-layer2";
    case VcType::Ppp:
      return "ppp";
    case VcType::Hdlc:
      return "hdlc";
    case VcType::FrameRelay:
      return "fr";
    case VcType::AtmNto1Vcc:
      return "atm-nto1-vcc";
    case VcType::AtmNto1Vpc:
      return "atm-nto1-vpc";
    case VcType::Atm1to1Vcc:
      return "atm-1to1-vcc";
    case VcType::Atm1to1Vpc:
      return "atm-1to1-vpc";
    case VcType::AtmAal5Pdu:
      return "atm-aal5-pdu";
    case VcType::AtmAal5Sdu:
      return "atm-aal5-sdu";
    case VcType::AtmTransCell:
      return "atm-trans-cell";
    case VcType::SatopE1:
      return "satop-e1";
    case VcType::SatopT1:
      return "satop-t1";
    case VcType::SatopE3:
      return "satop-e3";
    case VcType::SatopT3:
      return "satop-t3";
    case VcType::CesopsnBasic:
      return "cesopsn-basic";
    case VcType::Cep:
      return "cep";
  }
  return "";
}

std::string_view to_string(FlowLabel label) {
  switch (label) {
    case FlowLabel::None:
      return "none";
    case FlowLabel::Both:
      return "both";
    case FlowLabel::Send:
      return "send";
    case FlowLabel::Receive:
      return "receive";
  }
  return "";
}

std::string_view to_string(RedundancyMode mode) {
  switch (mode) {
    case RedundancyMode::Frr:
      return "FRR";
    case RedundancyMode::Master:
      return "master";
    case RedundancyMode::Independent:
      return "independent";
  }
  return "";
}

std::string_view to_string(ReroutePolicy policy) {
  switch (policy) {
    case ReroutePolicy::Delay:
      return "delay";
    case ReroutePolicy::Immediately:
      return "immediately";
    case ReroutePolicy::Never:
      return "never";
  }
  return "";
}

std::string_view to_string(ProtectMode mode) {
  return mode == ProtectMode::Master ? "master" : "independent";
}

std::string_view to_string(TrunkMode mode) {
  switch (mode) {
    case TrunkMode::Manual:
      return "manual load-balance";
    case TrunkMode::ManualBackup:
      return "manual backup";
    case TrunkMode::LacpStatic:
      return "lacp-static";
    case TrunkMode::LacpDynamic:
      return "lacp-dynamic";
  }
  return "";
}

std::string_view to_string(EtrunkMemberMode mode) {
  switch (mode) {
    case EtrunkMemberMode::Auto:
      return "auto";
    case EtrunkMemberMode::ForceMaster:
      return "force-master";
    case EtrunkMemberMode::ForceBackup:
      return "force-backup";
  }
  return "";
}

std::string_view to_string(TunnelProtocol protocol) {
  switch (protocol) {
    case TunnelProtocol::None:
      return "none";
    case TunnelProtocol::MplsTe:
      return "mpls te";
    case TunnelProtocol::Gre:
      return "gre";
    case TunnelProtocol::Other:
      return "other";
  }
  return "";
}

std::string_view to_string(LinkProtocol protocol) {
  switch (protocol) {
    case LinkProtocol::Ethernet:
      return "ethernet";
    case LinkProtocol::Ppp:
      return "ppp";
    case LinkProtocol::Hdlc:
      return "hdlc";
    case LinkProtocol::FrameRelay:
      return "fr";
    case LinkProtocol::Atm:
      return "atm";
    case LinkProtocol::Tdm:
      return "tdm";
  }
  return "";
}

std::string_view to_string(IsisLevel level) {
  switch (level) {
    case IsisLevel::Level1:
      return "level-1";
    case IsisLevel::Level2:
      return "level-2";
    case IsisLevel::Level12:
      return "level-1-2";
  }
  return "";
}

std::string_view to_string(AddressFamily family) {
  switch (family) {
    case AddressFamily::Ipv4:
      return "IPv4";
    case AddressFamily::Ipv6:
      return "IPv6";
    case AddressFamily::Vpnv4:
      return "VPNv4";
    case AddressFamily::Vpnv6:
      return "VPNv6";
    case AddressFamily::L2vpn:
      return "L2VPN";
    case AddressFamily::Evpn:
      return "EVPN";
    case AddressFamily::Other:
      return "other";
  }
  return "";
}

std::string_view to_string(LinkSource source) {
  switch (source) {
    case LinkSource::Yaml:
      return "yaml";
    case LinkSource::Lldp:
      return "lldp";
    case LinkSource::Subnet:
      return "subnet";
    case LinkSource::Lacp:
      return "lacp";
  }
  return "";
}

}  // namespace holdfast
