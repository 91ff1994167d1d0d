// The command line program runs where there is no desktop: it links no Qt.

#include <array>
#include <cstdio>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Output {
  int status = -1;
  std::string text;
};

Output run(const std::string& command) {
  Output output;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr)
    output.text += buffer.data();
  output.status = pclose(pipe);
  return output;
}

TEST(LinkedLibraries, HaveNoQt) {
  const Output ldd = run("ldd '" HOLDFAST_BINARY "'");
  ASSERT_EQ(ldd.status, 0);
  EXPECT_THAT(ldd.text, HasSubstr("libstdc++"));
  EXPECT_THAT(ldd.text, Not(HasSubstr("libQt")));
}

}  // namespace
