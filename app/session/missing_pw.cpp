#include "app/session/missing_pw.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>

#include "app/session/line_edit.h"

namespace holdfast::session {
namespace {

using Commands = std::vector<rules::DeviceCommands>;

constexpr std::string_view kOpenAc = "interface <ac of ";
constexpr std::string_view kPw = "mpls l2vc ";

struct MissingPw {
  std::size_t part = 0;  // of the commands
  std::string peer;
  std::string vc_id;
  std::string line;
};

std::optional<MissingPw> missing_in(const Commands& commands) {
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const std::vector<std::string>& lines = commands[i].lines;
    if (lines.size() < 2 || !lines[0].starts_with(kOpenAc) || !lines[1].starts_with(kPw)) continue;
    const std::vector<std::string> words = words_of(lines[1]);
    if (words.size() >= 4) return MissingPw{i, words[2], words[3], lines[1]};
  }
  return std::nullopt;
}

bool has_role(const Interface& ac, PwRole role) {
  return std::ranges::any_of(ac.pws, [&](const Pw& pw) { return *pw.role == role; });
}

const PwTemplate* template_to(const Device& device, std::string_view peer) {
  const auto found = std::ranges::find_if(
      device.pw_templates, [&](const PwTemplate& it) { return it.peer && to_string(**it.peer) == peer; });
  return found == device.pw_templates.end() ? nullptr : &*found;
}

// The line of a PW of this AC with other ends and another role; its options stay.
std::optional<std::string> like_sibling(const Network& network, const Device& device, const Pw& sibling,
                                        const MissingPw& missing, std::string_view role) {
  std::vector<std::string> words = words_of(command_at(network, sibling.where));
  if (words.size() < 4 || words[0] != "mpls" || words[1] != "l2vc") return {};
  if (words[2] == "pw-template" && words.size() > 4) {
    const PwTemplate* to_peer = template_to(device, missing.peer);
    if (to_peer == nullptr) return {};
    words[3] = to_peer->name;
    words[4] = missing.vc_id;
  } else {
    words[2] = missing.peer;
    words[3] = missing.vc_id;
  }
  std::erase_if(words, [](const std::string& word) { return word == "secondary" || word == "bypass"; });
  if (!role.empty()) words.emplace_back(role);
  return fmt::format("{}", fmt::join(words, " "));
}

class Places {
 public:
  Places(const Snapshot& snapshot, const Commands& commands, const MissingPw& missing)
      : snapshot_(snapshot),
        commands_(commands),
        missing_(missing),
        device_(snapshot.network[commands[missing.part].device]) {}

  std::vector<Filling> all() {
    for (const Interface& ac : device_.interfaces) beside_others(ac);
    for (const Interface& ac : device_.interfaces) alone(ac);
    return std::move(result_);
  }

 private:
  // Roles that the AC lacks. A line that has lost its role stands as the primary: it may be the secondary.
  void beside_others(const Interface& ac) {
    if (ac.pws.empty()) return;
    const Pw& sibling = ac.pws.front();
    for (const auto& [role, word] :
         {std::pair{PwRole::Primary, ""}, std::pair{PwRole::Secondary, "secondary"},
          std::pair{PwRole::Bypass, "bypass"}}) {
      if (has_role(ac, role)) continue;
      const bool stands_alone = role == PwRole::Bypass && !has_role(ac, PwRole::Secondary);
      if (const auto line = like_sibling(snapshot_.network, device_, sibling, missing_, word))
        add(ac, {*line}, stands_alone ? 1 : 0);
    }
    if (ac.pws.size() != 1 || *sibling.role != PwRole::Primary) return;
    const std::string old = command_at(snapshot_.network, sibling.where);
    if (!old.starts_with(kPw)) return;
    const auto primary = like_sibling(snapshot_.network, device_, sibling, missing_, "");
    for (const char* role : {"secondary", "bypass"}) {
      if (primary)
        add(ac, {"undo mpls l2vc", *primary, old + ' ' + role}, std::string_view(role) == "bypass" ? 1 : 0);
    }
  }

  void alone(const Interface& ac) {
    const bool carries = ac.is_sub ? !ac.vlans.empty() : !ac.mpls.value && !ac.trunk && !ac.tunnel;
    const bool taken = !ac.pws.empty() || ac.vsi || !ac.addresses.empty() || ac.vpn_instance ||
                       ac.member_of || ac.kind == InterfaceKind::Loopback || ac.bridge_domain;
    if (carries && !taken) add(ac, {missing_.line}, 0);
  }

  void add(const Interface& ac, const std::vector<std::string>& lines, int doubt) {
    Commands commands = commands_;
    rules::DeviceCommands& part = commands[missing_.part];
    part = in_views(part.device, {"interface " + ac.name}, lines);
    result_.push_back({std::move(commands), doubt});
  }

  const Snapshot& snapshot_;
  const Commands& commands_;
  const MissingPw& missing_;
  const Device& device_;
  std::vector<Filling> result_;
};

}  // namespace

std::vector<Filling> with_missing_pws(const Snapshot& snapshot, const Commands& commands) {
  const auto missing = missing_in(commands);
  if (!missing) return {{commands, 0}};
  return Places(snapshot, commands, *missing).all();
}

}  // namespace holdfast::session
