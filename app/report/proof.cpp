#include "app/report/proof.h"

#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

namespace holdfast::report {
namespace {

using Json = nlohmann::ordered_json;
constexpr int kSchema = 1;

session::ProofFlow read_flow(const Json& from) {
  session::ProofFlow flow{from.at("service"), from.at("from"), from.at("to"), from.at("prefix"), {}};
  for (const Json& row : from.at("rows")) {
    flow.rows.push_back({row.at("failed"), row.at("support"), row.at("outcome")});
  }
  return flow;
}

}  // namespace

std::string proof_json(const session::Proof& proof) {
  Json flows = Json::array();
  for (const session::ProofFlow& flow : proof.flows) {
    Json rows = Json::array();
    for (const session::ProofRow& row : flow.rows) {
      rows.push_back({{"failed", row.failed}, {"support", row.support}, {"outcome", row.outcome}});
    }
    flows.push_back({{"service", flow.service},
                     {"from", flow.from},
                     {"to", flow.to},
                     {"prefix", flow.prefix},
                     {"rows", std::move(rows)}});
  }
  const Json all{
      {"schema", kSchema}, {"k", proof.k}, {"elements", proof.elements}, {"flows", std::move(flows)}};
  return all.dump(1) + "\n";
}

std::optional<session::Proof> read_proof(std::string_view text, std::string& error) {
  try {
    const Json all = Json::parse(text);
    if (all.at("schema") != kSchema) {
      error = "this schema of certificates is not known";
      return std::nullopt;
    }
    session::Proof proof{all.at("k"), all.at("elements"), {}};
    for (const Json& flow : all.at("flows")) proof.flows.push_back(read_flow(flow));
    return proof;
  } catch (const nlohmann::json::exception& problem) {
    error = problem.what();
    return std::nullopt;
  }
}

std::string proof_verdict_text(const session::ProofVerdict& verdict) {
  std::string text;
  for (const session::ProofProblem& it : verdict.problems) {
    text += "refused: ";
    if (!it.service.empty()) text += it.service + ": ";
    if (it.row != 0) fmt::format_to(std::back_inserter(text), "row {}: ", it.row);
    text += it.message + "\n";
  }
  fmt::format_to(std::back_inserter(text), "{}{} flows, {} rows checked\n",
                 verdict.problems.empty() ? "the proof holds: " : "the proof does not hold: ", verdict.flows,
                 verdict.rows);
  return text;
}

}  // namespace holdfast::report
