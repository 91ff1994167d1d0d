#pragma once

// `holdfast trace`: the way traffic takes, hop by hop, with the configuration line behind each hop.

#include <string>

#include "app/report/options.h"
#include "app/session/trace.h"

namespace holdfast::report {

std::string trace_text(const session::TraceResult& result, const Options& options);
std::string trace_json(const session::TraceResult& result);

}  // namespace holdfast::report
