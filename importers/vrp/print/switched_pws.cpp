// PWs switched at an SPE, and CCC connections of the system view.

#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

std::string segment_words(const SwitchedSegment& segment) {
  std::string words = fmt::format("{} {}", *segment.peer, *segment.vc_id);
  words += clause("trans", segment.transmit_label) + clause("recv", segment.receive_label);
  return words + clause("tunnel-policy", segment.tunnel_policy);
}

void print_switched(const SwitchedPw& pw, Writer& out) {
  std::string words = clause("instance-name", pw.instance_name);
  words += ' ' + segment_words(pw.first) + " between " + segment_words(pw.second);
  if (pw.backup) words += " backup " + segment_words(*pw.backup);
  words += fmt::format(" encapsulation {}", encapsulation_word(*pw.vc_type));
  words += clause("mtu", pw.mtu);
  if (pw.control_word) words += **pw.control_word ? " control-word" : " no-control-word";
  out.line("mpls switch-l2vc{}", words);
  if (pw.reroute) {
    out.line("mpls switch-l2vc {} {} encapsulation {} reroute {}", *pw.first.peer, *pw.first.vc_id,
             encapsulation_word(*pw.vc_type), reroute_words(**pw.reroute));
  }
}

}  // namespace

void print_switched_pws(const Device& device, Writer& out) {
  for (const SwitchedPw& pw : device.switched_pws) print_switched(pw, out);
  if (!device.switched_pws.empty()) out.separate();
  for (const LocalConnection& made : device.local_connections) {
    if (made.name.empty() || made.secondary || !made.second_interface) continue;
    out.line("ccc {} interface {} out-interface {}", made.name, *made.first_interface,
             **made.second_interface);
    out.separate();
  }
}

}  // namespace holdfast::vrp
