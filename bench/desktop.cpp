// How long the desktop makes its user wait on a network: opening, a frame while panning and zooming, a
// what-if.

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QStandardPaths>
#include <QStyleFactory>
#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <functional>
#include <vector>

#include "app/gui/topology/map_view.h"
#include "app/gui/views/fonts.h"
#include "app/gui/views/main_window.h"
#include "app/gui/views/map_panel.h"

namespace {

using namespace holdfast::gui;

// Of this thread, whatever else the machine does.
double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double milliseconds(const QElapsedTimer& clock) {
  return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void print(std::vector<double> times, const char* what) {
  std::ranges::sort(times);
  fmt::print("{}: median {:.1f} ms, 95 % {:.1f} ms, worst {:.1f} ms\n", what, times[times.size() / 2],
             times[times.size() * 95 / 100], times.back());
}

void run_until(const std::function<bool()>& is_so) {
  while (!is_so()) QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
}

void measure_opening(MainWindow& window, const QString& folder) {
  QElapsedTimer clock;
  clock.start();
  double longest = 0;
  double longest_processor = 0;
  window.open({folder});
  const auto wait = [&](const std::function<bool()>& is_so) {
    while (!is_so()) {
      QElapsedTimer turn;
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 2);
      turn.start();
      const double before = processor_milliseconds();
      QCoreApplication::processEvents();
      longest = std::max(longest, milliseconds(turn));
      longest_processor = std::max(longest_processor, processor_milliseconds() - before);
    }
    return milliseconds(clock);
  };
  fmt::print("network there: {:.0f} ms\n", wait([&] { return window.workspace().study() != nullptr; }));
  fmt::print("map arranged: {:.0f} ms\n", wait([&] { return !window.map().is_arranging(); }));
  fmt::print("ready for failures: {:.0f} ms\n", wait([&] { return !window.what_if().outcomes().empty(); }));
  fmt::print("checked: {:.0f} ms\n", wait([&] { return window.workspace().findings() != nullptr; }));
  fmt::print("longest turn of the event loop meanwhile: {:.0f} ms, processor {:.0f} ms\n", longest,
             longest_processor);
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
  const auto& map = window.workspace().study()->map();
  for (std::size_t i = 0; i < map.nodes.size(); i += std::max<std::size_t>(1, map.nodes.size() / 60)) {
    const holdfast::FailureSet failed{map.nodes[i].element};
    bool shown = false;
    const auto connection =
        QObject::connect(&window.what_if(), &WhatIf::impact_changed, [&] { shown = true; });
    QElapsedTimer clock;
    clock.start();
    window.what_if().set_failed(failed, {});
    run_until([&] { return shown; });
    window.map().view().viewport()->repaint();
    times.push_back(milliseconds(clock));
    QObject::disconnect(connection);
    run_until(
        [&] { return window.what_if().impact().services.empty() || window.what_if().account() != nullptr; });
  }
  print(times, "what-if of a node, shown");
  window.what_if().restore_all();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: holdfast_desktop FOLDER\n");
    return 2;
  }
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QApplication app(argc, argv);
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setFont(text_font());
  MainWindow window;
  window.resize(1280, 800);
  window.show();
  measure_opening(window, QString::fromLocal8Bit(argv[1]));
  MapView& view = window.map().view();
  measure_frames(view, "a frame, the whole network shown");
  view.zoom_by(4);
  measure_frames(view, "a frame, a part shown");
  view.fit();
  measure_what_if(window);
}
