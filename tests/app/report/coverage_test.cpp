#include "app/report/coverage.h"

#include <gtest/gtest.h>

#include "tests/app/report/example.h"

namespace holdfast::report {
namespace {

Example partly_read() {
  Example example;
  example.device("A", "a.cfg", "sysname A\nfoo bar\nfoo bar\n");
  example.device("B", "b.cfg", "sysname B\nfrob simple Hunter2\nfoo bar\nqux\n");
  const auto unread = [](std::uint32_t file, std::uint32_t line, std::string text) {
    return UnreadLine{{FileId{file}, line, 1, 3}, std::move(text), "system", {}};
  };
  auto& devices = example.snapshot().network.devices;
  devices[0].reading.unread = {unread(0, 2, "foo bar"), unread(0, 3, "foo bar")};
  devices[1].reading.unread = {unread(1, 2, "frob simple Hunter2"), unread(1, 3, "foo bar"),
                               unread(1, 4, "qux")};
  example.snapshot().coverage = {.lines = 7, .modelled = 2, .irrelevant = 0, .partial = 0, .unrecognised = 5};
  return example;
}

TEST(CoverageReport, CountsLinesOfOneText) {
  Example example = partly_read();
  EXPECT_EQ(coverage_text(example.snapshot(), plain_options()),
            "7 lines of 2 devices in 2 files\n"
            "  modelled             2   28.5 %\n"
            "  irrelevant           0    0.0 %\n"
            "  partial              0    0.0 %\n"
            "  unrecognised         5   71.4 %\n"
            "\n"
            "unrecognised, with the number of times and the first place\n"
            "      3  a.cfg:2  foo bar\n"
            "      1  b.cfg:2  frob simple ******\n"
            "      1  b.cfg:4  qux\n");
}

TEST(CoverageReport, JsonHasTheDocumentedShape) {
  Example example = partly_read();
  expect_fixture(coverage_json(example.snapshot()), "coverage.json");
}

}  // namespace
}  // namespace holdfast::report
