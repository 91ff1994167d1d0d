#include "app/session/disruption.h"

#include <algorithm>
#include <set>

#include "app/session/line_diff.h"
#include "app/session/line_edit.h"
#include "app/session/workbench.h"
#include "model/text_lines.h"

namespace holdfast::session {
Disruption::Disruption(const Snapshot& snapshot, const pairing::Pairing& net)
    : snapshot_(&snapshot), services_(snapshot.network.devices.size(), 0) {
  for (const pairing::Service& service : net.services().all()) {
    std::set<DeviceId> devices;
    for (const PortRef port : service.endpoints) devices.insert(port.device);
    for (const pairing::PwEndId end : service.ends) devices.insert(net[end].device);
    for (const pairing::VsiRef vsi : service.vsis) devices.insert(vsi.device);
    for (const DeviceId device : devices) ++services_[device.index];
  }
}

std::uint32_t Disruption::of(DeviceId device, std::string_view line) const {
  const Device& it = snapshot_->network[device];
  const std::uint32_t kind = snapshot_->importers->find(it.vendor)->disruption(line);
  return kind == 0 ? 0 : kind * (1 + services_[device.index]);
}

std::uint64_t Disruption::of(const std::vector<rules::DeviceCommands>& commands) const {
  std::uint64_t sum = 0;
  for (const auto& [device, lines] : joined({commands})) {
    const std::string_view before = snapshot_->network.sources.text(snapshot_->network[device].file);
    const ConfigEdit edit = edit_device(*snapshot_, before, device, lines);
    const std::vector<std::string_view> old_lines = lines_of(before);
    const std::vector<std::string_view> new_lines = lines_of(edit.text);
    const auto cost = [this, on = device](const std::vector<std::string_view>& text, std::size_t first,
                                          std::size_t count) {
      std::uint64_t total = 0;
      for (std::size_t i = first; i < first + count; ++i) total += of(on, trimmed(text[i]));
      return total;
    };
    for (const LineHunk& hunk : line_diff(before, edit.text)) {
      sum += std::max(cost(old_lines, hunk.old_first, hunk.old_count),
                      cost(new_lines, hunk.new_first, hunk.new_count));
    }
  }
  return sum;
}

}  // namespace holdfast::session
