#include "solver/pairing/pw_end.h"

#include <fmt/format.h>

namespace holdfast::pairing {

std::string describe(const PwEnd& end) {
  const std::string to = end.peer != nullptr ? " to " + to_string(**end.peer) : "";
  if (end.vc_id == nullptr) return "PW" + to;
  return fmt::format("PW{} VC ID {}", to, **end.vc_id);
}

std::string_view role_word(const PwEnd& end) {
  if (end.kind == PwEndKind::VsiPeer) return "VSI peer";
  if (end.kind == PwEndKind::Segment) return "switched";
  switch (*end.pw->role) {
    case PwRole::Primary:
      return "primary";
    case PwRole::Secondary:
      return "secondary";
    case PwRole::Bypass:
      return "bypass";
    case PwRole::DualBypass:
      return end.half == PwHalf::PwBypass ? "pw-bypass" : "ac-bypass";
    case PwRole::Admin:
      return "admin";
  }
  return "";
}

}  // namespace holdfast::pairing
