#pragma once

#include "app/gui/models/roles.h"
#include "model/failure.h"
#include "solver/rules/finding.h"

namespace holdfast::gui {

constexpr Badge badge_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::Delivered:
      return Badge::Good;
    case Outcome::LostUnavoidable:
      return Badge::Lost;
    case Outcome::Unknown:
      return Badge::Unknown;
    case Outcome::LostAvoidable:
      return Badge::DeadEnd;
    case Outcome::Flapping:
      return Badge::Flapping;
    case Outcome::DualActive:
      return Badge::DualActive;
  }
  return Badge::None;
}

constexpr Badge badge_of(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::Error:
      return Badge::Error;
    case rules::Severity::Warning:
      return Badge::Warning;
    case rules::Severity::Info:
      return Badge::Info;
  }
  return Badge::None;
}

}  // namespace holdfast::gui
