#pragma once

// The intent file of `holdfast plan`. Every error names line and column; an unknown key is an error, with the
// known key that is one edit away.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/topology/snapshot_file.h"
#include "model/intent.h"

namespace holdfast::topology {

struct IntentFile {
  intent::Intent intent;
  std::vector<FileProblem> problems;  // with any of them the intent is not to be planned
};

// Never throws; `file` is the place of the text in the sources. `existing` holds devices, links and groups of
// the network that grows: the file speaks of them by their names, and what it says must not contradict them.
IntentFile read_intent_file(std::string_view text, FileId file, intent::Intent existing = {});

// The folder of the network that is to grow, as written; nothing where the file names none or cannot be read.
std::optional<Fact<std::string>> existing_folder(std::string_view text, FileId file);

}  // namespace holdfast::topology
