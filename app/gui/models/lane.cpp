#include "app/gui/models/lane.h"

namespace holdfast::gui {

Lane::Lane(QObject* parent) : QObject(parent), thread_([this] { work(); }) {}

Lane::~Lane() {
  cancel();
  {
    const std::lock_guard lock(guard_);
    over_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Lane::cancel() {
  ++cancelled_;
  const std::lock_guard lock(guard_);
  open_ -= static_cast<int>(tasks_.size());
  tasks_.clear();
  if (current_) current_->store(true);
}

void Lane::push(Token token, std::function<void()> task) {
  {
    const std::lock_guard lock(guard_);
    tasks_.push_back({std::move(token), std::move(task)});
    ++open_;
  }
  wake_.notify_one();
}

void Lane::deliver(std::function<void()> result) {
  QMetaObject::invokeMethod(this, std::move(result), Qt::QueuedConnection);
}

void Lane::work() {
  for (;;) {
    Task task;
    {
      std::unique_lock lock(guard_);
      current_.reset();
      wake_.wait(lock, [this] { return over_ || !tasks_.empty(); });
      if (over_) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
      current_ = task.token;
    }
    try {
      task.run();
    } catch (const std::exception& error) {
      deliver([this, what = QString::fromUtf8(error.what())] { emit failed(what); });
    }
    deliver([this] {
      if (--open_ == 0) emit idle();
    });
  }
}

}  // namespace holdfast::gui
