#pragma once

// Binders that do one small thing to one field, for rows that need no more. `Find` gives the object that the
// line's view describes, as a function `Object* (Context&)`, or null where the line says nothing about one.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "importers/vrp/context.h"
#include "importers/vrp/grammar/match.h"

namespace holdfast::vrp {

// The name of the line's first parameter; empty if it has none.
std::string_view first_parameter(const Match& match);

// The text from a parameter of type `rest` on, without the quotes around it.
MaybeFact<std::string> rest_of_line(const Context& context, const Match& match, std::string_view parameter);

// Takes back that the device defines a name, where an `undo` takes the thing away.
void forget_definition(Context& context, NameKind kind, std::string_view name);

inline Interface* interface_of(Context& context) {
  return &context.interface();
}
inline BfdSession* bfd_session_of(Context& context) {
  return &context.bfd_session();
}
inline Etrunk* etrunk_of(Context& context) {
  return &context.etrunk();
}
inline Device* device_of(Context& context) {
  return &context.device();
}
// Of Eth-Trunk interfaces.
inline TrunkSettings* trunk_of(Context& context) {
  Interface& interface = context.interface();
  return interface.trunk ? &interface.trunk.ensure() : nullptr;
}

// What `restore` takes defaults from.
BfdSession fresh(const BfdSession& session);
Etrunk fresh(const Etrunk& etrunk);
TrunkSettings fresh(const TrunkSettings& trunk);
Interface fresh(const Interface& interface);

// field := the line's first parameter, a number.
template <auto Find, auto Field>
void set_number(Context& context, const Match& match) {
  auto* const object = Find(context);
  if (object == nullptr) return;
  if (const auto value = context.number(match, first_parameter(match))) object->*Field = *value;
}

// field := the line's first parameter, a text.
template <auto Find, auto Field>
void set_name(Context& context, const Match& match) {
  auto* const object = Find(context);
  if (object == nullptr) return;
  if (auto value = context.name(match, first_parameter(match))) object->*Field = std::move(*value);
}

// field := a constant, because the line stands there.
template <auto Find, auto Field, auto Value>
void set(Context& context, const Match&) {
  auto* const object = Find(context);
  if (object != nullptr) object->*Field = context.fact(Value);
}

// An optional field that an `undo` empties.
template <auto Find, auto Field>
void clear(Context& context, const Match&) {
  auto* const object = Find(context);
  if (object != nullptr) (object->*Field).reset();
}

// A field that an `undo` gives its default back.
template <auto Find, auto Field>
void restore(Context& context, const Match&) {
  auto* const object = Find(context);
  if (object != nullptr) object->*Field = fresh(*object).*Field;
}

}  // namespace holdfast::vrp
