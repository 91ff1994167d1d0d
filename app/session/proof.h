#pragma once

// Certificates of a failure search: rows that cover every set of at most k failures, made by the failure
// engine and checked without it (semantics §5). Every row is judged by the replay, and that the rows leave no
// set out is decided by Z3.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/session/snapshot.h"

namespace holdfast::session {

// Under every set that fails all of `failed` and none of `support`, the flow is delivered; of any other
// outcome the row speaks of every set that holds `failed`, of which it is the bad part.
struct ProofRow {
  std::vector<std::string> failed;  // element names
  std::vector<std::string> support;
  std::string outcome;
};

struct ProofFlow {
  std::string service;
  std::vector<std::string> from;  // "DEV:IF"
  std::vector<std::string> to;
  std::string prefix;  // into a VPN; else empty
  std::vector<ProofRow> rows;
};

struct Proof {
  std::size_t k = 0;
  std::vector<std::string> elements;  // that may fail
  std::vector<ProofFlow> flows;
};

// Over all elements of the snapshot.
Proof make_proof(const Snapshot& snapshot, std::size_t k);

struct ProofProblem {
  std::string service;  // empty: of the proof as a whole
  std::size_t row = 0;  // from 1; 0: of the flow as a whole
  std::string message;
};

struct ProofVerdict {
  std::size_t flows = 0;
  std::size_t rows = 0;
  std::vector<ProofProblem> problems;  // none: the proof holds
};

ProofVerdict verify_proof(const Snapshot& snapshot, const Proof& proof);

}  // namespace holdfast::session
