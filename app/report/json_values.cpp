#include "app/report/json_values.h"

#include "app/report/place.h"
#include "app/report/utf8.h"
#include "model/redact.h"

namespace holdfast::report {

std::string dump(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    out += point.valid ? text.substr(at, point.length) : std::string_view("\xEF\xBF\xBD");
    at += point.length;
  }
  return out;
}

Json to_json(const Coverage& coverage) {
  return {{"lines", coverage.lines},
          {"modelled", coverage.modelled},
          {"irrelevant", coverage.irrelevant},
          {"partial", coverage.partial},
          {"unrecognised", coverage.unrecognised}};
}

Json to_json(const Network& network, const rules::Fix& fix) {
  Json commands = Json::object();
  for (const rules::DeviceCommands& device : fix.commands) {
    Json& lines = commands[valid_utf8(device_name(network, device.device))];
    if (lines.is_null()) lines = Json::array();
    for (const std::string& command : device.lines) lines.push_back(redact(command));
  }
  return {{"summary", fix.summary}, {"commands", std::move(commands)}};
}

}  // namespace holdfast::report
