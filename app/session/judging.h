#pragma once

// Lets rules judge a network, each on a thread of its own.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/session/check.h"

namespace holdfast::session {

struct Judged {
  std::vector<rules::Finding> findings;  // in the order of the rules
  std::vector<std::string> faults;       // likewise

  void add(Judged more);
};

// By rules about configuration lines.
Judged judge_lines(const pairing::Pairing& net, std::span<const rules::Rule* const> rules,
                   const CheckOptions& options);

struct FailuresJudged {
  Judged judged;
  SearchSummary search;
};

// By rules about failures: searches all services first. `options.k` is set.
FailuresJudged judge_failures(const Snapshot& snapshot, const pairing::Pairing& net,
                              std::span<const rules::Rule* const> rules, const CheckOptions& options);

}  // namespace holdfast::session
