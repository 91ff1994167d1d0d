#include "app/report/html_map.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "app/report/place.h"
#include "app/report/summary.h"
#include "app/report/topology.h"
#include "app/report/words.h"
#include "app/session/overview.h"

namespace holdfast::report {
namespace {

struct Mark {
  rules::Severity worst = rules::Severity::Info;
  std::size_t count = 0;
  std::size_t first = 0;  // index of the worst finding
};

// By device, of the lines to change.
std::map<std::string, Mark> marks_of(const session::CheckResult& result) {
  std::map<std::string, Mark> marks;
  const auto sorted = worst_first(result.findings);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    const rules::Finding& finding = sorted[i]->finding;
    const std::string name(device_name(result.snapshot->network, first_evidence(finding).device));
    const auto [at, added] = marks.try_emplace(name, Mark{finding.severity, 0, i});
    ++at->second.count;
  }
  return marks;
}

std::string device_of(const std::string& port) {
  return port.substr(0, port.find(':'));
}

std::set<std::string> drawn_devices(const session::Topology& topology,
                                    const std::map<std::string, Mark>& marks) {
  std::set<std::string> drawn;
  for (const session::NodeView& node : topology.nodes) drawn.insert(node.id);
  if (drawn.size() <= kMostDrawn) return drawn;
  drawn.clear();
  for (const auto& [name, mark] : marks) drawn.insert(name);
  for (const session::LinkView& link : topology.links) {
    const std::string a = device_of(link.a);
    const std::string b = device_of(link.b);
    if (marks.contains(a) || marks.contains(b)) drawn.insert({a, b});
  }
  if (drawn.size() > kMostDrawn) drawn.clear();
  return drawn;
}

// Devices of further lines.
std::set<std::string> parts_of(const session::CheckResult& result) {
  std::set<std::string> parts;
  for (const session::ReportedFinding& it : result.findings) {
    for (const rules::Evidence& evidence : it.finding.evidence) {
      parts.emplace(device_name(result.snapshot->network, evidence.device));
    }
  }
  return parts;
}

// Links that a device is away from a customer's: drawings run from one end of the network to the other.
std::map<std::string, std::size_t> distances(const session::Topology& topology) {
  std::multimap<std::string, std::string> next;
  for (const session::LinkView& link : topology.links) {
    next.emplace(device_of(link.a), device_of(link.b));
    next.emplace(device_of(link.b), device_of(link.a));
  }
  std::map<std::string, std::size_t> distance;
  const auto reach_from = [&](const std::string& start) {
    if (!distance.try_emplace(start, 0).second) return;
    std::deque<std::string> open{start};
    while (!open.empty()) {
      const std::string here = open.front();
      open.pop_front();
      const auto [first, last] = next.equal_range(here);
      for (auto at = first; at != last; ++at) {
        if (distance.try_emplace(at->second, distance.at(here) + 1).second) open.push_back(at->second);
      }
    }
  };
  for (const std::string_view role : {"CE", "UPE", ""}) {
    for (const session::NodeView& node : topology.nodes) {
      if (role.empty() || node.role == role) reach_from(node.id);
    }
  }
  return distance;
}

std::string link_line(const session::LinkView& link, const std::map<std::string, std::size_t>& distance) {
  std::string tail = link.a;
  std::string head = link.b;
  const std::size_t of_tail = distance.at(device_of(tail));
  const std::size_t of_head = distance.at(device_of(head));
  if (of_head < of_tail) std::swap(tail, head);
  const std::string ends = fmt::format("  {} -- {} ", dot_text(device_of(tail)), dot_text(device_of(head)));
  if (of_tail == of_head) {
    return ends + fmt::format("[label={}, constraint=false];\n",
                              dot_text(short_port(tail) + " – " + short_port(head)));
  }
  return ends + fmt::format("[taillabel={}, headlabel={}];\n", dot_text(short_port(tail)),
                            dot_text(short_port(head)));
}

std::string node_line(const session::NodeView& node, const Mark* mark, bool takes_part) {
  std::string label = dot_text(node.id);
  label.pop_back();
  label += fmt::format("\\n{}", node.role);
  if (mark == nullptr) {
    return fmt::format("  {} [label={}\"{}];\n", dot_text(node.id), label,
                       takes_part ? ", class=\"part\"" : "");
  }
  const std::string count = counted(mark->count, "finding");
  return fmt::format("  {} [label={} · {}\", class=\"{}\", href=\"#{}\", tooltip=\"{}\"];\n",
                     dot_text(node.id), label, count, to_string(mark->worst), finding_anchor(mark->first),
                     count);
}

}  // namespace

std::string finding_anchor(std::size_t index) {
  return fmt::format("finding-{}", index + 1);
}

std::string findings_dot(const session::CheckResult& result) {
  const session::Topology topology = session::topology(*result.snapshot);
  const auto marks = marks_of(result);
  const std::set<std::string> drawn = drawn_devices(topology, marks);
  if (drawn.empty()) return {};
  std::string out =
      "graph network {\n"
      "  graph [rankdir=LR, nodesep=0.8, ranksep=1.5, bgcolor=transparent, pad=0.2];\n"
      "  node [shape=box, style=\"rounded,filled\", margin=\"0.22,0.1\", fontname=\"Helvetica\", "
      "fontsize=12];\n"
      "  edge [fontname=\"Helvetica\", fontsize=8, labeldistance=2.2, labelangle=18];\n";
  const std::set<std::string> parts = parts_of(result);
  for (const session::NodeView& node : topology.nodes) {
    if (!drawn.contains(node.id)) continue;
    const auto mark = marks.find(node.id);
    out += node_line(node, mark == marks.end() ? nullptr : &mark->second, parts.contains(node.id));
  }
  const auto distance = distances(topology);
  for (const session::LinkView& link : topology.links) {
    if (drawn.contains(device_of(link.a)) && drawn.contains(device_of(link.b)))
      out += link_line(link, distance);
  }
  return out + "}\n";
}

std::optional<std::string> findings_svg(const session::CheckResult& result) {
  const std::string dot = findings_dot(result);
  if (dot.empty()) return std::nullopt;
  const std::optional<std::string> svg = svg_of(dot);
  if (!svg) return std::nullopt;
  const std::size_t begin = svg->find("<svg");
  return begin == std::string::npos ? std::nullopt : std::optional(svg->substr(begin));
}

}  // namespace holdfast::report
