#include "app/report/gitlab.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

TEST(Gitlab, AnEntryForEachFinding) {
  expect_fixture(render_gitlab(pw_group().result(), plain_options()), "pw_group.gitlab.json");
}

TEST(Gitlab, NothingFoundIsAnEmptyArray) {
  EXPECT_EQ(render_gitlab(Example().result(), plain_options()), "[]\n");
}

TEST(Gitlab, EveryEntryHasAPlaceInTheProject) {
  Example example;
  const DeviceId a = example.device("A", "/net/lab/a.cfg", "e-trunk 1\n");
  example.finding(kEt008, "m", {{a, {}, ""}});
  example.finding(kEt008, "m \xFF", {{}});
  const auto entries = nlohmann::json::parse(render_gitlab(example.result(), plain_options()));
  EXPECT_EQ(entries[0]["location"]["path"], "lab/a.cfg");
  EXPECT_EQ(entries[0]["location"]["lines"]["begin"], 1);
  EXPECT_EQ(entries[1]["location"]["path"], "lab/a.cfg");
  EXPECT_EQ(entries[1]["description"], "ET008: m \xEF\xBF\xBD");
}

}  // namespace
}  // namespace holdfast::report
