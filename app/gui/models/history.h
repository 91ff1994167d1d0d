#pragma once

// Undo and redo for everything that the user changes. Values only: an entry knows how to go back and forth.

#include <QObject>
#include <QString>
#include <functional>
#include <vector>

namespace holdfast::gui {

class History : public QObject {
  Q_OBJECT

 public:
  static constexpr std::size_t kMost = 500;  // entries; the oldest are forgotten

  using QObject::QObject;

  // `redo` is called at once.
  void push(QString text, std::function<void()> undo, std::function<void()> redo);
  void undo();
  void redo();
  void clear();

  bool can_undo() const { return at_ > 0; }
  bool can_redo() const { return at_ < entries_.size(); }
  QString undo_text() const { return can_undo() ? entries_[at_ - 1].text : QString(); }
  QString redo_text() const { return can_redo() ? entries_[at_].text : QString(); }

 signals:
  void changed();

 private:
  struct Entry {
    QString text;
    std::function<void()> undo;
    std::function<void()> redo;
  };
  std::vector<Entry> entries_;
  std::size_t at_ = 0;
};

}  // namespace holdfast::gui
