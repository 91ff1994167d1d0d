#pragma once

// A comment for a pull request: what is broken, for which service, with the lines and the repair. Worst
// first, and no longer than such comments may be.

#include <cstddef>
#include <string>
#include <vector>

#include "app/report/options.h"
#include "app/session/check.h"

namespace holdfast::report {

// GitHub takes 65536 characters, GitLab a million.
inline constexpr std::size_t kMarkdownLimit = 60'000;

std::string render_markdown(const session::CheckResult& result, const Options& options);

// One finding with its lines and its repair.
std::string markdown_finding(const Network& network, const rules::Finding& finding);

// As many of the entries, from the first, as fit into `room` bytes, then how many there are besides.
std::string markdown_entries(const std::vector<std::string>& entries, std::size_t room);

}  // namespace holdfast::report
