#include "app/gui/models/history.h"

#include <utility>

namespace holdfast::gui {

void History::push(QString text, std::function<void()> undo, std::function<void()> redo) {
  entries_.resize(at_);
  redo();
  entries_.push_back({std::move(text), std::move(undo), std::move(redo)});
  if (entries_.size() > kMost) entries_.erase(entries_.begin());
  at_ = entries_.size();
  emit changed();
}

void History::undo() {
  if (!can_undo()) return;
  entries_[--at_].undo();
  emit changed();
}

void History::redo() {
  if (!can_redo()) return;
  entries_[at_++].redo();
  emit changed();
}

void History::clear() {
  entries_.clear();
  at_ = 0;
  emit changed();
}

}  // namespace holdfast::gui
