// Reads every #include of the program and holds the directions between its folders.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

bool within(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool within_any(std::string_view path, const std::vector<std::string>& folders) {
  return std::ranges::any_of(folders, [&](const std::string& folder) { return within(path, folder); });
}

struct Layer {
  std::string folder;
  std::vector<std::string> may_include;  // folders of this repository
};

const std::vector<Layer>& layers() {
  // Reports and commands show values; those of rules and of the model are what sessions return.
  static const std::vector<Layer> all = {
      {"model", {"model"}},
      {"importers", {"importers", "model"}},
      // The judge of the failure engine shares nothing with it.
      {"solver/replay", {"solver/replay", "model"}},
      {"solver", {"solver", "model"}},
      {"app/session", {"app/session", "importers", "solver", "model"}},
      {"app/report", {"app/report", "app/session", "solver/rules", "model"}},
      {"app/cli", {"app/cli", "app/report", "app/session", "solver/rules", "model"}},
      // The models of the desktop know no widget, the map no panel.
      {"app/gui/models", {"app/gui/models", "app/session", "solver/rules", "model"}},
      {"app/gui/style", {"app/gui/style", "app/gui/models"}},
      {"app/gui/topology",
       {"app/gui/topology", "app/gui/style", "app/gui/models", "app/session", "solver/rules", "model"}},
      {"app/gui", {"app/gui", "app/report", "app/session", "solver/rules", "model"}},
  };
  return all;
}

// Who may include <…> with this beginning. What is not named here and has a folder is refused: add it, and
// say who needs it.
const std::map<std::string, std::vector<std::string>>& libraries() {
  static const std::map<std::string, std::vector<std::string>> all = {
      {"z3", {"solver/smt"}},
      {"boost/", {"solver/graph"}},
      {"yaml-cpp/", {"importers/topology"}},
      {"nlohmann/", {"importers", "app/report"}},
      {"CLI/", {"app/cli"}},
      {"fmt/", {"model", "importers", "solver", "app"}},
      {"Q", {"app/gui"}},
      {"iostream", {"app"}},
      {"unistd.h", {"app"}},
      {"sys/", {"app"}},
  };
  return all;
}

std::string refused(std::string_view path, std::string_view what) {
  return std::string(path) + " includes " + std::string(what);
}

bool library_allowed(std::string_view path, const std::string& header) {
  for (const auto& [beginning, folders] : libraries()) {
    if (header.starts_with(beginning)) return within_any(path, folders);
  }
  // The standard library's headers have neither folder nor suffix.
  return header.find_first_of("/.") == std::string::npos;
}

// What an include line names, with the < or " before it; nothing when the line is none.
std::optional<std::string> included(std::string_view line) {
  const auto skip = [&](std::string_view word) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with(word)) return false;
    line.remove_prefix(word.size());
    return true;
  };
  if (!skip("#") || !skip("include") || !skip("")) return std::nullopt;
  if (line.empty() || (line[0] != '<' && line[0] != '"')) return std::nullopt;
  return std::string(line.substr(0, line.find_first_of(">\"", 1)));
}

// One sentence per include line of the file at `path` (from the repository root) that it may not have.
std::vector<std::string> violations(std::string_view path, const std::string& text) {
  std::vector<std::string> found;
  const auto layer = std::ranges::find_if(layers(), [&](const Layer& l) { return within(path, l.folder); });
  if (layer == layers().end()) return {std::string(path) + " belongs to no layer"};
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::optional<std::string> include = included(line);
    if (!include) continue;
    const std::string header = include->substr(1);
    const bool allowed =
        include->front() == '<' ? library_allowed(path, header) : within_any(header, layer->may_include);
    if (!allowed) found.push_back(refused(path, header));
  }
  return found;
}

struct SourceFile {
  std::string path;  // from the repository root
  std::string text;
};

std::vector<SourceFile> source_files(const std::string& folder) {
  namespace fs = std::filesystem;
  const fs::path root = HOLDFAST_SOURCE_DIR;
  std::vector<SourceFile> files;
  if (!fs::exists(root / folder)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".h" && path.extension() != ".cpp") continue;
    std::ifstream in(path);
    std::stringstream text;
    text << in.rdbuf();
    files.push_back({fs::relative(path, root).generic_string(), text.str()});
  }
  return files;
}

