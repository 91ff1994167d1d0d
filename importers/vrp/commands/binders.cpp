#include "importers/vrp/commands/binders.h"

#include "importers/vrp/defaults.h"
#include "importers/vrp/grammar/lex.h"

namespace holdfast::vrp {

std::string_view first_parameter(const Match& match) {
  for (const Capture& capture : match.captures()) {
    if (!capture.is_word()) return capture.name;
  }
  return {};
}

MaybeFact<std::string> rest_of_line(const Context& context, const Match& match, std::string_view parameter) {
  const Capture* capture = match.find(parameter);
  if (capture == nullptr) return std::nullopt;
  return context.fact(std::string(unquoted(covered(match, *capture))), match, *capture);
}

void forget_definition(Context& context, NameKind kind, std::string_view name) {
  std::erase_if(context.device().names,
                [&](const NameUse& use) { return use.kind == kind && use.definition && use.name == name; });
}

BfdSession fresh(const BfdSession& session) {
  return new_bfd_session(session.name, session.where);
}

Etrunk fresh(const Etrunk& etrunk) {
  return new_etrunk(etrunk.id, etrunk.where);
}

TrunkSettings fresh(const TrunkSettings& trunk) {
  return new_trunk(trunk.mode.where);
}

Interface fresh(const Interface& interface) {
  return new_interface(interface.name, interface.where);
}

}  // namespace holdfast::vrp
