#include "app/gui/models/scenario_text.h"

#include "app/gui/models/text.h"

namespace holdfast::gui {
namespace {

QString in_quotes(std::string_view name) {
  QString text = shown(name);
  text.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
  return u'"' + text + u'"';
}

}  // namespace

QString scenario_text(const session::Study& study, const session::Impact& impact, const FailureSet& failed) {
  QString text = QStringLiteral("# holdfast whatif FOLDER --scenario THIS-FILE\nfail:\n");
  for (const ElementId id : failed)
    text += QStringLiteral("  - ") + in_quotes(study.element_name(id)) + u'\n';
  if (impact.services.empty()) return text;
  text += QStringLiteral("expect:\n");
  for (const session::ServiceImpact& it : impact.services) {
    text += QStringLiteral("  ") + in_quotes(study.services()[it.service].id) + QStringLiteral(": ") +
            shown(to_string(it.after)) + u'\n';
  }
  return text;
}

}  // namespace holdfast::gui
