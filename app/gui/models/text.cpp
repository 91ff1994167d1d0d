#include "app/gui/models/text.h"

#include <QLocale>

namespace holdfast::gui {
namespace {

QString port_words(const QString& port) {
  const qsizetype colon = port.lastIndexOf(u':');
  return colon < 0 ? port : port.left(colon) + u' ' + short_interface(port.mid(colon + 1));
}

}  // namespace

QString outcome_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::Delivered:
      return QStringLiteral("delivered");
    case Outcome::LostUnavoidable:
      return QStringLiteral("lost, no way left");
    case Outcome::Unknown:
      return QStringLiteral("unknown");
    case Outcome::LostAvoidable:
      return QStringLiteral("lost, avoidably");
    case Outcome::Flapping:
      return QStringLiteral("flapping");
    case Outcome::DualActive:
      return QStringLiteral("dual-active");
  }
  return {};
}

QString severity_words(rules::Severity severity) {
  switch (severity) {
    case rules::Severity::Error:
      return QStringLiteral("error");
    case rules::Severity::Warning:
      return QStringLiteral("warning");
    case rules::Severity::Info:
      return QStringLiteral("info");
  }
  return {};
}

QString redundancy_words(std::string_view redundancy) {
  if (redundancy == "frr") return QStringLiteral("FRR");
  if (redundancy == "master") return QStringLiteral("master mode");
  if (redundancy == "independent") return QStringLiteral("independent mode");
  if (redundancy == "protect-group") return QStringLiteral("protect group");
  return {};
}

QString arbiter_words(std::string_view arbiter) {
  if (arbiter == "etrunk") return QStringLiteral("E-Trunk");
  if (arbiter == "mvrrp") return QStringLiteral("mVRRP");
  return {};
}

QString counted(qsizetype count, const QString& noun) {
  const QString number = QLocale(QLocale::English).toString(count);
  return count == 1 ? number + u' ' + noun : number + u' ' + noun + u's';
}

QString short_interface(const QString& name) {
  QString result;
  for (const QChar c : name) {
    if (!c.isLower() && c != u'-') result += c;
  }
  // Eth-Trunk10 and Virtual-Ethernet1/0/0 keep a dash between their capitals and the number's start apart.
  return name.startsWith(u"Eth-Trunk") ? QStringLiteral("Eth-Trunk") + name.mid(9) : result;
}

QString element_words(std::string_view name) {
  const QString text = shown(name);
  const qsizetype colon = text.indexOf(u':');
  const QString kind = text.left(colon);
  QString rest = text.mid(colon + 1);
  if (kind == u"link") {
    const qsizetype dashes = rest.indexOf(QLatin1String("--"));
    return port_words(rest.left(dashes)) + QStringLiteral(" – ") + port_words(rest.mid(dashes + 2));
  }
  if (kind == u"port") return port_words(rest) + QStringLiteral(" (port)");
  if (kind == u"board") {
    const qsizetype at = rest.lastIndexOf(u':');
    return rest.left(at) + QStringLiteral(" board ") + rest.mid(at + 1);
  }
  if (kind == u"group") return QStringLiteral("group ") + rest;
  return rest;
}

}  // namespace holdfast::gui
