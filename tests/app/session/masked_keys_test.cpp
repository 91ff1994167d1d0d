// What an archive has masked cannot be compared.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/session/check.h"
#include "app/session/load.h"

namespace holdfast::session {
namespace {

TEST(MaskedKeys, LeaveTheComparisonOpen) {
  LoadOptions load;
  for (const char* name : {"oxidized-DH1.cfg", "rancid-DH2.cfg"}) {
    load.paths.push_back(std::string(HOLDFAST_SOURCE_DIR "/tests/importers/vrp/captures/") + name);
  }
  CheckOptions options;
  options.select = {"ET004"};
  const CheckResult masked = check(session::load(load), options);
  EXPECT_THAT(masked.findings, testing::IsEmpty());
  EXPECT_THAT(masked.unknowns, testing::SizeIs(1));
  EXPECT_EQ(masked.summary.unknown, 1U);
}

}  // namespace
}  // namespace holdfast::session
