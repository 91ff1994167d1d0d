#include "app/gui/views/previews.h"

#include <utility>

#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/failure_panels.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/problems_panel.h"
#include "app/gui/views/repair_panel.h"

namespace holdfast::gui {

Previews::Previews(const Parts& parts, QObject* parent) : QObject(parent), parts_(parts) {
  join_repair();
  join_links();
  connect(parts.actions.leave, &QAction::triggered, this, &Previews::leave);
  // Of two previews that is shown whose list is looked at.
  connect(&parts.bottom, &QTabWidget::currentChanged, this, [this](int tab) {
    if (tab != BottomTabs::Repair && tab != BottomTabs::Links) return;
    if (std::exchange(shows_links_, tab == BottomTabs::Links) != shows_links_ && kept_) show_any();
  });
}

void Previews::join_repair() {
  connect(&parts_.repair, &RepairRun::started, this, [this] {
    keep();
    parts_.actions.bottom->setChecked(true);
    parts_.bottom.show_tab(BottomTabs::Repair);
    parts_.map.set_preview({});
    parts_.config.show_change(nullptr);
  });
  connect(&parts_.repair, &RepairRun::finished, this, &Previews::show_any);
  connect(&parts_.bottom.repair(), &RepairPanel::left, this, &Previews::leave);
  connect(parts_.actions.mend, &QAction::triggered, this, &Previews::mend_problem);
  connect(parts_.actions.mend_all, &QAction::triggered, this, &Previews::mend_all);
}

void Previews::join_links() {
  connect(&parts_.candidates, &Candidates::changed, this, &Previews::show_any);
  connect(&parts_.map.view(), &MapView::link_drawn, this, &Previews::judge);
  connect(parts_.actions.draw_link, &QAction::triggered, this, &Previews::draw_link);
  connect(parts_.actions.drop_link, &QAction::triggered, this,
          [this] { parts_.candidates.drop(parts_.candidates.current()); });
}

std::optional<std::size_t> Previews::searched() const {
  const FailuresPtr& result = parts_.failures.result();
  return result ? std::optional(result->k) : std::nullopt;
}

void Previews::mend_all() {
  parts_.repair.start({}, searched());
}

void Previews::mend_problem() {
  const session::ReportedFinding* it = parts_.bottom.problems().current();
  if (it == nullptr) {
    emit problem(tr("no problem is selected: there is nothing to mend"));
  } else if (it->finding.verdict == rules::Verdict::Unknown) {
    emit problem(tr("what is not decided cannot be mended"));
  } else {
    parts_.repair.start({it->fingerprint}, searched());
  }
}

void Previews::draw_link() {
  const std::vector<DeviceId>& devices = parts_.selection.devices();
  MapView& view = parts_.map.view();
  if (parts_.selection.kind() == Selection::Kind::Device && devices.size() == 2 && !view.is_drawing()) {
    judge(devices.front(), devices.back());
  } else {
    view.set_drawing(!view.is_drawing());
  }
}

void Previews::judge(DeviceId a, DeviceId b) {
  keep();
  parts_.candidates.add(a, b, parts_.bottom.failures().k());
  if (parts_.candidates.all().empty()) return;
  parts_.actions.bottom->setChecked(true);
  parts_.bottom.show_tab(BottomTabs::Links);
}

void Previews::leave() {
  if (shows_links_ && parts_.candidates.shown() != nullptr) {
    parts_.candidates.drop_all();
  } else if (parts_.repair.is_running()) {
    parts_.repair.cancel();
  } else {
    parts_.repair.drop();
  }
}

void Previews::keep() {
  if (kept_) return;
  kept_ = Kept{parts_.bottom.currentIndex(), parts_.actions.wide->isChecked(),
               parts_.actions.bottom->isChecked(), parts_.map.view().part(), parts_.selection.kept()};
}

void Previews::show_any() {
  const bool links = parts_.candidates.shown() != nullptr;
  if (parts_.repair.result() && !(links && shows_links_)) {
    show_repair();
  } else if (links) {
    show_links();
  } else if (!parts_.repair.is_running()) {
    go_back();
  }
}

void Previews::show_repair() {
  const session::Repair& repair = *parts_.repair.result();
  MapPreview preview;
  for (const session::DeviceChange& it : repair.devices) preview.changed.push_back(it.device);
  parts_.map.set_preview(preview);
  if (preview.changed.empty()) return;
  auto change = std::make_shared<ShownChange>();
  change->before = repair.before.snapshot;
  change->after = repair.after.snapshot;
  change->devices = preview.changed;
  change->done = tr("mended");
  parts_.config.show_change(std::move(change));
  parts_.actions.wide->setChecked(true);
  parts_.selection.select_device(preview.changed.front());
}

void Previews::show_links() {
  MapPreview preview;
  const std::vector<CandidateEntry>& all = parts_.candidates.all();
  for (std::size_t i = 0; i < all.size(); ++i)
    preview.links.push_back({all[i].a, all[i].b, i == parts_.candidates.current()});
  const CandidateEntry& it = *parts_.candidates.shown();
  std::shared_ptr<ShownChange> change;
  if (it.judged) {
    preview.changed = {it.a, it.b};
    change = std::make_shared<ShownChange>();
    change->before = parts_.candidates.study()->snapshot();
    change->after = it.judged->link.snapshot;
    change->devices = preview.changed;
    change->done = tr("with the link");
    change->together = true;
    parts_.actions.wide->setChecked(true);
  }
  parts_.map.set_preview(preview);
  parts_.selection.clear();
  parts_.config.show_change(std::move(change));
}

void Previews::go_back() {
  parts_.map.set_preview({});
  parts_.config.show_change(nullptr);
  const std::optional<Kept> kept = std::exchange(kept_, std::nullopt);
  if (!kept) return;
  parts_.actions.wide->setChecked(kept->wide);
  parts_.actions.bottom->setChecked(kept->bottom);
  parts_.bottom.setCurrentIndex(kept->tab);
  if (kept->selection.study != parts_.selection.study()) return;
  parts_.selection.take(kept->selection);
  parts_.map.view().show_part(kept->part);
}

}  // namespace holdfast::gui
