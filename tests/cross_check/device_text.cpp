#include "tests/cross_check/device_text.h"

#include <algorithm>

namespace holdfast::cross_check {
namespace {

void add(std::string& text, const Lines& lines, const char* indent = "") {
  for (const std::string& line : lines) text += indent + line + '\n';
}

}  // namespace

Lines& DeviceText::interface(const std::string& wanted) {
  const auto found = std::ranges::find(interfaces_, wanted, [](const auto& it) { return it.first; });
  if (found != interfaces_.end()) return found->second;
  interfaces_.emplace_back(wanted, Lines{});
  return interfaces_.back().second;
}

void DeviceText::add_remote_peer(const std::string& peer) {
  if (std::ranges::find(remote_peers, peer) == remote_peers.end()) remote_peers.push_back(peer);
}

std::string DeviceText::str() const {
  std::string text = "#\nsysname " + name + "\n#\n";
  add(text, head);
  if (bfd) text += "bfd\n#\n";
  if (!lsr_id.empty()) {
    text += "mpls lsr-id " + lsr_id + "\nmpls\n";
    add(text, mpls, " ");
    text += "#\nmpls l2vpn\n#\n";
  }
  add(text, blocks);
  if (!lsr_id.empty() && ldp) {
    text += "mpls ldp\n";
    add(text, in_ldp, " ");
    text += "#\n";
    for (const std::string& peer : remote_peers) {
      text += "mpls ldp remote-peer to-" + peer + "\n remote-ip " + peer + "\n#\n";
    }
  }
  if (!isis.empty()) {
    text += "isis 1\n";
    add(text, isis, " ");
    text += "#\n";
  }
  for (const auto& [interface, lines] : interfaces_) {
    text += "interface " + interface + '\n';
    add(text, lines, " ");
    text += "#\n";
  }
  if (runs_ospf) {
    text += "ospf 1\n";
    add(text, ospf, " ");
    for (const auto& [area, lines] : areas) {
      text += " area " + std::to_string(area) + '\n';
      add(text, lines, "  ");
    }
    text += "#\n";
  }
  add(text, tail);
  return text + "return\n";
}

}  // namespace holdfast::cross_check
