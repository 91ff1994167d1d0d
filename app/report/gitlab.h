#pragma once

// For GitLab's Code Quality: a JSON array. Source: GitLab Docs, "Code Quality", section "Import Code Quality
// results from a CI/CD job": no byte order mark, one fingerprint for each entry, paths relative to the
// project.

#include <string>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

std::string render_gitlab(const session::CheckResult& result, const Options& options);

}  // namespace holdfast::report
