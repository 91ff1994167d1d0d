// holdfast verify-proof FILE PATH

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include "app/cli/load_snapshot.h"
#include "app/cli/output.h"
#include "app/cli/subcommand.h"
#include "app/report/proof.h"

namespace holdfast::cli {
namespace {

struct Call {
  SnapshotOptions snapshot;
  std::string file;
};

ExitStatus run_verify(const Call& call) {
  std::ifstream in(call.file, std::ios::binary);
  if (!in) {
    fmt::print(stderr, "holdfast: error: {}: cannot be read\n", call.file);
    return ExitStatus::BadInput;
  }
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  std::string error;
  const auto proof = report::read_proof(text, error);
  if (!proof) {
    fmt::print(stderr, "holdfast: error: {}: no certificate: {}\n", call.file, error);
    return ExitStatus::BadInput;
  }
  const Loaded loaded = load_snapshot(call.snapshot);
  if (loaded.input_error) return ExitStatus::BadInput;
  const session::ProofVerdict verdict = session::verify_proof(*loaded.snapshot, *proof);
  if (!write_output(report::proof_verdict_text(verdict), {})) return ExitStatus::BadInput;
  return verdict.problems.empty() ? ExitStatus::Clean : ExitStatus::Findings;
}

}  // namespace

std::function<ExitStatus()> setup_verify_proof(CLI::App& app) {
  const auto call = std::make_shared<Call>();
  app.add_option("FILE", call->file, "The certificate that `failures --proof FILE` wrote")->required();
  add_snapshot_options(app, call->snapshot);
  app.footer("Example: holdfast verify-proof network.proof network/");
  return [call] { return run_verify(*call); };
}

}  // namespace holdfast::cli
