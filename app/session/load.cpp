#include "app/session/load.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "app/session/files.h"
#include "app/session/importers.h"
#include "app/session/neighbor_links.h"
#include "app/session/parallel.h"
#include "app/session/snapshot_settings.h"

namespace holdfast::session {
namespace {

// A text that no importer is at least this sure of is left out.
constexpr int kLeastScore = 25;

struct Text {
  FoundFile file;
  std::optional<SourceText> text;
  const Importer* importer = nullptr;   // null: no configuration
  std::vector<SeenNeighbor> neighbors;  // places without file
  std::vector<InputProblem> problems;
};

std::string stem(const std::string& path) {
  return path == "-" ? std::string("stdin") : std::filesystem::path(path).stem().string();
}

std::pair<const Importer*, int> choose_importer(std::span<const Importer* const> importers,
                                                std::string_view text) {
  const Importer* best = nullptr;
  int best_score = 0;
  for (const Importer* importer : importers) {
    const int score = importer->detect(text).score;
    if (score <= best_score) continue;
    best = importer;
    best_score = score;
  }
  return {best, best_score};
}

void detect(Text& item, const Importers& importers) {
  if (!item.text) return;
  for (const Importer* importer : importers.all()) {
    if (item.neighbors.empty()) item.neighbors = importer->neighbors(FileId::None, item.text->view());
  }
  const auto [importer, score] = choose_importer(importers.all(), item.text->view());
  if (score >= kLeastScore) {
    item.importer = importer;
    return;
  }
  if (!item.neighbors.empty()) return;
  // Texts that lie in a folder and resemble no configuration at all are nobody's mistake.
  if (item.file.named || score > 0) {
    const auto kind = item.file.named ? InputProblem::Kind::Error : InputProblem::Kind::Note;
    item.problems.push_back(
        {kind, item.file.path, 0, 0, "left out: not recognised as a configuration of any vendor"});
  }
  item.text.reset();
}

// Moves the texts into the snapshot's sources, so that every device can name its file. Returns the
// configurations among them; the neighbours that they and others show go to `captures`.
std::vector<std::pair<const Text*, FileId>> keep_sources(std::vector<Text>& texts, Snapshot& snapshot,
                                                         std::vector<NeighborCapture>& captures) {
  std::vector<std::pair<const Text*, FileId>> kept;
  for (Text& item : texts) {
    std::ranges::move(item.problems, std::back_inserter(snapshot.problems));
    if (!item.text) continue;
    const FileId file = snapshot.network.sources.add(item.file.path, std::move(*item.text));
    if (item.importer != nullptr) kept.emplace_back(&item, file);
    if (item.neighbors.empty()) continue;
    for (SeenNeighbor& seen : item.neighbors) seen.where.file = file;
    captures.push_back({file, stem(item.file.path), std::move(item.neighbors)});
  }
  snapshot.files = kept.size();
  return kept;
}

void sort_devices(std::vector<Device>& devices) {
  std::ranges::stable_sort(devices, {}, [](const Device& device) {
    return std::tuple(std::string_view(device.name.value), device.file, device.first_line);
  });
}

// Returns the neighbours that the texts show.
std::vector<NeighborCapture> import_texts(std::vector<Text>& texts, Snapshot& snapshot,
                                          const LoadOptions& options) {
  std::vector<NeighborCapture> captures;
  const auto kept = keep_sources(texts, snapshot, captures);
  std::vector<std::vector<Device>> devices(kept.size());
  std::atomic<std::size_t> done{0};
  parallel_for(kept.size(), options.jobs, [&](std::size_t i) {
    if (options.cancel != nullptr && options.cancel->load()) return;
    const auto [item, id] = kept[i];
    devices[i] = item->importer->import(id, snapshot.network.sources.text(id),
                                        {options.profile, options.device_profile, stem(item->file.path)});
    if (options.progress) options.progress("reading", ++done, kept.size());
  });
  for (std::vector<Device>& of_file : devices) {
    std::ranges::move(of_file, std::back_inserter(snapshot.network.devices));
  }
  sort_devices(snapshot.network.devices);
  for (const Device& device : snapshot.network.devices) snapshot.coverage += device.reading.coverage;
  return captures;
}

std::shared_ptr<Snapshot> new_snapshot() {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->importers = std::make_shared<const Importers>();
  return snapshot;
}

std::vector<Text> texts_in_memory(std::vector<NamedText> named, const Importers& importers) {
  std::vector<Text> texts;
  for (NamedText& item : named) {
    Text& added = texts.emplace_back();
    added.file = {std::move(item.path), true};
    added.text.emplace(std::move(item.text));
    detect(added, importers);
  }
  return texts;
}

}  // namespace

std::shared_ptr<const Snapshot> load_texts(std::vector<NamedText> named, const std::string& profile) {
  const auto snapshot = new_snapshot();
  std::vector<Text> texts = texts_in_memory(std::move(named), *snapshot->importers);
  LoadOptions options;
  options.profile = profile;
  snapshot->profile = profile;
  add_neighbor_links(import_texts(texts, *snapshot, options), *snapshot);
  return snapshot;
}

std::shared_ptr<const Snapshot> with_texts(const Snapshot& read,
                                           const std::map<FileId, std::string>& edited) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->importers = read.importers;
  snapshot->profile = read.profile;
  snapshot->device_profile = read.device_profile;
  snapshot->rules = read.rules;
  snapshot->failures = read.failures;
  snapshot->pools = read.pools;
  snapshot->files = read.files;
  snapshot->network.stated_links = read.network.stated_links;
  snapshot->network.failure_groups = read.network.failure_groups;
  const SourceSet& sources = read.network.sources;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const FileId file{static_cast<std::uint32_t>(i)};
    const auto at = edited.find(file);
    snapshot->network.sources.add(std::string(sources.path(file)),
                                  at == edited.end() ? std::string(sources.text(file)) : at->second);
  }
  std::map<FileId, std::string> vendors;  // of the edited files
  for (const Device& device : read.network.devices) {
    if (edited.contains(device.file)) {
      vendors[device.file] = device.vendor;
    } else {
      snapshot->network.devices.push_back(device);
    }
  }
  for (const auto& [file, vendor] : vendors) {
    const std::string path(sources.path(file));
    std::ranges::move(
        snapshot->importers->find(vendor)->import(file, snapshot->network.sources.text(file),
                                                  {snapshot->profile, snapshot->device_profile, stem(path)}),
        std::back_inserter(snapshot->network.devices));
  }
  sort_devices(snapshot->network.devices);
  for (const Device& device : snapshot->network.devices) snapshot->coverage += device.reading.coverage;
  return snapshot;
}

