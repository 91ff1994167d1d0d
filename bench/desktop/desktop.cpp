// How long the desktop makes its user wait: opening, a frame while panning and zooming, a what-if, and the
// longest event on the way. Of several folders: the longest event while each is opened and used.

#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <vector>

#include "app/gui/topology/map_view.h"
#include "app/gui/views/bottom_tabs.h"
#include "app/gui/views/fonts.h"
#include "app/gui/views/main_window.h"
#include "app/gui/views/map_panel.h"
#include "app/gui/views/search_box.h"
#include "bench/desktop/event_clock.h"

namespace holdfast::bench {
namespace {

using namespace gui;

double milliseconds(const QElapsedTimer& clock) {
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void print(std::vector<double> times, const char* what) {
  std::ranges::sort(times);
  fmt::print("{}: median {:.1f} ms, 95 % {:.1f} ms, worst {:.1f} ms\n", what, times[times.size() / 2],
             times[times.size() * 95 / 100], times.back());
}

void print(const TimedEvent& longest, const std::string& what) {
  fmt::print("longest event {}: {:.1f} ms at work, {:.1f} ms in all ({})\n", what, longest.processor,
             longest.wall, longest.what.toStdString());
}

void run_until(const std::function<bool()>& is_so) {
  while (!is_so()) QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
}

void rest(int time) {
  QElapsedTimer clock;
  clock.start();
  run_until([&] { return clock.elapsed() >= time; });
}

void measure_opening(MainWindow& window) {
  QElapsedTimer clock;
  clock.start();
  const auto wait = [&](const std::function<bool()>& is_so) {
    run_until(is_so);
    return milliseconds(clock);
  };
  fmt::print("network there: {:.0f} ms\n", wait([&] { return window.workspace().study() != nullptr; }));
  fmt::print("map arranged: {:.0f} ms\n", wait([&] { return !window.map().is_arranging(); }));
  fmt::print("ready for failures: {:.0f} ms\n", wait([&] { return !window.what_if().outcomes().empty(); }));
  fmt::print("checked: {:.0f} ms\n", wait([&] { return window.workspace().findings() != nullptr; }));
}

void measure_frames(MapView& view, const char* what) {
  std::vector<double> times;
  std::vector<double> processor;
  for (int i = 0; i < 200; ++i) {
    QElapsedTimer clock;
    clock.start();
    const double before = processor_milliseconds();
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + (i % 40 < 20 ? 7 : -7));
    view.viewport()->repaint();
    times.push_back(milliseconds(clock));
    processor.push_back(processor_milliseconds() - before);
  }
  print(times, what);
  print(processor, "  processor time");
}

void measure_what_if(MainWindow& window) {
  std::vector<double> times;
  std::vector<double> processor;
  std::vector<double> complete;
  const auto& map = window.workspace().study()->map();
  for (std::size_t i = 0; i < map.nodes.size(); i += std::max<std::size_t>(1, map.nodes.size() / 60)) {
    const FailureSet failed{map.nodes[i].element};
    bool shown = false;
    const auto connection =
        QObject::connect(&window.what_if(), &WhatIf::impact_changed, [&] { shown = true; });
    QElapsedTimer clock;
    clock.start();
    const double before = processor_milliseconds();
    window.what_if().set_failed(failed, {});
    run_until([&] { return shown; });
    window.map().view().viewport()->repaint();
    times.push_back(milliseconds(clock));
    processor.push_back(processor_milliseconds() - before);
    QObject::disconnect(connection);
    run_until([&] { return window.what_if().impact().ways_known; });
    complete.push_back(milliseconds(clock));
    run_until(
        [&] { return window.what_if().impact().services.empty() || window.what_if().account() != nullptr; });
  }
  print(times, "what-if of a node, shown");
  print(processor, "  processor time of the window's thread");
  print(complete, "  and services that go another way");
  window.what_if().restore_all();
}

bool is_ready(MainWindow& window) {
  return window.workspace().findings() != nullptr && !window.what_if().outcomes().empty() &&
         !window.map().is_arranging();
}

// What a user does with a network, one thing after another.
class User {
 public:
  User(EventClock& clock, MainWindow& window) : clock_(clock), window_(window) {}

