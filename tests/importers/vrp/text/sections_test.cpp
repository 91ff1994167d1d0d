#include "importers/vrp/text/sections.h"

#include <gtest/gtest.h>

namespace holdfast::vrp {
namespace {

std::vector<std::size_t> starts(std::string_view text) {
  const auto lines = split_lines(text);
  std::vector<std::size_t> result;
  for (const Section& section : split_sections(lines)) result.push_back(section.first);
  return result;
}

using Starts = std::vector<std::size_t>;

TEST(Sections, OneDeviceIsOneSection) {
  EXPECT_EQ(starts("#\nsysname A\n#\nmpls\nreturn\n"), (Starts{0}));
}

TEST(Sections, ATextWithoutSysnameIsOneSection) {
  EXPECT_EQ(starts("mpls\n"), (Starts{0}));
}

TEST(Sections, TheNextDeviceStartsBehindTheReturn) {
  EXPECT_EQ(starts("sysname A\nreturn\n#\nmpls\nsysname B\nreturn\n"), (Starts{0, 2}));
}

TEST(Sections, OrBehindThePrompt) {
  EXPECT_EQ(starts("<A>display cur\nsysname A\nmpls\n<B>display cur\n#\nsysname B\n"), (Starts{0, 4}));
}

TEST(Sections, OrAtItsSysname) {
  EXPECT_EQ(starts("sysname A\nmpls\nsysname B\n"), (Starts{0, 2}));
}

}  // namespace
}  // namespace holdfast::vrp