class IncludeDirections : public ::testing::TestWithParam<std::string> {};

TEST_P(IncludeDirections, AreHeldByEveryFile) {
  const std::vector<SourceFile> files = source_files(GetParam());
  EXPECT_FALSE(files.empty()) << "no source was seen in " << GetParam();
  for (const SourceFile& file : files) EXPECT_THAT(violations(file.path, file.text), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Folders, IncludeDirections, ::testing::Values("model", "importers", "solver", "app"),
                         [](const auto& folder) { return folder.param; });

TEST(IncludeJudge, RefusesTheWrongDirection) {
  EXPECT_THAT(violations("model/a.h", "#include \"solver/rules/rule.h\"\n"),
              ElementsAre("model/a.h includes solver/rules/rule.h"));
  EXPECT_THAT(violations("importers/a.h", "#include \"solver/rules/rule.h\"\n"),
              ElementsAre("importers/a.h includes solver/rules/rule.h"));
  EXPECT_THAT(violations("solver/a.h", "#include \"importers/importer.h\"\n"),
              ElementsAre("solver/a.h includes importers/importer.h"));
  EXPECT_THAT(violations("solver/replay/a.h", "#include \"solver/pairing/pairing.h\"\n"),
              ElementsAre("solver/replay/a.h includes solver/pairing/pairing.h"));
  EXPECT_THAT(violations("app/session/a.h", "#include \"app/report/text.h\"\n"),
              ElementsAre("app/session/a.h includes app/report/text.h"));
  EXPECT_THAT(violations("app/report/a.h", "#include \"importers/importer.h\"\n"),
              ElementsAre("app/report/a.h includes importers/importer.h"));
  EXPECT_THAT(violations("app/gui/models/a.h", "#include \"app/gui/views/main_window.h\"\n"),
              ElementsAre("app/gui/models/a.h includes app/gui/views/main_window.h"));
  EXPECT_THAT(violations("app/gui/views/a.h", "#include \"solver/pairing/pairing.h\"\n"),
              ElementsAre("app/gui/views/a.h includes solver/pairing/pairing.h"));
}

TEST(IncludeJudge, AcceptsTheRightDirection) {
  EXPECT_THAT(violations("solver/a.cpp",
                         "#include <fmt/format.h>\n\n#include <vector>\n\n#include \"model/span.h\"\n"),
              IsEmpty());
  EXPECT_THAT(violations("app/session/a.cpp", "#include \"importers/importer.h\"\n"), IsEmpty());
}

TEST(IncludeJudge, KeepsLibrariesInTheirFolder) {
  EXPECT_THAT(violations("solver/smt/a.cpp", "#include <z3++.h>\n"), IsEmpty());
  EXPECT_THAT(violations("solver/rules/pw/a.cpp", "#include <z3++.h>\n"),
              ElementsAre("solver/rules/pw/a.cpp includes z3++.h"));
  EXPECT_THAT(violations("solver/smt/a.cpp", "#include <boost/graph/adjacency_list.hpp>\n"),
              ElementsAre("solver/smt/a.cpp includes boost/graph/adjacency_list.hpp"));
  EXPECT_THAT(violations("importers/vrp/a.cpp", "#include <yaml-cpp/yaml.h>\n"),
              ElementsAre("importers/vrp/a.cpp includes yaml-cpp/yaml.h"));
  EXPECT_THAT(violations("app/cli/a.cpp", "#include <QString>\n"),
              ElementsAre("app/cli/a.cpp includes QString"));
  EXPECT_THAT(violations("model/a.cpp", "  # include <iostream>\n"),
              ElementsAre("model/a.cpp includes iostream"));
  EXPECT_THAT(violations("model/a.cpp", "#include <newlib/new.h>\n"),
              ElementsAre("model/a.cpp includes newlib/new.h"));
}

TEST(IncludeJudge, WantsPathsFromTheRoot) {
  EXPECT_THAT(violations("model/a.cpp", "#include \"span.h\"\n"), ElementsAre("model/a.cpp includes span.h"));
  EXPECT_THAT(violations("model/a.cpp", "#include \"modelling/span.h\"\n"),
              ElementsAre("model/a.cpp includes modelling/span.h"));
}

}  // namespace
