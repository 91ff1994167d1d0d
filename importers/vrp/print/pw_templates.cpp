// PW templates, and the options of TDM and ATM.

#include "importers/vrp/print/pw_settings.h"
#include "importers/vrp/print/sections.h"
#include "importers/vrp/print/words.h"

namespace holdfast::vrp {
namespace {

constexpr std::uint32_t kLargestJitter = 64;  // larger ones are of CEP

void print_tdm(const TdmOptions& tdm, Writer& out) {
  if (tdm.jitter_buffer) {
    out.line("{} depth {}", **tdm.jitter_buffer > kLargestJitter ? "jitter-buffer-cep" : "jitter-buffer",
             **tdm.jitter_buffer);
  }
  out.value("tdm-encapsulation-number", tdm.encapsulation_number);
  if (tdm.rtp_header) out.line("rtp-header");
  if (tdm.idle_code) out.line("idle-code {:x}", **tdm.idle_code);
  if (tdm.payload_compression) out.line("payload-compression dba uneq");
}

void print_atm(const AtmOptions& atm, Writer& out) {
  out.value("max-atm-cells", atm.max_cells);
  out.value("transmit-atm-cells", atm.transmit_cells);
  out.value("atm-pack-overtime", atm.pack_overtime);
  if (atm.sequence_number) out.line("cc seq-number");
}

}  // namespace

void print_pw_templates(const Device& device, Writer& out) {
  for (const PwTemplate& made : device.pw_templates) {
    out.open("pw-template {}", made.name);
    out.value("peer-address", made.peer);
    if (made.control_word) out.line("control-word");
    out.value("mtu", made.mtu);
    out.value("tnl-policy", made.tunnel_policy);
    if (made.flow_label) out.line("flow-label {}", flow_label_word(**made.flow_label));
    if (made.tdm) print_tdm(*made.tdm, out);
    if (made.atm) print_atm(*made.atm, out);
    out.close();
  }
}

std::string tdm_clauses(const TdmOptions& tdm, VcType type) {
  std::string words = clause("tdm-encapsulation-number", tdm.encapsulation_number);
  if (tdm.sequence_number) words += " tdm-sequence-number";
  words += clause(type == VcType::Cep ? "jitter-buffer-cep" : "jitter-buffer", tdm.jitter_buffer);
  if (tdm.rtp_header) words += " rtp-header";
  if (tdm.idle_code) words += fmt::format(" idle-code {:x}", **tdm.idle_code);
  if (tdm.payload_compression) words += " payload-compression dba uneq";
  return words;
}

std::string atm_clauses(const AtmOptions& atm) {
  return clause("max-atm-cells", atm.max_cells) + clause("atm-pack-overtime", atm.pack_overtime) +
         clause("transmit-atm-cells", atm.transmit_cells);
}

}  // namespace holdfast::vrp
