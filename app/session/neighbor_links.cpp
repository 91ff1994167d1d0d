#include "app/session/neighbor_links.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace holdfast::session {
namespace {

bool in_a_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// Whether the name stands in the text as a word of its own: PE1 in `PE1-lldp`, not in `PE10`.
bool has_word(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !in_a_word(text[at - 1])) && (end == text.size() || !in_a_word(text[end]))) return true;
  }
  return false;
}

class CaptureReader {
 public:
  CaptureReader(const NeighborCapture& capture, Snapshot& snapshot)
      : capture_(capture), snapshot_(snapshot) {}

  void add_links() {
    std::map<PortKey, std::set<PortKey>> neighbors_of;
    std::vector<StatedLink> links;
    for (const SeenNeighbor& seen : capture_.seen) {
      const Device* here = owner(seen);
      if (here == nullptr) {
        nobody(seen);
        continue;
      }
      const Device* there = find(seen.neighbor_device);
      const PortKey port{*here->name, canonical(*here, seen.interface)};
      const PortKey far{seen.neighbor_device, there != nullptr ? canonical(*there, seen.neighbor_interface)
                                                               : seen.neighbor_interface};
      if (!neighbors_of[port].insert(far).second) continue;
      if (there == nullptr) {
        elsewhere_.insert(seen.neighbor_device);
      } else if (configured(*here, port.second, seen) && configured(*there, far.second, seen)) {
        links.push_back({{port.first, port.second}, {far.first, far.second}, LinkSource::Lldp, seen.where});
      }
    }
    for (StatedLink& link : links) {
      const auto& neighbors = neighbors_of[{link.a.device, link.a.interface}];
      if (neighbors.size() == 1) {
        snapshot_.network.stated_links.push_back(std::move(link));
      } else {
        note(link.where, fmt::format("{} of {} has {} neighbours; none is taken for its link",
                                     link.a.interface, link.a.device, neighbors.size()));
      }
    }
    if (!elsewhere_.empty())
      note({}, fmt::format("neighbours that are not here: {}", fmt::join(elsewhere_, ", ")));
  }

 private:
  using PortKey = std::pair<std::string, std::string>;  // device and canonical interface

  const Device* find(std::string_view name) const {
    const auto at = std::ranges::find(snapshot_.network.devices, name,
                                      [](const Device& d) -> std::string_view { return *d.name; });
    return at == snapshot_.network.devices.end() ? nullptr : &*at;
  }

  template <class Fits>
  const Device* longest_name(Fits fits) const {
    const Device* best = nullptr;
    for (const Device& device : snapshot_.network.devices) {
      if (fits(*device.name) && (best == nullptr || best->name->size() < device.name->size())) best = &device;
    }
    return best;
  }

  // Whose neighbours these are: by the prompt, else by the configuration in the same file, else by its name.
  const Device* owner(const SeenNeighbor& seen) const {
    const std::string& prompt = seen.device;
    if (!prompt.empty()) {
      const Device* exact = find(prompt);
      return exact != nullptr
                 ? exact
                 : longest_name([&](const std::string& name) { return prompt.starts_with(name + '-'); });
    }
    const auto in_file = [&](const Device& device) { return device.file == capture_.file; };
    if (std::ranges::count_if(snapshot_.network.devices, in_file) == 1)
      return &*std::ranges::find_if(snapshot_.network.devices, in_file);
    return longest_name([&](const std::string& name) { return has_word(capture_.stem, name); });
  }

  void nobody(const SeenNeighbor& seen) {
    if (!nobodies_.insert(seen.device).second) return;
    note(seen.where, seen.device.empty()
                         ? std::string("does not say whose neighbours these are: there is no prompt, and the "
                                       "file is not named after a device")
                         : fmt::format("shows neighbours of {}, which is not here", seen.device));
  }

  std::string canonical(const Device& device, const std::string& interface) const {
    return snapshot_.importers->find(device.vendor)->canonical_interface(interface);
  }

  bool configured(const Device& device, const std::string& interface, const SeenNeighbor& seen) {
    if (device.find_interface(interface).valid()) return true;
    note(seen.where,
         fmt::format("the neighbour names {} of {}, which is not configured there", interface, *device.name));
    return false;
  }

  void note(const Span& where, std::string message) {
    snapshot_.problems.push_back({InputProblem::Kind::Note,
                                  std::string(snapshot_.network.sources.path(capture_.file)), where.line,
                                  where.column, std::move(message)});
  }

  const NeighborCapture& capture_;
  Snapshot& snapshot_;
  std::set<std::string> elsewhere_;
  std::set<std::string> nobodies_;
};

}  // namespace

void add_neighbor_links(const std::vector<NeighborCapture>& captures, Snapshot& snapshot) {
  for (const NeighborCapture& capture : captures) CaptureReader(capture, snapshot).add_links();
}

}  // namespace holdfast::session
