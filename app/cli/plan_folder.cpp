#include "app/cli/plan_folder.h"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

#include "app/cli/output.h"
#include "app/report/plan.h"
#include "app/report/topology.h"
#include "app/session/overview.h"

namespace holdfast::cli {
namespace {

namespace fs = std::filesystem;

bool fail(const std::string& folder, const std::string& why) {
  fmt::print(stderr, "holdfast: error: {}: {}\n", folder, why);
  return false;
}

bool write_files(const session::PlanResult& result, const fs::path& folder) {
  for (const session::NamedText& file : result.files) {
    std::error_code failed;
    fs::create_directories((folder / file.path).parent_path(), failed);
    if (!write_output(file.text, (folder / file.path).string())) return false;
  }
  if (result.proof) {
    const std::string dot = report::topology_dot(session::topology(*result.proof->snapshot));
    const auto picture = report::svg_of(dot);
    if (picture && !write_output(*picture, (folder / "topology.svg").string())) return false;
  }
  if (!result.additions.empty()) {
    if (!write_output(report::plan_commands(result), (folder / "additions.md").string()) ||
        !write_output(report::plan_diff(result, {}), (folder / "additions.diff").string())) {
      return false;
    }
  }
  return write_output(report::plan_markdown(result), (folder / "summary.md").string()) &&
         write_output(report::plan_json(result), (folder / "plan.json").string());
}

}  // namespace

bool write_plan(const session::PlanResult& result, const std::string& folder) {
  std::error_code failed;
  fs::path place = fs::path(folder).lexically_normal();
  if (!place.has_filename()) place = place.parent_path();
  if (fs::exists(place, failed) && !(fs::is_directory(place, failed) && fs::is_empty(place, failed))) {
    return fail(folder, "is there already; name a new folder");
  }
  const fs::path draft = place.string() + fmt::format(".partial-{}", ::getpid());
  fs::create_directories(draft, failed);
  if (failed) return fail(folder, failed.message());
  const bool written = write_files(result, draft);
  if (written) fs::rename(draft, place, failed);
  if (written && !failed) return true;
  std::error_code ignored;
  fs::remove_all(draft, ignored);
  return failed ? fail(folder, failed.message()) : false;
}

}  // namespace holdfast::cli