  void work() {
    Actions& actions = window_.actions();
    const session::Study& study = *window_.workspace().study();
    for (int i = 0; i < 3; ++i) trigger(*actions.next_problem);
    for (const char* text : {"p", "ge1/0/0", "10."})
      does("search", [&] { window_.search().findChild<QLineEdit*>()->setText(QLatin1String(text)); });
    for (QAction* layer : actions.layers) trigger(*layer);
    if (!study.services().empty()) does("select a service", [&] { window_.selection().select_service(0); });
    trigger(*actions.layers.front());
    for (std::size_t i = 0; i < std::min<std::size_t>(study.map().nodes.size(), 6); ++i) {
      does("select a device", [&] { window_.selection().select_device(study.map().nodes[i].device); });
      trigger(*actions.fail);
      if (i % 2 == 1) trigger(*actions.restore_all);
    }
    for (int tab = BottomTabs::Problems; tab <= BottomTabs::Messages; ++tab)
      does("show a list", [&] { window_.bottom().show_tab(static_cast<BottomTabs::Tab>(tab)); });
    preview(study);
    for (QAction* toggle : {actions.split, actions.wide, actions.dark}) {
      trigger(*toggle);
      trigger(*toggle);
    }
    for (QAction* again : {actions.undo, actions.redo, actions.fit}) trigger(*again);
    const StudyPtr before = window_.workspace().study();
    trigger(*actions.reload);
    run_until([&] { return window_.workspace().study() != before && is_ready(window_); });
    trigger(*actions.restore_all);
  }

 private:
  void preview(const session::Study& study) {
    trigger(*window_.actions().mend_all);
    run_until([&] { return !window_.repair().is_running(); });
    rest(20);
    trigger(*window_.actions().leave);
    const auto& adjacencies = study.map().adjacencies;
    if (adjacencies.empty()) return;
    does("select two devices", [&] {
      window_.selection().select_elements({adjacencies.front().a.device, adjacencies.front().b.device}, {});
    });
    trigger(*window_.actions().draw_link);
    run_until([&] { return !window_.candidates().is_judging(); });
    rest(20);
    trigger(*window_.actions().leave);
  }

  void does(const QString& what, const std::function<void()>& it) {
    clock_.time(what, it);
    rest(20);
  }
  void trigger(QAction& action) {
    does(action.text(), [&] { action.trigger(); });
  }

  EventClock& clock_;
  MainWindow& window_;
};

}  // namespace

int run(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: holdfast_desktop FOLDER…\n");
    return 2;
  }
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QTemporaryDir settings;
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
  EventClock app(argc, argv);
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setFont(text_font());
  MainWindow window;
  window.resize(1280, 800);
  window.show();
  rest(50);
  app.take_longest();
  const QStringList folders = QApplication::arguments().mid(1);
  for (const QString& folder : folders) {
    const std::string name = folders.size() > 1 ? " of " + folder.toStdString() : std::string();
    const StudyPtr before = window.workspace().study();
    app.time(QStringLiteral("open"), [&] { window.open({folder}); });
    if (folders.size() == 1) measure_opening(window);
    run_until([&] { return window.workspace().study() != before && is_ready(window); });
    rest(50);
    print(app.take_longest(), "while opening" + name);
    if (folders.size() == 1) {
      MapView& view = window.map().view();
      measure_frames(view, "a frame, the whole network shown");
      view.zoom_by(4);
      measure_frames(view, "a frame, a part shown");
      view.fit();
      measure_what_if(window);
      print(app.take_longest(), "while failing devices");
    }
    User(app, window).work();
    print(app.take_longest(), "at work" + name);
  }
  return 0;
}

}  // namespace holdfast::bench

int main(int argc, char** argv) {
  return holdfast::bench::run(argc, argv);
}
