#pragma once

// `holdfast plan`: what was decided and why, and what the proof says.

#include <string>

#include "app/report/options.h"
#include "app/session/plan.h"

namespace holdfast::report {

std::string plan_text(const session::PlanResult& result, const Options& options);
std::string plan_markdown(const session::PlanResult& result);
std::string plan_json(const session::PlanResult& result);
// Of a network that grows: the commands for each device and what takes them back; the changed texts.
std::string plan_commands(const session::PlanResult& result);
std::string plan_diff(const session::PlanResult& result, const Options& options);

}  // namespace holdfast::report
