// What a finding says of the values that take part.

#include "solver/rules/judgement.h"

#include <gtest/gtest.h>
#include <string>

#include "tests/support/network.h"

namespace holdfast::rules {
namespace {

class ClaimNotes : public testing::Test {
 protected:
  std::string note(smt::VarId id) const {
    const auto evidence = claim_.evidence({id});
    return evidence.empty() ? std::string() : evidence.front().note;
  }

  Network net_ = test::network_of({"sysname A\nmpls\ninterface GigabitEthernet0/1/0\n shutdown\n"});
  const Device& device_ = net_.devices.front();
  const Interface& interface_ = device_.interfaces.front();
  Claim claim_{net_};
};

TEST_F(ClaimNotes, ValuesAreShownWithTheirOrigin) {
  EXPECT_EQ(note(claim_.fact(DeviceId{0}, "shutdown", interface_.shutdown, block_of(interface_))),
            "shutdown: on");
  EXPECT_EQ(note(claim_.fact(DeviceId{0}, "MPLS there", interface_.mpls, block_of(interface_))),
            "MPLS there: off (default)");
}

TEST_F(ClaimNotes, WhatIsThereIsNamedAndWhatIsNotIsMissing) {
  const Span line = interface_.shutdown.where;
  EXPECT_EQ(note(claim_.present(DeviceId{0}, "secondary PW", true, line, block_of(interface_))),
            "secondary PW");
  EXPECT_EQ(note(claim_.present(DeviceId{0}, "secondary PW", false, {}, block_of(interface_))),
            "secondary PW: missing");
}

}  // namespace
}  // namespace holdfast::rules
