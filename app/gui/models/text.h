#pragma once

// Text of the session layer as Qt shows it.

#include <QString>
#include <string>
#include <string_view>

#include "model/failure.h"
#include "solver/rules/finding.h"

namespace holdfast::gui {

inline QString shown(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString outcome_words(Outcome outcome);  // "delivered", "lost, avoidably", …
QString severity_words(rules::Severity severity);

// Of a service, as an engineer says it: "FRR", "independent mode", "E-Trunk"; empty: there is none.
QString redundancy_words(std::string_view redundancy);
QString arbiter_words(std::string_view arbiter);

// "1 service", "5,000 services"
QString counted(qsizetype count, const QString& noun);

// GigabitEthernet0/1/0 → GE0/1/0: the capitals of the type, and the number.
QString short_interface(const QString& name);

// "link:PE1:GigabitEthernet0/1/0--PE2:GigabitEthernet0/1/1" → "PE1 GE0/1/0 – PE2 GE0/1/1"; "node:PE1" → "PE1"
QString element_words(std::string_view name);

}  // namespace holdfast::gui
