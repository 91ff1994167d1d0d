// Any bytes are a configuration to the importer: it takes them, accounts for every statement, and does so
// twice in the same way.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "importers/vrp/vrp_importer.h"

namespace {

using holdfast::Coverage;
using holdfast::Device;

// What must be true whatever the input; libFuzzer keeps the input for which it is not.
void require(bool condition) {
  if (!condition) std::abort();
}

bool same(const Coverage& a, const Coverage& b) {
  return a.lines == b.lines && a.modelled == b.modelled && a.irrelevant == b.irrelevant &&
         a.partial == b.partial && a.unrecognised == b.unrecognised;
}

void require_accounted(const Coverage& c) {
  require(c.lines == c.modelled + c.irrelevant + c.partial + c.unrecognised);
}

// The views around a line were opened before it, one after the other.
void require_inside(const Device& device, holdfast::Span where) {
  std::uint32_t last = 0;
  for (const holdfast::Span& header : device.reading.outline.views_around(where.line)) {
    require(last < header.line && header.line < where.line);
    last = header.line;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const holdfast::vrp::VrpImporter importer;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const holdfast::FileId file{};

  const int score = importer.detect(text).score;
  require(score >= 0 && score <= 100);

  importer.neighbors(file, text);
  const std::vector<Device> first = importer.import(file, text, {});
  const std::vector<Device> second = importer.import(file, text, {});
  require(first.size() == second.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    require(first[i].name.value == second[i].name.value);
    require_accounted(first[i].reading.coverage);
    require(same(first[i].reading.coverage, second[i].reading.coverage));
    for (const holdfast::UnreadLine& line : first[i].reading.unread) require_inside(first[i], line.where);
  }
  return 0;
}
