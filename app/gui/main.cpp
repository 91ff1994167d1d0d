// holdfast-gui [PATH…]

#include <QApplication>
#include <QStyleFactory>

#include "app/gui/views/fonts.h"
#include "app/gui/views/main_window.h"

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QApplication::setApplicationName(QStringLiteral("holdfast"));
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  QApplication::setFont(holdfast::gui::text_font());
  holdfast::gui::MainWindow window;
  window.restore_state();
  window.show();
  const QStringList paths = QApplication::arguments().mid(1);
  if (!paths.isEmpty()) window.open(paths);
  return QApplication::exec();
}
