#include "app/session/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "app/session/files.h"
#include "app/session/importers.h"
#include "app/session/parallel.h"

namespace holdfast::session {
namespace {

// A text that no importer is at least this sure of is left out.
constexpr int kLeastScore = 25;

struct ReadFile {
  std::optional<std::string> text;
  std::vector<InputProblem> problems;
  std::vector<Device> devices;
  const Importer* importer = nullptr;
};

std::string stem(const std::string& path) {
  return path == "-" ? std::string("stdin") : std::filesystem::path(path).stem().string();
}

const Importer* choose_importer(std::span<const Importer* const> importers, std::string_view text) {
  const Importer* best = nullptr;
  int best_score = kLeastScore - 1;
  for (const Importer* importer : importers) {
    const int score = importer->detect(text).score;
    if (score <= best_score) continue;
    best = importer;
    best_score = score;
  }
  return best;
}

void read_one(const FoundFile& found, ReadFile& result, std::span<const Importer* const> importers) {
  result.text = read_text(found, result.problems);
  if (!result.text) return;
  result.importer = choose_importer(importers, *result.text);
  if (result.importer != nullptr) return;
  const auto kind = found.named ? InputProblem::Kind::Error : InputProblem::Kind::Note;
  result.problems.push_back({kind, found.path, 0, 0, "left out: not recognised as a configuration of any vendor"});
  result.text.reset();
}

void move_problems(std::vector<InputProblem>& from, std::vector<InputProblem>& to) {
  std::ranges::move(from, std::back_inserter(to));
}

}  // namespace

std::shared_ptr<const Snapshot> load(const LoadOptions& options) {
  auto snapshot = std::make_shared<Snapshot>();
  snapshot->importers = std::make_shared<const Importers>();
  const Importers& importers = *snapshot->importers;
  const std::vector<FoundFile> found = find_files(options.paths, snapshot->problems);
  std::vector<ReadFile> files(found.size());
  const auto report = [&, done = std::atomic<std::size_t>{0}](std::size_t total) mutable {
    if (options.progress) options.progress("reading", ++done, total);
  };
  const auto cancelled = [&] { return options.cancel != nullptr && options.cancel->load(); };

  // The texts first, one after another in the set, so that every device can name its file.
  parallel_for(files.size(), options.jobs, [&](std::size_t i) {
    if (!cancelled()) read_one(found[i], files[i], importers.all());
  });
  std::vector<std::pair<std::size_t, FileId>> configurations;
  for (std::size_t i = 0; i < files.size(); ++i) {
    move_problems(files[i].problems, snapshot->problems);
    if (!files[i].text) continue;
    configurations.emplace_back(i, snapshot->network.sources.add(found[i].path, std::move(*files[i].text)));
  }
  snapshot->files = configurations.size();

  parallel_for(configurations.size(), options.jobs, [&](std::size_t at) {
    if (cancelled()) return;
    const auto [i, id] = configurations[at];
    files[i].devices = files[i].importer->import(id, snapshot->network.sources.text(id),
                                                 {options.profile, stem(found[i].path)});
    report(configurations.size());
  });
  for (const auto& [i, id] : configurations) {
    std::ranges::move(files[i].devices, std::back_inserter(snapshot->network.devices));
  }
  std::ranges::stable_sort(snapshot->network.devices, {}, [](const Device& device) {
    return std::tuple(std::string_view(device.name.value), device.file, device.first_line);
  });
  for (const Device& device : snapshot->network.devices) snapshot->coverage += device.reading.coverage;
  return snapshot;
}

}  // namespace holdfast::session
