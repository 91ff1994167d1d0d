#pragma once

// `holdfast services`: the services found, their PWs, what is redundant and what arbitrates.

#include <span>
#include <string>

#include "app/report/options.h"
#include "app/session/overview.h"

namespace holdfast::report {

std::string services_text(std::span<const session::ServiceView> services, const Options& options);
std::string services_json(std::span<const session::ServiceView> services);

}  // namespace holdfast::report
