// Every sample, right and broken, printed and read again is the same network, field by field, places aside.

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <tuple>
#include <vector>

#include "importers/vrp/print/print.h"
#include "tests/samples/edited_sample.h"
#include "tests/support/model_text.h"
#include "tests/support/sample.h"

namespace holdfast {
namespace {

// The key as the file that was read has it.
std::string key_in(const SourceSet& sources, const Span& where) {
  return std::string(sources.line(where.file, where.line).substr(where.column - 1U, where.length));
}

// What there is to compare: not how much of a text was understood, nor in which order its lines name things.
std::string compared(Device device) {
  // A line that is held in part may name what the model knows nothing else of.
  if (device.reading.coverage.partial > 0) device.names.clear();
  device.reading = {};
  device.first_line = device.last_line = 0;
  device.file = FileId::None;
  std::ranges::sort(device.names, {},
                    [](const NameUse& use) { return std::tuple(use.kind, use.definition, use.name); });
  test::ModelText text(false);
  test::walk_model(device, text);
  return text.take();
}

void expect_round_trip(const session::Snapshot& snapshot) {
  const vrp::VrpImporter importer;
  for (const Device& device : snapshot.network.devices) {
    const std::string text = vrp::print_device(
        device, [&](const Fact<Secret>& key) { return key_in(snapshot.network.sources, key.where); });
    const std::vector<Device> again = importer.import(FileId{0}, text, {});
    ASSERT_EQ(again.size(), 1U) << text;
    EXPECT_EQ(again[0].reading.coverage.unrecognised, 0U) << text;
    Device back = again[0];
    back.reading.coverage.partial = device.reading.coverage.partial;
    EXPECT_EQ(compared(std::move(back)), compared(device)) << text;
  }
}

class RoundTrip : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(RoundTrip, OfASampleIsTheIdentity) {
  session::LoadOptions options;
  options.paths = {GetParam().string()};
  const auto snapshot = session::load(options);
  ASSERT_FALSE(snapshot->network.devices.empty());
  expect_round_trip(*snapshot);
}

INSTANTIATE_TEST_SUITE_P(Samples, RoundTrip, testing::ValuesIn(sample_folders()), sample_name);

// The examples of the rules say more kinds of things than the samples do.
TEST(RoundTripOfRules, IsTheIdentity) {
  const auto folder = std::filesystem::path(HOLDFAST_SOURCE_DIR) / "tests" / "rules";
  std::size_t devices = 0;
  for (const auto& rule : std::filesystem::directory_iterator(folder)) {
    if (!rule.is_directory()) continue;
    for (const auto& example : std::filesystem::directory_iterator(rule)) {
      SCOPED_TRACE(example.path().string());
      session::LoadOptions options;
      options.paths = {example.path().string()};
      const auto snapshot = session::load(options);
      expect_round_trip(*snapshot);
      devices += snapshot->network.devices.size();
    }
  }
  EXPECT_GT(devices, 0U);
}

}  // namespace
}  // namespace holdfast
