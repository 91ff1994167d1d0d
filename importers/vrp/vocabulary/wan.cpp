// E1, CPOS, ATM, PPP, HDLC, frame relay, TDM framing.
// The framing of circuits; both ends of a circuit are inside its site.

#include "importers/vrp/vocabulary/lists.h"

namespace holdfast::vrp {

constinit const std::string_view kWanWords = R"(
atm
atm-bundle
atm-link
cep
channel-set
code
cpos
cpos-trunk
crc
differential-delay
down-when-looped
drop-timeout
e1
fast-alarm-detect
flag
fr
fragment-threshold
frame-format
frame-length
hdlc
idle-code
idle-code-e1
ima
link-protocol atm
link-protocol fr
link-protocol hdlc
link-protocol ppp
link-protocol tdm
llid
mapping-mode
min-active-links
mp
mrru
multiplex
packet-reassembly
pos-trunk
pvc
pvp
pw-control-word
sdh-alarm
sdh-trace
short-sequence
time-delay-detect
timer hold
using)";

}  // namespace holdfast::vrp
