#include "app/report/services.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/report/json_values.h"

namespace holdfast::report {
namespace {

Json pw_json(const session::PwView& pw) {
  return {{"role", pw.role},  {"from", pw.from},  {"peer", pw.peer}, {"peerDevice", pw.peer_device},
          {"vcId", pw.vc_id}, {"state", pw.state}};
}

std::string far_end(const session::PwView& pw) {
  if (pw.peer.empty()) return "no peer";
  if (pw.peer_device.empty()) return fmt::format("{} ({})", pw.peer, pw.state);
  return pw.state == "paired" ? pw.peer_device : fmt::format("{} ({})", pw.peer_device, pw.state);
}

}  // namespace

std::string services_text(std::span<const session::ServiceView> services, const Options& /*options*/) {
  std::string text = services.empty() ? "no services found\n" : "";
  for (const session::ServiceView& service : services) {
    text += fmt::format("{}\n  {}, redundancy {}, arbiter {}\n", service.id, service.kind, service.redundancy,
                        service.arbiter);
    for (const std::string& endpoint : service.endpoints) text += fmt::format("  AC  {}\n", endpoint);
    for (const session::PwView& pw : service.pws) {
      text += fmt::format("  PW  {} -> {}{}  {}\n", pw.from, far_end(pw),
                          pw.vc_id.empty() ? std::string() : " VC ID " + pw.vc_id, pw.role);
    }
  }
  return text;
}

std::string services_json(std::span<const session::ServiceView> services) {
  Json list = Json::array();
  for (const session::ServiceView& service : services) {
    Json pws = Json::array();
    for (const session::PwView& pw : service.pws) pws.push_back(pw_json(pw));
    list.push_back({{"id", service.id},
                    {"kind", service.kind},
                    {"endpoints", service.endpoints},
                    {"pws", std::move(pws)},
                    {"redundancy", service.redundancy},
                    {"arbiter", service.arbiter},
                    {"unseen", service.unseen}});
  }
  return dump(Json{{"schema", 1}, {"services", std::move(list)}});
}

}  // namespace holdfast::report
