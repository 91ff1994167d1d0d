#include "importers/vrp/print/words.h"

#include <limits>

namespace holdfast::vrp {

std::string_view pw_word(VcType type) {
  if (type == VcType::Raw) return "raw";
  if (type == VcType::Tagged) return "tagged";
  return encapsulation_word(type);
}

std::string_view encapsulation_word(VcType type) {
  switch (type) {
    case VcType::Raw:
      return "ethernet";
    case VcType::Tagged:
      return "vlan";
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
  return {};
}

std::string_view flow_label_word(FlowLabel label) {
  if (label == FlowLabel::Send) return "send";
  return label == FlowLabel::Receive ? "receive" : "both";
}

std::string_view level_word(IsisLevel level) {
  if (level == IsisLevel::Level1) return "level-1";
  return level == IsisLevel::Level2 ? "level-2" : "level-1-2";
}

std::string reroute_words(const Reroute& reroute) {
  if (reroute.policy == ReroutePolicy::Never) return "never";
  std::string words = "immediately";
  if (reroute.policy == ReroutePolicy::Delay) words = fmt::format("delay {}", reroute.delay);
  if (reroute.resume != Reroute{}.resume) words += fmt::format(" resume {}", reroute.resume);
  return words;
}

std::string mask(std::uint8_t length) {
  constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();
  constexpr unsigned kBits = 32;
  return to_string(Ipv4{length == 0 ? 0 : kAll << (kBits - length)});
}

std::string wildcard(std::uint8_t length) {
  constexpr std::uint32_t kAll = std::numeric_limits<std::uint32_t>::max();
  constexpr unsigned kBits = 32;
  return to_string(Ipv4{length == kBits ? 0 : kAll >> length});
}

std::string authentication_words(const Writer& writer, const MaybeFact<std::string>& mode,
                                 const MaybeFact<std::uint32_t>& key_id, const MaybeFact<Secret>& key) {
  if (!mode) return {};
  std::string words = **mode;
  if (key_id) words += fmt::format(" {}", **key_id);
  if (key) {
    words += (*key)->form == SecretForm::Clear ? " plain " : " cipher ";
    words += writer.key(*key);
  }
  return words;
}

}  // namespace holdfast::vrp
