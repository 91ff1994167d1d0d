#include "app/report/place.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/report/printable.h"

namespace holdfast::report {

Place place_of(const Network& network, const rules::Evidence& evidence) {
  if (evidence.where.known()) {
    const Span& span = evidence.where;
    return {span.file, network.sources.path(span.file), std::max<std::uint32_t>(span.line, 1), span.column,
            span.length};
  }
  if (!evidence.device.valid()) return {};
  const Device& device = network[evidence.device];
  if (device.file == FileId::None) return {};
  return {device.file, network.sources.path(device.file), std::max<std::uint32_t>(device.first_line, 1), 0,
          0};
}

std::string_view raw_line(const Network& network, const Place& place) {
  return place.known() ? network.sources.line(place.file, place.line) : std::string_view{};
}

std::string_view device_name(const Network& network, DeviceId device) {
  return device.valid() ? std::string_view(*network[device].name) : std::string_view{};
}

std::string place_text(std::string_view path, std::uint32_t line, std::uint32_t column) {
  std::string out = printable(path);
  if (line > 0) out += fmt::format(":{}", line);
  if (line > 0 && column > 0) out += fmt::format(":{}", column);
  return out;
}

std::string to_string(const Place& place) {
  return place.known() ? place_text(place.path, place.line, place.column) : "(no file)";
}

}  // namespace holdfast::report
