#pragma once

// Adds links and groups to a holdfast.yaml; all its other bytes stay.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace holdfast::topology {

struct SettingsAdditions {
  std::vector<std::pair<std::string, std::string>> links;  // "PE1:GigabitEthernet1/0/0"
  std::map<std::string, std::vector<std::string>> groups;  // members by name: "link:…"
};

// The text must be a file that can be read, or be empty.
std::string with_additions(std::string_view text, const SettingsAdditions& additions);

}  // namespace holdfast::topology
