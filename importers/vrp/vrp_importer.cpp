#include "importers/vrp/vrp_importer.h"

#include <algorithm>
#include <array>

#include "importers/vrp/edit/disruption.h"
#include "importers/vrp/edit/editor.h"
#include "importers/vrp/finish.h"
#include "importers/vrp/interface_name.h"
#include "importers/vrp/neighbors.h"
#include "importers/vrp/profile.h"
#include "importers/vrp/reader.h"
#include "importers/vrp/text/lines.h"
#include "importers/vrp/text/sections.h"

namespace holdfast::vrp {
namespace {

// Lines that hardly any other vendor's configuration has, and how much each tells.
struct Sign {
  std::string_view start;
  int score;
};
constexpr auto kSigns = std::to_array<Sign>({
    {"sysname ", 40},
    {"#", 10},
    {"return", 20},
    {"undo shutdown", 20},
    {"mpls lsr-id ", 20},
    {"!Software Version V", 40},
    {"!RANCID-CONTENT-TYPE: vrp", 90},
    {"!RANCID-CONTENT-TYPE: huawei", 90},
    {"mpls l2vc ", 30},
    {"interface ", 5},
});

constexpr std::size_t kLinesToDetect = 2000;

bool is_return(const Line& line) {
  return line.kind == LineKind::Command && line.text == "return";
}

// What can be said of a section as a whole (rule SYN007).
void note_section(Device& device, FileId file, std::span<const Line> lines, const Section& section,
                  std::size_t sections) {
  const std::span<const Line> own = lines.subspan(section.first, section.last - section.first);
  const auto span_of = [file](const Line& line) {
    return Span{file, line.number, line.column, static_cast<std::uint16_t>(line.text.empty() ? 0 : 1)};
  };
  const auto last = std::ranges::find_if(own.rbegin(), own.rend(),
                                         [](const Line& line) { return line.kind == LineKind::Command; });
  if (last != own.rend() && !is_return(*last)) {
    device.reading.notes.push_back({SectionNote::Kind::NoReturn, span_of(*last)});
  }
  if (!section.has_sysname)
    device.reading.notes.push_back({SectionNote::Kind::NoSysname, span_of(own.front())});
  if (sections > 1) device.reading.notes.push_back({SectionNote::Kind::SeveralDevices, span_of(own.front())});
}

// The profile asked for by the name of the device, else for all; null when none is.
const Profile* choose_profile(std::span<const Line> lines, const ImportOptions& options) {
  constexpr std::string_view kSysname = "sysname ";
  const auto named = std::ranges::find_if(lines, [&](const Line& l) { return l.text.starts_with(kSysname); });
  if (named != lines.end()) {
    const auto own = options.device_profile.find(std::string(named->text.substr(kSysname.size())));
    if (own != options.device_profile.end()) return find_profile(own->second);
  }
  return find_profile(options.profile);
}

}  // namespace

Detection VrpImporter::detect(std::string_view text) const {
  std::array<bool, kSigns.size()> seen{};
  Detection result;
  std::size_t lines = 0;
  while (!text.empty() && lines++ < kLinesToDetect) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    for (std::size_t i = 0; i < kSigns.size(); ++i) {
      if (seen[i] || !line.starts_with(kSigns[i].start)) continue;
      seen[i] = true;
      result.score += kSigns[i].score;
      if (!result.evidence.empty()) result.evidence += ", ";
      result.evidence += '`';
      result.evidence += kSigns[i].start.substr(0, kSigns[i].start.find_last_not_of(' ') + 1);
      result.evidence += '`';
    }
  }
  result.score = std::min(result.score, 100);
  return result;
}

std::vector<Device> VrpImporter::import(FileId file, std::string_view text,
                                        const ImportOptions& options) const {
  const std::vector<Line> lines = split_lines(text);
  std::vector<Device> devices;
  if (lines.empty()) return devices;
  const std::vector<Section> sections = split_sections(lines);
  for (const Section& section : sections) {
    const std::span<const Line> own = std::span(lines).subspan(section.first, section.last - section.first);
    const Profile* chosen = choose_profile(own, options);
    const Profile& profile = chosen != nullptr ? *chosen : default_profile();
    Device device = read_section(table_, profile, chosen != nullptr, file, own);
    device.file = file;
    device.profile = std::string(profile.name);
    device.first_line = own.front().number;
    device.last_line = own.back().number;
    if (device.name.value.empty()) device.name = inferred(options.name_hint, Span{file, 1, 1, 1});
    note_section(device, file, lines, section, sections.size());
    finish(device);
    devices.push_back(std::move(device));
  }
  return devices;
}

std::vector<SeenNeighbor> VrpImporter::neighbors(FileId file, std::string_view text) const {
  return read_neighbors(file, text);
}

ConfigEdit VrpImporter::edit(std::string_view text, const ConfigCommands& commands) const {
  return vrp::edit(table_, text, commands);
}

std::uint32_t VrpImporter::disruption(std::string_view line) const {
  return disruption_of(line);
}

std::string VrpImporter::canonical_interface(std::string_view name) const {
  return vrp::canonical_interface(name);
}

bool VrpImporter::knows_profile(std::string_view profile) const {
  return find_profile(profile) != nullptr;
}

}  // namespace holdfast::vrp
