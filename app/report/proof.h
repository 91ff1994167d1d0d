#pragma once

// Certificates as JSON, for `failures --proof` and `verify-proof`.

#include <optional>
#include <string>
#include <string_view>

#include "app/session/proof.h"

namespace holdfast::report {

std::string proof_json(const session::Proof& proof);

// Nothing when the text is no certificate; `error` then says why.
std::optional<session::Proof> read_proof(std::string_view text, std::string& error);

std::string proof_verdict_text(const session::ProofVerdict& verdict);

}  // namespace holdfast::report
