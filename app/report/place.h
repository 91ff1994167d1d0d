#pragma once

// Where evidence stands, in the words that reports use.

#include <cstdint>
#include <string>
#include <string_view>

#include "model/network.h"
#include "solver/rules/finding.h"

namespace holdfast::report {

struct Place {
  FileId file = FileId::None;  // None: nothing that was read
  std::string_view path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;  // bytes from 1; 0: the line as a whole
  std::uint32_t length = 0;

  bool known() const { return file != FileId::None; }
};

// Evidence without a span of its own stands at the first line of its device.
Place place_of(const Network& network, const rules::Evidence& evidence);

// The line as it was read, keys and all: never print it without redact().
std::string_view raw_line(const Network& network, const Place& place);

// Empty when the id is invalid.
std::string_view device_name(const Network& network, DeviceId device);

// "a.cfg:12:3", "a.cfg:12", "a.cfg" or "(no file)"; printable. A line or column of 0 is left out.
std::string place_text(std::string_view path, std::uint32_t line, std::uint32_t column);
std::string to_string(const Place& place);

}  // namespace holdfast::report
