#include "app/report/baseline.h"

#include <fmt/format.h>

#include "app/report/json_values.h"

namespace holdfast::report {
namespace {

constexpr int kSchema = 1;

}  // namespace

std::string baseline_json(const session::Baseline& baseline) {
  std::string out = fmt::format("{{\n  \"schema\": {},\n  \"findings\": [", kSchema);
  bool first = true;
  for (const session::BaselineEntry& it : baseline.entries) {
    const Json line = {
        {"fingerprint", it.fingerprint}, {"rule", it.rule}, {"verdict", it.verdict}, {"message", it.message}};
    out += first ? "\n    " : ",\n    ";
    out += line.dump(-1, ' ', false, Json::error_handler_t::replace);
    first = false;
  }
  return out + (first ? "]\n}\n" : "\n  ]\n}\n");
}

std::optional<session::Baseline> read_baseline(std::string_view text, std::string& error) {
  try {
    const Json all = Json::parse(text);
    if (all.at("schema") != kSchema) {
      error = "this schema of baselines is not known";
      return std::nullopt;
    }
    session::Baseline baseline;
    for (const Json& it : all.at("findings")) {
      baseline.entries.push_back(
          {it.at("fingerprint"), it.at("rule"), it.at("verdict"), it.value("message", "")});
    }
    return baseline;
  } catch (const nlohmann::json::exception& problem) {
    error = fmt::format("not a baseline: {}", problem.what());
    return std::nullopt;
  }
}

}  // namespace holdfast::report
