#include "importers/vrp/context.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "importers/vrp/defaults.h"
#include "importers/vrp/interface_name.h"

namespace holdfast::vrp {
namespace {

constexpr std::string_view kMasks[] = {"***",       "******",   "<secret",
                                       "<removed>", "<hidden>", "<secret hidden>"};

bool is_masked(std::string_view key) {
  return std::ranges::find(kMasks, key) != std::end(kMasks) ||
         key.find_first_not_of('*') == std::string_view::npos;
}

// FNV-1a: equal keys give equal fingerprints; they are compared within one run and never printed.
std::uint64_t fingerprint(std::string_view key) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

// Stored cipher text is wrapped in %^%#, %@%@ or %$%$, or is hexadecimal of a block's length; a key that a
// person typed is shorter (semantics: text shorter than a stored cipher string is a key in clear).
bool is_stored_cipher(std::string_view key) {
  constexpr std::size_t kShortestStored = 24;
  return key.size() >= kShortestStored;
}

std::uint16_t saturate(std::size_t value) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(value, std::numeric_limits<std::uint16_t>::max()));
}

}  // namespace

std::string_view covered(const Match& match, const Capture& capture) {
  const std::string_view first = match.tokens()[capture.first].text;
  const std::string_view last = match.tokens()[capture.first + capture.count - std::size_t{1}].text;
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

Context::Context(Device& device, FileId file, const Profile& profile)
    : device_(device), file_(file), profile_(profile), frames_(1) {}

void Context::start_line(const Line& line) {
  line_ = &line;
  line_span_ = {file_, line.number, line.column, saturate(line.text.size())};
  opened_object_ = 0;
}

Span Context::span_of(std::uint16_t column, std::size_t length) const {
  return {file_, line_->number, column, saturate(length)};
}

std::uint32_t Context::take_opened_object() {
  return opened_object_;
}

const Frame& Context::frame(View view) const {
  const auto at = std::ranges::find(frames_.rbegin(), frames_.rend(), view, &Frame::view);
  return at == frames_.rend() ? frames_.front() : *at;
}

Span Context::span(const Match& match, const Capture& capture) const {
  const std::string_view text = covered(match, capture);
  const auto offset = static_cast<std::size_t>(text.data() - line_->text.data());
  return span_of(saturate(line_->column + offset), text.size());
}

MaybeFact<std::uint32_t> Context::number(const Match& match, std::string_view parameter) const {
  const Capture* capture = match.find(parameter);
  if (capture == nullptr) return std::nullopt;
  const auto value = match.integer(*capture);
  if (!value || *value > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return fact(static_cast<std::uint32_t>(*value), match, *capture);
}

MaybeFact<std::string> Context::name(const Match& match, std::string_view parameter) const {
  const Capture* capture = match.find(parameter);
  if (capture == nullptr) return std::nullopt;
  return fact(std::string(match.text(*capture)), match, *capture);
}

std::vector<Fact<std::string>> Context::names(const Match& match, std::string_view parameter) const {
  std::vector<Fact<std::string>> result;
  for (const Capture& capture : match.captures()) {
    if (capture.is_word() || capture.name != parameter) continue;
    result.push_back(fact(std::string(match.text(capture)), match, capture));
  }
  return result;
}

MaybeFact<Ipv4> Context::ipv4(const Match& match, std::string_view parameter) const {
  const Capture* capture = match.find(parameter);
  if (capture == nullptr) return std::nullopt;
  const auto address = parse_ipv4(match.text(*capture));
  if (!address) return std::nullopt;
  return fact(*address, match, *capture);
}

MaybeFact<IpAddress> Context::ip_address(const Match& match, std::string_view parameter) const {
  const Capture* capture = match.find(parameter);
  if (capture == nullptr) return std::nullopt;
  const auto address = parse_ip(match.text(*capture));
  if (!address) return std::nullopt;
  return fact(*address, match, *capture);
}

MaybeFact<std::string> Context::interface_name(const Match& match, std::string_view parameter) const {
  const Capture* capture = match.find(parameter);
  if (capture == nullptr) return std::nullopt;
  return fact(canonical_interface(covered(match, *capture)), match, *capture);
}

MaybeFact<bool> Context::keyword(const Match& match, std::string_view word) const {
  const Capture* capture = match.find_word(word);
  if (capture == nullptr) return std::nullopt;
  return fact(true, match, *capture);
}

MaybeFact<Secret> Context::secret(const Match& match, std::string_view parameter, bool cipher_form) const {
  const Capture* capture = match.find(parameter);
  if (capture == nullptr) return std::nullopt;
  const std::string_view key = match.text(*capture);
  Secret secret;
  if (!is_masked(key)) {
    secret.form = cipher_form && is_stored_cipher(key) ? SecretForm::Cipher : SecretForm::Clear;
    secret.fingerprint = fingerprint(key);
  }
  return fact(secret, match, *capture);
}

void Context::define(NameKind kind, std::string name, Span where) {
  device_.names.push_back({kind, true, std::move(name), where});
}

void Context::refer(NameKind kind, std::string name, Span where) {
  device_.names.push_back({kind, false, std::move(name), where});
}

std::vector<Span>& Context::unread_of(const Frame& frame) {
  switch (frame.view) {
    case View::Interface:
      return device_.interfaces[frame.object].unread;
    case View::LdpRemotePeer:
      return device_.mpls.remote_peers[frame.object].unread;
    case View::PwTemplate:
      return device_.pw_templates[frame.object].unread;
    case View::Vsi:
    case View::VsiLdp:
      return vsi().unread;
    case View::VsiPw:
      return vsi_peer().unread;
    case View::ProtectGroup:
      return protect_group().unread;
    case View::Etrunk:
      return device_.etrunks[frame.object].unread;
    case View::BfdSession:
      return device_.bfd_sessions[frame.object].unread;
    case View::TunnelPolicy:
      return device_.tunnel_policies[frame.object].unread;
    case View::Ospf:
    case View::OspfArea:
      return ospf().unread;
    case View::Isis:
      return device_.isis[frame.object].unread;
    case View::VpnInstance:
    case View::VpnFamily:
      return vpn_instance().unread;
    case View::Bgp:
      return bgp().unread;
    case View::BgpFamily:
      return bgp_family().unread;
    default:
      return device_.unread;
  }
}

Pw& Context::awaited_pw(PwRole role) {
  return awaited_pws_.try_emplace({frame(View::Interface).object, role}, new_pw(line())).first->second;
}

std::optional<Pw> Context::take_awaited_pw(PwRole role) {
  auto taken = awaited_pws_.extract({frame(View::Interface).object, role});
  if (taken.empty()) return std::nullopt;
  return std::move(taken.mapped());
}

std::uint32_t Context::ensure_interface(std::string_view canonical, Span where) {
  const auto known = interface_index_.find(std::string(canonical));
  if (known != interface_index_.end()) return known->second;
  const auto index = static_cast<std::uint32_t>(device_.interfaces.size());
  device_.interfaces.push_back(new_interface(canonical, where));
  interface_index_.emplace(canonical, index);
  return index;
}

void Context::remove_interface(std::string_view canonical) {
  std::vector<Interface>& interfaces = device_.interfaces;
  const std::string subs = std::string(canonical) + '.';
  const auto removed = std::erase_if(interfaces, [&](const Interface& interface) {
    return interface.name == canonical || interface.name.starts_with(subs);
  });
  if (removed == 0) return;
  awaited_pws_.clear();
  interface_index_.clear();
  for (std::size_t i = 0; i < interfaces.size(); ++i) {
    interface_index_.emplace(interfaces[i].name, static_cast<std::uint32_t>(i));
  }
}

}  // namespace holdfast::vrp
