#pragma once

// Words that several L2VPN commands share.

#include <cstdint>
#include <string_view>

#include "importers/vrp/context.h"
#include "model/pseudowire.h"

namespace holdfast::vrp {

// The notation of the encapsulations of switched PWs.
#define HOLDFAST_VRP_ENCAPSULATIONS                                                                         \
  "{ atm-1to1-vcc | atm-1to1-vpc | atm-aal5-pdu | atm-aal5-sdu | atm-nto1-vcc | atm-nto1-vpc | "            \
  "atm-trans-cell | cesopsn-basic | ethernet | fr | hdlc | ip-interworking | ip-layer2 | ppp | satop-e1 | " \
  "satop-e3 | satop-t1 | satop-t3 | vlan | cep }"

// The VC type that one of the line's words names (`raw`, `ethernet`, `satop-e1`); nothing when none does.
MaybeFact<VcType> vc_type(const Context& context, const Match& match);

// `control-word` or `no-control-word`, at its place.
MaybeFact<bool> control_word(const Context& context, const Match& match);

// `both`, `send` or `receive`, at its place.
MaybeFact<FlowLabel> flow_label(const Context& context, const Match& match);

// `delay <delay>`, `immediately` or `never`, with `resume <resume>`; what is not said keeps its default.
Reroute reroute(const Context& context, const Match& match);

// The value of a parameter in hexadecimal, with or without 0x.
MaybeFact<std::uint32_t> hex_number(const Context& context, const Match& match, std::string_view parameter);

}  // namespace holdfast::vrp
