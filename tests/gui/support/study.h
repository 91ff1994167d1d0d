#pragma once

// Samples as the desktop opens them.

#include <memory>
#include <string>

#include "app/session/study.h"
#include "tests/support/sample.h"

namespace holdfast::gui::test {

inline std::shared_ptr<const session::Study> study_of(const std::string& name) {
  return std::make_shared<const session::Study>(holdfast::test::sample(name));
}

// The failure that the README of hvpls-track-hub-pw tells.
inline FailureSet hub_links(const session::Study& study) {
  return {study.element_named("link:NPE1:GigabitEthernet1/0/0--SPE1:GigabitEthernet2/0/0"),
          study.element_named("link:NPE2:GigabitEthernet1/0/0--SPE1:GigabitEthernet3/0/0")};
}

}  // namespace holdfast::gui::test
