#pragma once

// How rules speak of one end of a PW, and of the two ends of one PW.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules {

// "PE1 GigabitEthernet0/1/0.10", "VSI v1 of PE1", "the PW switching of SPE1".
std::string end_phrase(const pairing::Pairing& net, const pairing::PwEnd& end);

// "secondary PW to PE3 (VC ID 200)"; without its peer's name where that is unseen.
std::string pw_phrase(const pairing::Pairing& net, const pairing::PwEnd& end);

// "control word at PE1": what a fact is called where two ends are compared.
std::string setting_at(const pairing::Pairing& net, const pairing::PwEnd& end, std::string_view what);

// Where the settings of an end stand: the AC's view (the PW template's where only that has lines which were
// not understood), the VSI's view, the system view for a switched PW.
Block block_of_end(const pairing::Pairing& net, const pairing::PwEnd& end);

// A default says nothing of where it would be changed: it is then shown at the line that makes the end.
template <class T>
Fact<T> at_line_of(const pairing::PwEnd& end, Fact<T> fact) {
  if (fact.origin == Origin::Default) fact.where = end.where;
  return fact;
}

// Shows the line that makes the end, unless the value, which the claim shows already, stands in it.
void show_end(Claim& claim, const pairing::PwEnd& end, Span value, std::string note = {});

// Of two ends that disagree: the one that is better changed, and the one to keep. An end that belongs to a
// group of PWs, a VSI or a switching SPE is kept, since others have to agree with it too; else an end that
// only has a default is changed.
struct Disagreement {
  const pairing::PwEnd* changed;
  const pairing::PwEnd* kept;
};
Disagreement disagreement(const pairing::Pairing& net, const pairing::PwEnd& a, const pairing::PwEnd& b,
                          bool a_configured, bool b_configured);

// What it means for the service that this PW does not come up: one or two sentences.
std::string consequence_of_down(const pairing::Pairing& net, const pairing::PwEnd& a,
                                const pairing::PwEnd& b);
std::string consequence_of_down(const pairing::Pairing& net, const pairing::PwEnd& end);

// Whether the VC type of the end follows from what was read. On ATM and TDM links a line that says nothing
// leaves it to the hardware.
bool vc_type_known(const pairing::Pairing& net, const pairing::PwEnd& end);

// Whether the ends of such a PW announce an MTU to each other: TDM and ATM cell PWs do not.
bool announces_mtu(VcType type);

// Those of the lines that contain the word.
std::vector<Span> lines_with(const pairing::Pairing& net, std::span<const Span> lines, std::string_view word);

// Whether an end is a segment of a switched PW; what agrees along an MS-PW is PW031's business.
inline bool is_segment(const pairing::PwEnd& end) {
  return end.kind == pairing::PwEndKind::Segment;
}
inline bool is_vsi(const pairing::PwEnd& end) {
  return end.kind == pairing::PwEndKind::VsiPeer;
}

}  // namespace holdfast::rules
