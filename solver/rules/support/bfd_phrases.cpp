#include "solver/rules/support/bfd_phrases.h"

#include <fmt/format.h>

#include "solver/rules/support/phrases.h"

namespace holdfast::rules {

std::string bfd_phrase(const pairing::Pairing& net, pairing::BfdRef session) {
  return fmt::format("BFD session {} of {}", net[session].name, name_of(net, session.device));
}

bool has_static_discriminators(const BfdSession& session) {
  return !*session.automatic && !*session.one_arm_echo;
}

pairing::BfdRef later_half(const pairing::Pairing& net, pairing::BfdRef session) {
  const pairing::BfdRef other = net.bfd().peer(session).counterpart;
  return other.valid() && session < other ? other : pairing::BfdRef{};
}

}  // namespace holdfast::rules
