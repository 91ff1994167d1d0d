#include "importers/vrp/print/words.h"

#include <limits>

#include "model/words.h"

namespace holdfast::vrp {

std::string_view pw_word(VcType type) {
  if (type == VcType::Raw) return "raw";
  if (type == VcType::Tagged) return "tagged";
  return encapsulation_word(type);
}

// The command's own words, but for two that people say otherwise.
std::string_view encapsulation_word(VcType type) {
  if (type == VcType::Raw) return "ethernet";
  if (type == VcType::Tagged) return "vlan";
  return to_string(type);
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
