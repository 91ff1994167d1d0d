#include "model/failure.h"

namespace holdfast {

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::Delivered:
      return "delivered";
    case Outcome::LostUnavoidable:
      return "lost-unavoidable";
    case Outcome::Unknown:
      return "unknown";
    case Outcome::LostAvoidable:
      return "lost-avoidable";
    case Outcome::Flapping:
      return "flapping";
    case Outcome::DualActive:
      return "dual-active";
  }
  return "";
}

}  // namespace holdfast
