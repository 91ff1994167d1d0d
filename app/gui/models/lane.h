#pragma once

// One worker thread that does what it is given, in order. Results come back on the thread that owns the lane;
// those of work that was cancelled meanwhile do not come at all.

#include <QMetaObject>
#include <QObject>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace holdfast::gui {

class Lane : public QObject {
  Q_OBJECT

 public:
  using Token = std::shared_ptr<std::atomic<bool>>;

  explicit Lane(QObject* parent = nullptr);
  ~Lane() override;

  // `work(cancel)` runs on the worker, `done(result)` on the owner's thread.
  template <class Work, class Done>
  void run(Work work, Done done) {
    const Token token = std::make_shared<std::atomic<bool>>(false);
    push(token, [this, token, asked = cancelled_, work = std::move(work), done = std::move(done)]() mutable {
      auto result = std::make_shared<decltype(work(*token))>(work(*token));
      // What was done may have been cancelled on its way.
      deliver([this, asked, result, done = std::move(done)] {
        if (asked == cancelled_) done(std::move(*result));
      });
    });
  }

  // The same; whatever was asked for before is cancelled.
  template <class Work, class Done>
  void replace(Work work, Done done) {
    cancel();
    run(std::move(work), std::move(done));
  }

  void cancel();
  bool busy() const { return open_ > 0; }

 signals:
  void failed(const QString& what);  // an exception ended the work: a bug
  void idle();

 private:
  struct Task {
    Token token;
    std::function<void()> run;
  };
  void push(Token token, std::function<void()> task);
  void deliver(std::function<void()> result);
  void work();

  std::mutex guard_;
  std::condition_variable wake_;
  std::deque<Task> tasks_;
  Token current_;
  bool over_ = false;
  std::atomic<int> open_{0};     // tasks asked for and not done
  std::uint64_t cancelled_ = 0;  // how often; of the owner's thread
  std::thread thread_;
};

}  // namespace holdfast::gui
