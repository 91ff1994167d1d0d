// The intent of a generated network is one that the planner takes.

#include <gtest/gtest.h>

#include "bench/generator/intent_text.h"
#include "importers/topology/intent_file.h"
#include "solver/planning/plan.h"

namespace holdfast::generator {
namespace {

TEST(GeneratedIntent, CanBePlanned) {
  Options options;
  options.devices = 40;
  options.services = 60;
  const std::string text = intent_text(make_plan(options)).str();
  const topology::IntentFile file = topology::read_intent_file(text, FileId{0});
  ASSERT_TRUE(file.problems.empty()) << file.problems[0].line << ": " << file.problems[0].message;
  const planning::Plan plan = planning::make_plan(file.intent, {});
  EXPECT_TRUE(plan.conflicts.empty()) << plan.conflicts[0].text;
  EXPECT_EQ(plan.services.size(), 60U);
}

}  // namespace
}  // namespace holdfast::generator
