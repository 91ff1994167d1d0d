#include "bench/generator/graphml.h"

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <map>
#include <sstream>

namespace holdfast::generator {

std::optional<Topology> read_graphml(const std::string& text) {
  namespace tree = boost::property_tree;
  tree::ptree document;
  try {
    std::istringstream in(text);
    tree::read_xml(in, document);
  } catch (const tree::xml_parser_error&) {
    return std::nullopt;
  }
  const auto graph = document.get_child_optional("graphml.graph");
  if (!graph) return std::nullopt;
  Topology result;
  std::map<std::string, std::uint32_t> place;
  for (const auto& [name, part] : *graph) {
    if (name != "node") continue;
    place.emplace(part.get<std::string>("<xmlattr>.id", ""), static_cast<std::uint32_t>(place.size()));
  }
  result.nodes = place.size();
  for (const auto& [name, part] : *graph) {
    if (name != "edge") continue;
    const auto a = place.find(part.get<std::string>("<xmlattr>.source", ""));
    const auto b = place.find(part.get<std::string>("<xmlattr>.target", ""));
    if (a == place.end() || b == place.end() || a == b) continue;
    result.links.emplace_back(a->second, b->second);
  }
  return result;
}

}  // namespace holdfast::generator
