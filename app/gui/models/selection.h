#pragma once

// What the user looks at: devices and links for the map, one service to follow, and configuration lines.

#include <QObject>
#include <optional>
#include <vector>

#include "app/gui/models/workspace.h"
#include "solver/rules/finding.h"

namespace holdfast::gui {

class Selection : public QObject {
  Q_OBJECT

 public:
  enum class Kind { Nothing, Device, Link, Service, Finding, Line };

  using QObject::QObject;

  void set_study(const StudyPtr& study);

  void clear();
  void select_device(DeviceId device);
  void select_link(std::size_t link);
  void select_service(std::size_t service);
  void select_finding(const FindingsPtr& findings, const rules::Finding& finding);
  // Of the lines marked, this one to show.
  void show_first(std::size_t line);
  // A line of a story or a trace; the service stays as it is.
  void select_line(const rules::Evidence& line);
  void select_interface(PortRef port);
  // Several at once, as picked on the map: what F fails.
  void select_elements(std::vector<DeviceId> devices, std::vector<std::size_t> links);
  void drop_service();

  // All of it, to be taken back later.
  struct Kept {
    StudyPtr study;
    FindingsPtr findings;
    Kind kind = Kind::Nothing;
    std::vector<DeviceId> devices;
    std::vector<std::size_t> links;
    std::optional<std::size_t> service;
    const rules::Finding* finding = nullptr;
    std::vector<rules::Evidence> lines;
  };
  Kept kept() const;
  void take(const Kept& kept);  // of the same study

  Kind kind() const { return kind_; }
  const StudyPtr& study() const { return study_; }
  const std::vector<DeviceId>& devices() const { return devices_; }
  const std::vector<std::size_t>& links() const { return links_; }  // positions in the map's links
  std::vector<ElementId> elements() const;                          // of devices and links
  std::optional<std::size_t> service() const { return service_; }
  const rules::Finding* finding() const { return finding_; }
  // Lines to mark; the first is the one to show.
  const std::vector<rules::Evidence>& lines() const { return lines_; }

 signals:
  void changed();
  void service_changed();
  void lines_changed();

 private:
  void set(Kind kind, std::vector<DeviceId> devices, std::vector<std::size_t> links);
  void set_lines(std::vector<rules::Evidence> lines);
  void set_service(std::optional<std::size_t> service);
  rules::Evidence at(PortRef port) const;

  StudyPtr study_;
  FindingsPtr findings_;  // keeps `finding_` alive
  Kind kind_ = Kind::Nothing;
  std::vector<DeviceId> devices_;
  std::vector<std::size_t> links_;
  std::optional<std::size_t> service_;
  const rules::Finding* finding_ = nullptr;
  std::vector<rules::Evidence> lines_;
};

}  // namespace holdfast::gui
