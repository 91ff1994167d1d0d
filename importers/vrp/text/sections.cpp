#include "importers/vrp/text/sections.h"

namespace holdfast::vrp {
namespace {

bool is_sysname(const Line& line) {
  return line.kind == LineKind::Command && line.text.starts_with("sysname ");
}

bool ends_a_configuration(const Line& line) {
  return (line.kind == LineKind::Command && line.text == "return") ||
         (line.kind == LineKind::Remark && line.prompted());
}

}  // namespace

std::vector<Section> split_sections(std::span<const Line> lines) {
  std::vector<Section> sections;
  Section current;
  std::size_t boundary = 0;  // where the next device may start; 0: nowhere before its sysname
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (current.has_sysname && ends_a_configuration(lines[i])) {
      boundary = i + 1;
    } else if (is_sysname(lines[i])) {
      if (current.has_sysname) {
        current.last = boundary != 0 ? boundary : i;
        sections.push_back(current);
        current = {current.last, 0, false};
      }
      current.has_sysname = true;
      boundary = 0;
    }
  }
  current.last = lines.size();
  sections.push_back(current);
  return sections;
}

}  // namespace holdfast::vrp