std::shared_ptr<const Snapshot> load_texts(std::vector<NamedText> named, const NamedText& settings) {
  const auto snapshot = new_snapshot();
  const Settings read = read_settings_text(settings.path, settings.text, *snapshot);
  std::vector<Text> texts = texts_in_memory(std::move(named), *snapshot->importers);
  LoadOptions options;
  options.profile = read.profile;
  options.device_profile = read.device_profile;
  snapshot->profile = read.profile;
  snapshot->device_profile = read.device_profile;
  const auto captures = import_texts(texts, *snapshot, options);
  resolve_links(*snapshot);
  add_neighbor_links(captures, *snapshot);
  resolve_elements(*snapshot);
  return snapshot;
}

std::shared_ptr<const Snapshot> load(const LoadOptions& options) {
  const auto snapshot = new_snapshot();
  LoadOptions chosen = options;
  const Settings settings = read_settings(options.paths, options.config, *snapshot);
  if (chosen.profile.empty()) chosen.profile = settings.profile;
  chosen.device_profile = settings.device_profile;
  snapshot->profile = chosen.profile;
  snapshot->device_profile = chosen.device_profile;
  std::vector<FoundFile> found = find_files(options.paths, snapshot->problems);
  std::vector<Text> texts(found.size());
  parallel_for(found.size(), options.jobs, [&](std::size_t i) {
    if (options.cancel != nullptr && options.cancel->load()) return;
    texts[i].file = std::move(found[i]);
    if (auto text = read_text(texts[i].file, texts[i].problems)) texts[i].text.emplace(*std::move(text));
    detect(texts[i], *snapshot->importers);
  });
  const auto captures = import_texts(texts, *snapshot, chosen);
  resolve_links(*snapshot);
  add_neighbor_links(captures, *snapshot);
  resolve_elements(*snapshot);
  return snapshot;
}

}  // namespace holdfast::session
