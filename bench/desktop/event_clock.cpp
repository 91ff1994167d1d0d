#include "bench/desktop/event_clock.h"

#include <QElapsedTimer>
#include <QMetaEnum>
#include <QThread>
#include <ctime>
#include <utility>

namespace holdfast::bench {

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

bool EventClock::notify(QObject* receiver, QEvent* event) {
  if (QThread::currentThread() != thread() || depth_ > 0) return QApplication::notify(receiver, event);
  const char* type = QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type());
  bool taken = false;
  // The receiver may be gone afterwards.
  time(QStringLiteral("%1 to %2")
           .arg(QLatin1String(type != nullptr ? type : "event"),
                QLatin1String(receiver->metaObject()->className())),
       [&] { taken = QApplication::notify(receiver, event); });
  return taken;
}

void EventClock::time(const QString& what, const std::function<void()>& does) {
  QElapsedTimer clock;
  clock.start();
  const double before = processor_milliseconds();
  ++depth_;
  does();
  --depth_;
  const double processor = processor_milliseconds() - before;
  if (processor > longest_.processor)
    longest_ = {static_cast<double>(clock.nsecsElapsed()) / 1e6, processor, what};
}

TimedEvent EventClock::take_longest() {
  return std::exchange(longest_, {});
}

}  // namespace holdfast::bench
