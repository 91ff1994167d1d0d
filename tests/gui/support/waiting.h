#pragma once

// Letting the event loop run until something is so.

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <functional>

namespace holdfast::gui::test {

inline bool wait_until(const std::function<bool()>& is_so, int milliseconds = 20000) {
  QElapsedTimer clock;
  clock.start();
  while (!is_so()) {
    if (clock.elapsed() > milliseconds) return false;
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    QThread::msleep(1);
  }
  return true;
}

// Lets everything that is under way be drawn.
inline void settle(int milliseconds = 60) {
  QElapsedTimer clock;
  clock.start();
  while (clock.elapsed() < milliseconds) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

}  // namespace holdfast::gui::test
