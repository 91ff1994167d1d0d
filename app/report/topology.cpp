#include "app/report/topology.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "app/report/json_values.h"
#include "app/report/xml.h"

namespace holdfast::report {
namespace {

// From the customer to the core and on: the order of tiers in a drawing, and how each is drawn.
struct Tier {
  std::string_view role;
  std::string_view shape;
  std::string_view fill;
};
constexpr auto kTiers = std::to_array<Tier>({
    {"CE", "box", "#f3f4f6"},
    {"UPE", "ellipse", "#dbeafe"},
    {"PE", "ellipse", "#e0e7ff"},
    {"SPE", "hexagon", "#dcfce7"},
    {"P", "circle", "#fef9c3"},
    {"NPE", "octagon", "#fee2e2"},
});

std::pair<std::string_view, std::string_view> split_port(std::string_view port) {
  const std::size_t colon = port.find(':');
  return {port.substr(0, colon), colon == std::string_view::npos ? "" : port.substr(colon + 1)};
}

}  // namespace

std::string dot_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (static_cast<unsigned char>(c) >= 0x20) result += c;
  }
  return result + '"';
}

std::string short_port(std::string_view port) {
  const std::string_view name = split_port(port).second;
  std::string result;
  for (const char c : name) {
    if (std::islower(static_cast<unsigned char>(c)) == 0) result += c;
  }
  return result;
}

std::string topology_json(const session::Topology& topology) {
  Json nodes = Json::array();
  for (const session::NodeView& node : topology.nodes)
    nodes.push_back({{"id", node.id}, {"role", node.role}});
  Json links = Json::array();
  for (const session::LinkView& link : topology.links) {
    links.push_back({{"id", link.id}, {"a", link.a}, {"b", link.b}, {"source", link.source}});
  }
  return dump(Json{{"schema", 1},
                   {"nodes", std::move(nodes)},
                   {"links", std::move(links)},
                   {"ambiguities", topology.ambiguities}});
}

std::string topology_graphml(const session::Topology& topology) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "  <key id=\"role\" for=\"node\" attr.name=\"role\" attr.type=\"string\"/>\n"
      "  <key id=\"a\" for=\"edge\" attr.name=\"a\" attr.type=\"string\"/>\n"
      "  <key id=\"b\" for=\"edge\" attr.name=\"b\" attr.type=\"string\"/>\n"
      "  <key id=\"source\" for=\"edge\" attr.name=\"source\" attr.type=\"string\"/>\n"
      "  <graph id=\"network\" edgedefault=\"undirected\">\n";
  for (const session::NodeView& node : topology.nodes) {
    text += fmt::format("    <node id=\"{}\"><data key=\"role\">{}</data></node>\n", xml_attribute(node.id),
                        xml_text(node.role));
  }
  for (const session::LinkView& link : topology.links) {
    text += fmt::format(
        "    <edge id=\"{}\" source=\"{}\" target=\"{}\"><data key=\"a\">{}</data><data key=\"b\">{}</data>"
        "<data key=\"source\">{}</data></edge>\n",
        xml_attribute(link.id), xml_attribute(split_port(link.a).first),
        xml_attribute(split_port(link.b).first), xml_text(link.a), xml_text(link.b), xml_text(link.source));
  }
  return text + "  </graph>\n</graphml>\n";
}

std::string topology_dot(const session::Topology& topology) {
  std::string text =
      "graph network {\n"
      "  graph [rankdir=LR, nodesep=0.6, ranksep=1.4, bgcolor=white, fontname=\"Helvetica\"];\n"
      "  node [style=filled, color=\"#374151\", fontcolor=\"#111827\", fontname=\"Helvetica\", "
      "fontsize=12];\n"
      "  edge [color=\"#6b7280\", fontcolor=\"#4b5563\", fontname=\"Helvetica\", fontsize=9, "
      "labeldistance=1.6];\n";
  for (const Tier& tier : kTiers) {
    std::string members;
    for (const session::NodeView& node : topology.nodes) {
      if (node.role != tier.role) continue;
      members +=
          fmt::format("    {} [shape={}, fillcolor=\"{}\"];\n", dot_text(node.id), tier.shape, tier.fill);
    }
    if (!members.empty()) text += "  {\n" + members + "  }\n";
  }
  for (const session::LinkView& link : topology.links) {
    text += fmt::format("  {} -- {} [taillabel={}, headlabel={}];\n", dot_text(split_port(link.a).first),
                        dot_text(split_port(link.b).first), dot_text(short_port(link.a)),
                        dot_text(short_port(link.b)));
  }
  return text + "}\n";
}

std::string topology_yaml(const session::Topology& topology) {
  std::string text = "links:\n";
  for (const session::LinkView& link : topology.links) {
    text += fmt::format("  - [\"{}\", \"{}\"]  # {}\n", link.a, link.b, link.source);
  }
  return topology.links.empty() ? "links: []\n" : text;
}

std::string topology_text(const session::Topology& topology) {
  std::string text = fmt::format("{} devices, {} links\n", topology.nodes.size(), topology.links.size());
  for (const session::NodeView& node : topology.nodes)
    text += fmt::format("  {:<4} {}\n", node.role, node.id);
  for (const session::LinkView& link : topology.links) {
    text += fmt::format("  {} -- {}  ({})\n", link.a, link.b, link.source);
  }
  for (const std::string& ambiguity : topology.ambiguities) text += fmt::format("  unclear: {}\n", ambiguity);
  return text;
}

}  // namespace holdfast::report
