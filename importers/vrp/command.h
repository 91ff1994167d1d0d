#pragma once

// One row of the command table: a command in VRP's own notation (grammar/template.h, grammar/parameter.h),
// where it stands, how far the model understands it, and what it does to the model.
//
// The rows live in commands/<subject>.cpp, one table per subject. A row's `undo` form is a row of its own. A
// word that starts any row of a view is *owned* there: a line that starts with it and fits no row is
// unrecognised. Other words are looked up in the vocabulary of irrelevant commands (vocabulary.h).

#include <span>

#include "importers/vrp/grammar/match.h"
#include "importers/vrp/views.h"
#include "model/reading.h"

namespace holdfast::vrp {

class Context;

// Called once for each line that a row matches. Null for rows that leave no trace in the model.
using Binder = void (*)(Context& context, const Match& match);

struct Command {
  View view;
  LineState state;
  const char* notation;
  Binder bind = nullptr;
  View opens = View::None;  // lines below this one stand in that view
};

// For rows shared by tables; see commands/*.cpp.
inline constexpr LineState kModelled = LineState::Modelled;
inline constexpr LineState kIrrelevant = LineState::Irrelevant;
inline constexpr LineState kPartial = LineState::Partial;
inline constexpr LineState kNotYet = LineState::Unrecognised;

// Every table, in the order of their subjects.
std::span<const std::span<const Command>> all_commands();

}  // namespace holdfast::vrp
