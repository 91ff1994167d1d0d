#pragma once

// From the lines of one device to its model, in one pass. The pass keeps a stack of open views and finds for
// each line the view in which it stands:
//
//   - by indentation, as the device prints it: a line belongs to the innermost open line that is indented
//   less;
//   - `#` closes every view opened at its own indentation or deeper;
//   - where an archive lost the indentation, by meaning: a line that is no command where its indentation puts
//   it,
//     but is one in a view that is still open, stands in that view; in a text without any indentation, and
//     behind prompts, the innermost view that knows the command has it;
//   - a line below an irrelevant command that is itself none, but is a command in a view around it, is
//     indented too far and stands there;
//   - where a stray `#` closed a view too early, a line that only this view knows reopens it;
//   - `quit` closes a view, `return` all of them; stray ones do no harm.

#include <span>

#include "importers/vrp/command_table.h"
#include "importers/vrp/profile.h"
#include "importers/vrp/text/lines.h"
#include "model/device.h"

namespace holdfast::vrp {

// `lines` are those of one section. Defaults and references are not resolved yet: see finish.h.
Device read_section(const CommandTable& table, const Profile& profile, bool profile_chosen, FileId file,
                    std::span<const Line> lines);

}  // namespace holdfast::vrp
