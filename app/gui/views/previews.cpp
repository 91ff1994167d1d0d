#include "app/gui/views/previews.h"

#include <utility>

#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/config_panes.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/problems_panel.h"
#include "app/gui/views/repair_panel.h"

namespace holdfast::gui {

Previews::Previews(const Parts& parts, QObject* parent) : QObject(parent), parts_(parts) {
  connect(&parts.repair, &RepairRun::started, this, [this] {
    keep();
    parts_.actions.bottom->setChecked(true);
    parts_.bottom.show_tab(BottomTabs::Repair);
  });
  connect(&parts.repair, &RepairRun::finished, this, [this] {
    if (parts_.repair.result()) {
      show_repair();
    } else {
      go_back();
    }
  });
  connect(&parts.bottom.repair(), &RepairPanel::left, this, &Previews::leave);
  connect(parts.actions.mend, &QAction::triggered, this, &Previews::mend_problem);
  connect(parts.actions.mend_all, &QAction::triggered, this, &Previews::mend_all);
  connect(parts.actions.leave, &QAction::triggered, this, &Previews::leave);
}

void Previews::mend_all() {
  parts_.repair.start({});
}

void Previews::mend_problem() {
  const session::ReportedFinding* it = parts_.bottom.problems().current();
  if (it == nullptr) {
    emit problem(tr("no problem is selected: there is nothing to mend"));
  } else if (it->finding.verdict == rules::Verdict::Unknown) {
    emit problem(tr("what is not decided cannot be mended"));
  } else {
    parts_.repair.start({it->fingerprint});
  }
}

void Previews::leave() {
  if (parts_.repair.is_running()) {
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
