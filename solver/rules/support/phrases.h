#pragma once

// Words and commands that many rules need, said the same way everywhere.

#include <string>
#include <string_view>
#include <vector>

#include "solver/pairing/pairing.h"
#include "solver/rules/finding.h"

namespace holdfast::rules {

// "control word of the secondary PW": what a fact of a PW is called in evidence.
std::string setting_of(const pairing::PwEnd& end, std::string_view what);

// "PE1": the device's name.
const std::string& name_of(const pairing::Pairing& net, DeviceId device);

// "PE1 GigabitEthernet0/1/0.10".
std::string port_phrase(const pairing::Pairing& net, pairing::PortRef port);

// The id of the service that the AC, VSI or PW end belongs to; empty when it belongs to none.
std::string service_name(const pairing::Pairing& net, pairing::PortRef ac);
std::string service_name(const pairing::Pairing& net, pairing::VsiRef vsi);
std::string service_name(const pairing::Pairing& net, pairing::PwEndId end);

// What a configuration line says, without the blanks around it.
std::string line_text(const pairing::Pairing& net, Span where);

// Commands typed in the views that `headers` open one inside the other, as an engineer types them after
// `system-view`: the headers, the lines, `quit` for each view, `commit` at the end.
DeviceCommands in_view(DeviceId device, const std::vector<std::string>& headers,
                       const std::vector<std::string>& lines);
DeviceCommands in_interface(const pairing::Pairing& net, pairing::PortRef port,
                            const std::vector<std::string>& lines);

// The line without those words, with those words added at its end.
std::string with_words(const std::string& line, const std::vector<std::string_view>& removed,
                       std::string_view added);

// A PW's parameters cannot be changed in place: removes the PW and makes it anew from its own line, edited by
// with_words. A primary PW that has a secondary goes last and comes back first, as the device demands.
Fix remake_pw(const pairing::Pairing& net, const pairing::PwEnd& end,
              const std::vector<std::string_view>& removed, std::string_view added, std::string summary);

}  // namespace holdfast::rules
