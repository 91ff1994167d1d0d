#pragma once

// Imports one inline configuration: what the tests of the command tables start from.

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "importers/vrp/vrp_importer.h"

namespace holdfast::vrp {

inline const VrpImporter& importer() {
  static const VrpImporter kImporter;
  return kImporter;
}

// The only device of the text. `sysname` may be left out.
inline Device import_text(std::string_view text) {
  ImportOptions options;
  options.name_hint = "DEV";
  std::vector<Device> devices = importer().import(FileId{0}, text, options);
  EXPECT_EQ(devices.size(), 1U);
  return devices.empty() ? Device{} : std::move(devices.front());
}

// The lines that were not understood, to be empty in most tests.
inline std::vector<std::string> unread(const Device& device) {
  std::vector<std::string> lines;
  for (const UnreadLine& line : device.reading.unread) lines.push_back(line.text);
  return lines;
}

// A place as "line:column+length".
inline std::string place(Span span) {
  return std::to_string(span.line) + ":" + std::to_string(span.column) + "+" + std::to_string(span.length);
}

inline const Interface& interface_named(const Device& device, std::string_view name) {
  return device[device.find_interface(name)];
}

// Whether the device uses or defines that name somewhere.
inline bool has_name(const Device& device, NameKind kind, bool definition, std::string_view name) {
  return std::ranges::any_of(device.names, [&](const NameUse& use) {
    return use.kind == kind && use.definition == definition && use.name == name;
  });
}

inline Ipv4 v4(std::string_view text) {
  return *parse_ipv4(text);
}

}  // namespace holdfast::vrp
