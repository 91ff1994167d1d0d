#include "importers/vrp/commands/l2vpn_words.h"

#include <array>
#include <charconv>
#include <utility>

namespace holdfast::vrp {

MaybeFact<VcType> vc_type(const Context& context, const Match& match) {
  constexpr auto kWords = std::to_array<std::pair<std::string_view, VcType>>({
      {"raw", VcType::Raw},
      {"ethernet", VcType::Raw},
      {"tagged", VcType::Tagged},
      {"vlan", VcType::Tagged},
      {"ip-interworking", VcType::IpInterworking},
      {"ip-layer2", VcType::IpLayer2},
      {"ppp", VcType::Ppp},
      {"hdlc", VcType::Hdlc},
      {"fr", VcType::FrameRelay},
      {"atm-nto1-vcc", VcType::AtmNto1Vcc},
      {"atm-nto1-vpc", VcType::AtmNto1Vpc},
      {"atm-1to1-vcc", VcType::Atm1to1Vcc},
      {"atm-1to1-vpc", VcType::Atm1to1Vpc},
      {"atm-aal5-pdu", VcType::AtmAal5Pdu},
      {"atm-aal5-sdu", VcType::AtmAal5Sdu},
      {"atm-trans-cell", VcType::AtmTransCell},
      {"satop-e1", VcType::SatopE1},
      {"satop-t1", VcType::SatopT1},
      {"satop-e3", VcType::SatopE3},
      {"satop-t3", VcType::SatopT3},
      {"cesopsn-basic", VcType::CesopsnBasic},
      {"cep", VcType::Cep},
  });
  for (const auto& [word, type] : kWords) {
    if (const Capture* found = match.find_word(word)) return context.fact(type, match, *found);
  }
  return std::nullopt;
}

MaybeFact<bool> control_word(const Context& context, const Match& match) {
  if (const Capture* word = match.find_word("control-word")) return context.fact(true, match, *word);
  if (const Capture* word = match.find_word("no-control-word")) return context.fact(false, match, *word);
  return std::nullopt;
}

MaybeFact<FlowLabel> flow_label(const Context& context, const Match& match) {
  if (const Capture* word = match.find_word("both")) return context.fact(FlowLabel::Both, match, *word);
  if (const Capture* word = match.find_word("send")) return context.fact(FlowLabel::Send, match, *word);
  if (const Capture* word = match.find_word("receive")) return context.fact(FlowLabel::Receive, match, *word);
  return std::nullopt;
}

Reroute reroute(const Context& context, const Match& match) {
  Reroute result;
  if (match.has("immediately")) result.policy = ReroutePolicy::Immediately;
  if (match.has("never")) result.policy = ReroutePolicy::Never;
  if (const auto delay = context.number(match, "delay")) result.delay = **delay;
  if (const auto resume = context.number(match, "resume")) result.resume = **resume;
  return result;
}

MaybeFact<std::uint32_t> hex_number(const Context& context, const Match& match, std::string_view parameter) {
  const Capture* capture = match.find(parameter);
  if (capture == nullptr) return std::nullopt;
  std::string_view text = match.text(*capture);
  if (text.starts_with("0x") || text.starts_with("0X")) text.remove_prefix(2);
  std::uint32_t value = 0;
  constexpr int kBase = 16;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, kBase);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return context.fact(value, match, *capture);
}

}  // namespace holdfast::vrp
