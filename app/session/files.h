#pragma once

// Which files a snapshot consists of, and their texts.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/session/snapshot.h"

namespace holdfast::session {

// A configuration larger than this is no configuration; reading it would only cost memory.
inline constexpr std::uintmax_t kMaxFileBytes = 64U << 20U;

struct FoundFile {
  std::string path;    // as it is shown
  bool named = false;  // the user named this very file
};

// Folders are searched recursively for .cfg, .conf, .txt, .log and names without an extension (as archives
// have them); hidden files and folders are left out. In the order of their paths. `-` is standard input.
std::vector<FoundFile> find_files(const std::vector<std::string>& paths, std::vector<InputProblem>& problems);

// The text, or nothing and a problem: unreadable, empty, binary, too large.
std::optional<std::string> read_text(const FoundFile& file, std::vector<InputProblem>& problems);

}  // namespace holdfast::session
