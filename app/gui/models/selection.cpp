#include "app/gui/models/selection.h"

#include <algorithm>
#include <utility>

#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

std::vector<DeviceId> devices_of(const std::vector<rules::Evidence>& lines) {
  std::vector<DeviceId> result;
  for (const rules::Evidence& line : lines) {
    if (line.device.valid() && std::ranges::find(result, line.device) == result.end())
      result.push_back(line.device);
  }
  return result;
}

}  // namespace

void Selection::set_study(const StudyPtr& study) {
  study_ = study;
  service_.reset();
  clear();
  emit service_changed();
}

void Selection::clear() {
  set_lines({});
  set(Kind::Nothing, {}, {});
}

void Selection::set(Kind kind, std::vector<DeviceId> devices, std::vector<std::size_t> links) {
  kind_ = kind;
  devices_ = std::move(devices);
  links_ = std::move(links);
  if (kind != Kind::Finding) finding_ = nullptr;
  emit changed();
}

void Selection::set_lines(std::vector<rules::Evidence> lines) {
  lines_ = std::move(lines);
  emit lines_changed();
}

void Selection::set_service(std::optional<std::size_t> service) {
  if (service_ == service) return;
  service_ = service;
  emit service_changed();
}

rules::Evidence Selection::at(PortRef port) const {
  const Interface& interface = study_->network()[port.device][port.interface];
  return {port.device, interface.where, {}};
}

void Selection::select_device(DeviceId device) {
  const Device& it = study_->network()[device];
  set_lines({{device, Span{it.file, it.first_line, 0, 0}, {}}});
  set(Kind::Device, {device}, {});
}

void Selection::select_link(std::size_t link) {
  const session::MapLink& it = study_->map().links[link];
  set_lines({at(it.a), at(it.b)});
  set(Kind::Link, {}, {link});
}

void Selection::select_interface(PortRef port) {
  set_lines({at(port)});
  set(Kind::Device, {port.device}, {});
}

void Selection::select_elements(std::vector<DeviceId> devices, std::vector<std::size_t> links) {
  if (devices.size() == 1 && links.empty()) return select_device(devices.front());
  if (links.size() == 1 && devices.empty()) return select_link(links.front());
  if (devices.empty() && links.empty()) return clear();
  const Kind kind = devices.empty() ? Kind::Link : Kind::Device;
  set(kind, std::move(devices), std::move(links));
}

void Selection::select_service(std::size_t service) {
  std::vector<rules::Evidence> lines;
  // The AC that the service is called after comes first: it is the one that chooses.
  std::vector<std::string> endpoints = study_->services()[service].endpoints;
  std::stable_partition(endpoints.begin(), endpoints.end(),
                        [&](const std::string& it) { return study_->services()[service].id.ends_with(it); });
  for (const std::string& endpoint : endpoints) {
    const std::size_t colon = endpoint.rfind(':');
    for (const session::MapNode& node : study_->map().nodes) {
      if (node.name != endpoint.substr(0, colon)) continue;
      const InterfaceId id = study_->network()[node.device].find_interface(endpoint.substr(colon + 1));
      if (id.valid()) lines.push_back(at({node.device, id}));
    }
  }
  set_service(service);
  set_lines(std::move(lines));
  set(Kind::Service, {}, {});
}

void Selection::drop_service() {
  set_service(std::nullopt);
  if (kind_ == Kind::Service) clear();
}

void Selection::select_finding(const FindingsPtr& findings, const rules::Finding& finding) {
  findings_ = findings;
  finding_ = &finding;
  const auto& services = study_->services();
  const auto service = std::ranges::find(services, finding.service, &session::ServiceView::id);
  if (service != services.end()) set_service(static_cast<std::size_t>(service - services.begin()));
  set_lines(finding.evidence);
  set(Kind::Finding, devices_of(finding.evidence), {});
}

void Selection::show_first(std::size_t line) {
  std::vector<rules::Evidence> lines = finding_ != nullptr ? finding_->evidence : lines_;
  if (line >= lines.size()) return;
  std::rotate(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(line), lines.end());
  set_lines(std::move(lines));
}

void Selection::select_line(const rules::Evidence& line) {
  set_lines({line});
  set(Kind::Line, line.device.valid() ? std::vector{line.device} : std::vector<DeviceId>(), {});
}

Selection::Kept Selection::kept() const {
  return {study_, findings_, kind_, devices_, links_, service_, finding_, lines_};
}

void Selection::take(const Kept& kept) {
  findings_ = kept.findings;
  finding_ = kept.finding;
  set_service(kept.service);
  set_lines(kept.lines);
  set(kept.kind, kept.devices, kept.links);
}

std::vector<ElementId> Selection::elements() const {
  std::vector<ElementId> result;
  for (const DeviceId device : devices_) result.push_back(study_->map().nodes[device.index].element);
  for (const std::size_t link : links_) {
    const session::MapLink& it = study_->map().links[link];
    if (it.element.valid()) {
      result.push_back(it.element);
      continue;
    }
    // A bundle fails with all of its members.
    for (const std::size_t member : study_->links_at(it.a))
      result.push_back(study_->map().links[member].element);
  }
  std::erase_if(result, [](ElementId id) { return !id.valid(); });
  std::ranges::sort(result);
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

}  // namespace holdfast::gui
