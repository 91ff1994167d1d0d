#include "app/report/uri.h"

#include <gtest/gtest.h>

namespace holdfast::report {
namespace {

void expect(std::string_view path, std::string_view folder, std::string_view uri, bool relative) {
  const FileUri made = file_uri(path, folder);
  EXPECT_EQ(made.uri, uri) << path;
  EXPECT_EQ(made.relative, relative) << path;
}

TEST(Uri, PathsInsideTheFolderAreRelative) {
  expect("a.cfg", "/net", "a.cfg", true);
  expect("./lab//a.cfg", "/net", "lab/a.cfg", true);
  expect("/net/lab/a.cfg", "/net", "lab/a.cfg", true);
  expect("../net/a.cfg", "/net", "a.cfg", true);
  expect("a.cfg", "", "a.cfg", true);
}

TEST(Uri, PathsOutsideAreAbsolute) {
  expect("/other/a.cfg", "/net", "file:///other/a.cfg", false);
  expect("/netto/a.cfg", "/net", "file:///netto/a.cfg", false);
  expect("../a.cfg", "/net/lab", "file:///net/a.cfg", false);
  expect("/a.cfg", "", "file:///a.cfg", false);
}

TEST(Uri, EverythingUnusualIsEncoded) {
  expect("a b/c:d#e?f%.cfg", "/net", "a%20b/c%3Ad%23e%3Ff%25.cfg", true);
  expect("\xC3\xA9\xFF\n.cfg", "/net", "%C3%A9%FF%0A.cfg", true);
}

}  // namespace
}  // namespace holdfast::report
