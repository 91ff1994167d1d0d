#include "solver/rules/support/phrases.h"

#include <algorithm>
#include <fmt/format.h>

#include "solver/rules/support/pw_commands.h"

namespace holdfast::rules {
namespace {

using pairing::Pairing;
using pairing::PwEnd;

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos) return words;
    line.remove_prefix(start);
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
}

std::string name_or_none(const pairing::Service* service) {
  return service == nullptr ? std::string() : service->name;
}

}  // namespace

std::string setting_of(const PwEnd& end, std::string_view what) {
  return fmt::format("{} of the {} PW", what, role_word(end));
}

const std::string& name_of(const Pairing& net, DeviceId device) {
  return net[device].name.value;
}

std::string port_phrase(const Pairing& net, pairing::PortRef port) {
  return fmt::format("{} {}", name_of(net, port.device), net[port].name);
}

std::string service_name(const Pairing& net, pairing::PortRef ac) {
  return name_or_none(net.services().of(ac));
}
std::string service_name(const Pairing& net, pairing::VsiRef vsi) {
  return name_or_none(net.services().of(vsi));
}
std::string service_name(const Pairing& net, pairing::PwEndId end) {
  return name_or_none(net.services().of(end));
}

std::string line_text(const Pairing& net, Span where) {
  return fmt::format("{}", fmt::join(words_of(net.network().sources.line(where.file, where.line)), " "));
}

DeviceCommands in_view(DeviceId device, const std::vector<std::string>& headers,
                       const std::vector<std::string>& lines) {
  DeviceCommands commands{device, headers};
  commands.lines.insert(commands.lines.end(), lines.begin(), lines.end());
  commands.lines.insert(commands.lines.end(), headers.size(), "quit");
  commands.lines.emplace_back("commit");
  return commands;
}

DeviceCommands in_interface(const Pairing& net, pairing::PortRef port,
                            const std::vector<std::string>& lines) {
  return in_view(port.device, {"interface " + net[port].name}, lines);
}

std::string with_words(const std::string& line, const std::vector<std::string_view>& removed,
                       std::string_view added) {
  std::vector<std::string_view> words = words_of(line);
  std::erase_if(words,
                [&](std::string_view word) { return std::ranges::find(removed, word) != removed.end(); });
  if (!added.empty()) words.push_back(added);
  return fmt::format("{}", fmt::join(words, " "));
}

Fix remake_pw(const Pairing& net, const PwEnd& end, const std::vector<std::string_view>& removed,
              std::string_view added, std::string summary) {
  const std::string changed = with_words(line_text(net, end.where), removed, added);
  return {std::move(summary), {in_interface(net, end.ac_port(), remade_pw(net, end, changed))}};
}

}  // namespace holdfast::rules
