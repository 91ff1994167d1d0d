#pragma once

// What a binder sees: the device under construction, the views that are open, and the line at hand.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "importers/vrp/grammar/match.h"
#include "importers/vrp/profile.h"
#include "importers/vrp/text/lines.h"
#include "importers/vrp/views.h"
#include "model/device.h"

namespace holdfast::vrp {

// An open view and the model object that its lines describe: an index into the vector that owns it, in the
// device or in the object of the view around it.
struct Frame {
  View view = View::System;
  std::uint32_t object = 0;
  std::uint16_t indent = 0;  // of the line that opened it
  bool flat = false;         // its lines are not indented (the archive lost it)
  bool guessed = false;      // its only sign is that lines are indented below an irrelevant command
  Span header;               // the line that opened it
};

// The text of all tokens of a capture, with the blanks between them.
std::string_view covered(const Match& match, const Capture& capture);

class Context {
 public:
  Context(Device& device, FileId file, const Profile& profile);

  Device& device() { return device_; }
  const Profile& profile() const { return profile_; }

  // The line at hand.
  Span line() const { return line_span_; }
  std::string_view text() const { return line_->text; }
  // The place of a captured parameter or keyword in it.
  Span span(const Match& match, const Capture& capture) const;

  // The model object of the innermost open view of that kind. Only to be called by binders of rows whose view
  // is that one or lies inside it.
  Interface& interface() { return device_.interfaces[frame(View::Interface).object]; }
  Vsi& vsi() { return device_.vsis[frame(View::Vsi).object]; }
  VsiPeer& vsi_peer() { return vsi().peers[frame(View::VsiPw).object]; }
  ProtectGroup& protect_group() { return vsi().groups[frame(View::ProtectGroup).object]; }
  Etrunk& etrunk() { return device_.etrunks[frame(View::Etrunk).object]; }
  BfdSession& bfd_session() { return device_.bfd_sessions[frame(View::BfdSession).object]; }
  PwTemplate& pw_template() { return device_.pw_templates[frame(View::PwTemplate).object]; }
  LdpRemotePeer& ldp_remote_peer() { return device_.mpls.remote_peers[frame(View::LdpRemotePeer).object]; }
  ExplicitPath& explicit_path() { return device_.explicit_paths[frame(View::ExplicitPath).object]; }
  TunnelPolicy& tunnel_policy() { return device_.tunnel_policies[frame(View::TunnelPolicy).object]; }
  BridgeDomain& bridge_domain() { return device_.bridge_domains[frame(View::BridgeDomain).object]; }
  OspfProcess& ospf() { return device_.ospf[frame(View::Ospf).object]; }
  OspfArea& ospf_area() { return ospf().areas[frame(View::OspfArea).object]; }
  IsisProcess& isis() { return device_.isis[frame(View::Isis).object]; }
  VpnInstance& vpn_instance() { return device_.vpn_instances[frame(View::VpnInstance).object]; }
  VpnFamily& vpn_family() { return vpn_instance().families[frame(View::VpnFamily).object]; }
  Bgp& bgp() { return device_.bgp.ensure(); }
  BgpFamily& bgp_family() { return bgp().families[frame(View::BgpFamily).object]; }

  // Says which object the view opened by this line describes: its index in the vector that owns it.
  void describes(std::size_t object) { opened_object_ = static_cast<std::uint32_t>(object); }

  // A configured fact at the place of that parameter or keyword.
  template <class T>
  Fact<T> fact(T value, const Match& match, const Capture& capture) const {
    return configured(std::move(value), span(match, capture));
  }
  // A configured fact whose place is the whole line.
  template <class T>
  Fact<T> fact(T value) const {
    return configured(std::move(value), line());
  }

  // Parameters as facts; nothing when the parameter was not given.
  MaybeFact<std::uint32_t> number(const Match& match, std::string_view parameter) const;
  MaybeFact<std::string> name(const Match& match, std::string_view parameter) const;
  MaybeFact<Ipv4> ipv4(const Match& match, std::string_view parameter) const;
  MaybeFact<IpAddress> ip_address(const Match& match, std::string_view parameter) const;
  MaybeFact<std::string> interface_name(const Match& match, std::string_view parameter) const;
  // True at the keyword's place; nothing when the keyword was not given.
  MaybeFact<bool> keyword(const Match& match, std::string_view word) const;
  // A key, compared but never kept. `cipher_form`: the word before it says that it is stored cipher text.
  MaybeFact<Secret> secret(const Match& match, std::string_view parameter, bool cipher_form) const;
  // The same for all occurrences of a parameter that can be repeated.
  std::vector<Fact<std::string>> names(const Match& match, std::string_view parameter) const;

  // Notes a definition or use of a name where no parameter type (`ref`, `def`) does it.
  void define(NameKind kind, std::string name, Span where);
  void refer(NameKind kind, std::string name, Span where);

  // A PW of the interface whose view is open, for lines that bind something to it before the line that makes
  // it. That line takes it away; of one that is never made nothing is left.
  Pw& awaited_pw(PwRole role);
  std::optional<Pw> take_awaited_pw(PwRole role);

  // The interface of that canonical name: an existing one, or a new one with its defaults.
  std::uint32_t ensure_interface(std::string_view canonical, Span where);
  // Takes the interface and its sub-interfaces away. Indices of interfaces that were got before are void.
  void remove_interface(std::string_view canonical);

  // --- for the reader
  // ---------------------------------------------------------------------------------------
  const Frame& frame(View view) const;
  std::vector<Frame>& frames() { return frames_; }
  void start_line(const Line& line);
  std::uint32_t take_opened_object();
  Span span_of(std::uint16_t column, std::size_t length) const;
  // The list of unread lines of the object that the frame describes.
  std::vector<Span>& unread_of(const Frame& frame);

 private:
  Device& device_;
  FileId file_;
  const Profile& profile_;
  std::vector<Frame> frames_;
  const Line* line_ = nullptr;
  Span line_span_;
  std::uint32_t opened_object_ = 0;
  std::unordered_map<std::string, std::uint32_t> interface_index_;  // by canonical name
  std::map<std::pair<std::uint32_t, PwRole>, Pw> awaited_pws_;      // by interface and role
};

}  // namespace holdfast::vrp
