#include "app/session/indirect_repairs.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "app/session/line_edit.h"
#include "solver/rules/rule.h"

namespace holdfast::session {
namespace {

constexpr std::size_t kMostNeighbours = 8;

using Lines = std::set<std::pair<FileId, std::uint32_t>>;

void add_lines(std::span<const rules::Evidence> evidence, Lines& lines, std::set<DeviceId>& devices) {
  for (const rules::Evidence& it : evidence) {
    if (it.where.known()) lines.insert({it.where.file, it.where.line});
    if (it.device.valid()) devices.insert(it.device);
  }
}

std::span<const rules::Evidence> blame_of(const rules::Finding& finding) {
  if (!finding.failure) return {};
  return finding.failure->story.blame;
}

// How near a finding is to the lines and devices of another; the least is nearest.
enum class Nearness : std::uint8_t { SameLine, SameService, SameDevice, Far };

Nearness nearness(const rules::Finding& finding, const rules::Finding& to, const Lines& lines,
                  const std::set<DeviceId>& devices) {
  const auto in_lines = [&](const rules::Evidence& it) {
    return it.where.known() && lines.contains({it.where.file, it.where.line});
  };
  if (std::ranges::any_of(finding.evidence, in_lines)) return Nearness::SameLine;
  if (!to.rule->about_failures()) return Nearness::Far;
  if (!to.service.empty() && finding.service == to.service) return Nearness::SameService;
  const auto in_devices = [&](const rules::Evidence& it) { return devices.contains(it.device); };
  return std::ranges::any_of(finding.evidence, in_devices) ? Nearness::SameDevice : Nearness::Far;
}

bool only_tunes(std::string_view line) {
  constexpr std::string_view kBeginnings[] = {"ip route-static ", "mpls l2vpn pw ignore-ac-state",
                                              "ignore-ac-state", "e-trunk track "};
  return std::ranges::any_of(kBeginnings, [&](std::string_view it) { return line.starts_with(it); });
}

}  // namespace

std::vector<const ReportedFinding*> neighbours(const CheckResult& found, const ReportedFinding& reported) {
  Lines lines;
  std::set<DeviceId> devices;
  add_lines(reported.finding.evidence, lines, devices);
  add_lines(blame_of(reported.finding), lines, devices);
  std::vector<std::pair<Nearness, const ReportedFinding*>> near;
  for (const ReportedFinding& it : found.findings) {
    if (it.fingerprint == reported.fingerprint || it.finding.rule->about_failures()) continue;
    const Nearness distance = nearness(it.finding, reported.finding, lines, devices);
    if (distance != Nearness::Far) near.emplace_back(distance, &it);
  }
  std::ranges::stable_sort(near, {}, &std::pair<Nearness, const ReportedFinding*>::first);
  if (near.size() > kMostNeighbours) near.resize(kMostNeighbours);
  std::vector<const ReportedFinding*> result;
  result.reserve(near.size());
  for (const auto& [distance, it] : near) result.push_back(it);
  return result;
}

std::vector<Candidate> taking_back(const Network& network, const rules::Finding& finding) {
  std::vector<Candidate> result;
  const bool names_nothing = std::string_view(finding.rule->code) == "SYN003";
  for (const rules::Evidence& it : names_nothing ? std::span(finding.evidence) : blame_of(finding)) {
    if (!it.where.known() || !it.device.valid()) continue;
    const std::string line = command_at(network, it.where);
    if (!only_tunes(line)) continue;
    const std::size_t tracks = line.find(" track ");
    const auto instead = [&](const std::vector<std::string>& commands) {
      result.push_back({fmt::format("do without `{}`", commands.size() > 1 ? line.substr(tracks + 1) : line),
                        {in_views(it.device, views_around(network, it.where), commands)},
                        1});
    };
    const std::string undo = fmt::format("undo {}", line);
    if (line.starts_with("ip route-static ") && tracks != line.npos) instead({undo, line.substr(0, tracks)});
    instead({undo});
  }
  return result;
}

}  // namespace holdfast::session
