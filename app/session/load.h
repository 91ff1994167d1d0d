#pragma once

// The use case `load`: paths → snapshot.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/session/check.h"
#include "app/session/snapshot.h"

namespace holdfast::session {

struct LoadOptions {
  std::vector<std::string> paths;
  std::string profile;  // release profile for every device; empty: as holdfast.yaml says, else the default
  std::map<std::string, std::string> device_profile;  // by device name; wins over `profile`
  std::string config;  // path of holdfast.yaml; empty: searched upwards from the first path
  unsigned jobs = 1;
  Progress progress;
  const std::atomic<bool>* cancel = nullptr;
};

// A configuration that is in memory already.
struct NamedText {
  std::string path;
  std::string text;
};

// The snapshot that these texts make, as if they were files. For tests and examples.
std::shared_ptr<const Snapshot> load_texts(std::vector<NamedText> texts, const std::string& profile = {});

// The same snapshot with other texts in some of its files: everything else, files' ids included, is as it
// was.
std::shared_ptr<const Snapshot> with_texts(const Snapshot& read, const std::map<FileId, std::string>& edited);

// The same with a holdfast.yaml that is in memory as well.
std::shared_ptr<const Snapshot> load_texts(std::vector<NamedText> texts, const NamedText& settings);

// Never fails: what could not be read stands in Snapshot::problems.
std::shared_ptr<const Snapshot> load(const LoadOptions& options);

}  // namespace holdfast::session
