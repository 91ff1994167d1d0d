#pragma once

// The window as a user meets it, without a screen.

#include <QTemporaryDir>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>

#include "app/gui/topology/map_view.h"
#include "app/gui/views/main_window.h"
#include "app/gui/views/map_panel.h"
#include "tests/gui/support/waiting.h"

namespace holdfast::gui::test {

inline QString sample_folder(const std::string& name) {
  return QString::fromStdString((std::filesystem::path(HOLDFAST_SOURCE_DIR) / "samples" / name).string());
}

// A sample that a test may change.
class SampleCopy {
 public:
  explicit SampleCopy(const std::string& name) {
    std::filesystem::copy(sample_folder(name).toStdString(), folder_.path().toStdString(),
                          std::filesystem::copy_options::recursive);
  }
  QString path() const { return folder_.path(); }
  QString file(const QString& name) const { return folder_.filePath(name); }

 private:
  QTemporaryDir folder_;
};

class Window {
 public:
  Window() {
    window.resize(1280, 800);
    window.show();
  }

  bool open(const QString& folder) {
    return anew([&] { window.open({folder}); }) && window.workspace().folder() == folder;
  }
  bool open_sample(const std::string& name) { return open(sample_folder(name)); }

  // Until `does` has led to the network being there anew.
  template <class Does>
  bool anew(Does does) {
    const StudyPtr old = window.workspace().study();
    does();
    return wait_until([&] { return window.workspace().study() != old && is_ready(); });
  }

  // Until what the failures do is known and told.
  bool answered() {
    return wait_until([this] {
      const WhatIf& it = window.what_if();
      return it.impact().failed == it.failed() && it.impact().ways_known &&
             (it.failed().empty() || (it.account() != nullptr && it.account()->failed == it.failed()));
    });
  }

  const session::Study& study() { return *window.workspace().study(); }
  DeviceId device(const std::string& name) {
    for (const session::MapNode& node : study().map().nodes) {
      if (node.name == name) return node.device;
    }
    ADD_FAILURE() << "no device " << name;
    return {};
  }
  MapView& map() { return window.map().view(); }

  MainWindow window;

 private:
  bool is_ready() {
    return window.workspace().findings() != nullptr && !window.what_if().outcomes().empty() &&
           !window.map().is_arranging();
  }
};

}  // namespace holdfast::gui::test
