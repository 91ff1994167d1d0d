#pragma once

// An application that times every event of the window's thread, and keeps the longest.

#include <QApplication>
#include <QString>
#include <functional>

namespace holdfast::bench {

struct TimedEvent {
  double wall = 0;       // ms
  double processor = 0;  // ms, of this thread: whatever else the machine does
  QString what;          // "MetaCall to MapPanel"
};

class EventClock : public QApplication {
 public:
  EventClock(int& argc, char** argv) : QApplication(argc, argv) {}

  bool notify(QObject* receiver, QEvent* event) override;

  // Calls `does` as an event of that name.
  void time(const QString& what, const std::function<void()>& does);

  // The longest by processor time since the last call.
  TimedEvent take_longest();

 private:
  int depth_ = 0;  // events sent by events belong to these
  TimedEvent longest_;
};

double processor_milliseconds();  // of this thread

}  // namespace holdfast::bench
