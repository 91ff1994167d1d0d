#include "app/session/fingerprint.h"

#include <chrono>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

#include "app/session/load.h"

namespace holdfast::session {
namespace {

// The fingerprint of the only finding: an unknown line.
std::string fingerprint_of(const std::string& text) {
  CheckOptions options;
  options.select = {"SYN001"};
  const CheckResult result = check(load_texts({{"A.cfg", text}}), options);
  EXPECT_EQ(result.findings.size(), 1U);
  return result.findings.empty() ? "" : result.findings.front().fingerprint;
}

constexpr const char* kFinding =
    "sysname A\n"
    "interface GigabitEthernet0/1/0\n"
    " frobnicate 1\n"
    "return\n";

TEST(Fingerprint, DoesNotCountLinesOrBlanks) {
  EXPECT_EQ(fingerprint_of("sysname A\n"
                           "#\n"
                           "mpls lsr-id 1.1.1.1\n"
                           "interface GigabitEthernet0/1/0\n"
                           " undo shutdown\n"
                           "   frobnicate  1\n"
                           "return\n"),
            fingerprint_of(kFinding));
}

TEST(Fingerprint, DependsOnTheViewTheWordsAndTheDevice) {
  const std::string original = fingerprint_of(kFinding);
  EXPECT_NE(fingerprint_of("sysname A\ninterface GigabitEthernet0/1/1\n frobnicate 1\nreturn\n"), original);
  EXPECT_NE(fingerprint_of("sysname A\ninterface GigabitEthernet0/1/0\n frobnicate 2\nreturn\n"), original);
  EXPECT_NE(fingerprint_of("sysname B\ninterface GigabitEthernet0/1/0\n frobnicate 1\nreturn\n"), original);
}

TEST(Fingerprint, IsOneFindingsAlone) {
  std::vector<std::string> prints = {"a", "b", "a", "a"};
  tell_apart(prints);
  EXPECT_EQ(prints[0], "a");
  EXPECT_EQ(prints[1], "b");
  EXPECT_EQ(std::set<std::string>(prints.begin(), prints.end()).size(), 4U);
  std::vector<std::string> fewer = {"a", "a"};
  tell_apart(fewer);
  EXPECT_EQ(fewer[1], prints[2]);
}

// The time may not grow with the square of the file: it took minutes when each finding read its file again.
TEST(Fingerprint, IsCheapForEachOfManyFindings) {
  std::string text = "sysname A\n";
  for (int i = 0; i < 20000; ++i) {
    if (i % 10 == 0) text += "#\ninterface GigabitEthernet0/1/" + std::to_string(i) + "\n";
    text += " frobnicate " + std::to_string(i) + "\n";
  }
  CheckOptions options;
  options.select = {"SYN001"};
  const auto start = std::chrono::steady_clock::now();
  const CheckResult result = check(load_texts({{"A.cfg", text}}), options);
  EXPECT_GT(result.findings.size(), 1000U);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

}  // namespace
}  // namespace holdfast::session
