#include "tests/samples/edited_sample.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "app/session/load.h"

namespace holdfast {
namespace {

namespace fs = std::filesystem;
using cross_check::Dice;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Places of the lines that `wanted` holds for.
template <class Wanted>
std::vector<std::size_t> places(const std::vector<std::string>& lines, Wanted wanted) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (wanted(lines[i])) result.push_back(i);
  }
  return result;
}

bool is_separator(const std::string& line) {
  return line == "#";
}
bool opens_interface(const std::string& line) {
  return line.starts_with("interface ");
}

}  // namespace

std::vector<fs::path> sample_folders() {
  std::set<fs::path> found;
  for (const auto& sample : fs::directory_iterator(fs::path(HOLDFAST_SOURCE_DIR) / "samples")) {
    if (!sample.is_directory()) continue;
    for (const auto& variant : fs::directory_iterator(sample.path())) {
      if (variant.is_directory()) found.insert(variant.path());
    }
  }
  return {found.begin(), found.end()};
}

std::string sample_name(const testing::TestParamInfo<fs::path>& item) {
  std::string name = item.param.parent_path().filename().string() + "__" + item.param.filename().string();
  std::ranges::replace(name, '-', '_');
  return name;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

EditedSample::EditedSample(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.path().extension() == ".cfg") {
      files_.push_back({name, lines_of(read_file(entry.path()))});
    } else if (name == "holdfast.yaml") {
      folder_.write(name, read_file(entry.path()));
    }
  }
  std::ranges::sort(files_, {}, &File::name);
}

EditedSample::File& EditedSample::pick_file(Dice& dice) {
  return files_[dice.between(0, files_.size() - 1)];
}

void EditedSample::note(const std::string& what, const File& file, std::size_t line) {
  history_ += what + " " + file.name + ":" + std::to_string(line + 1) + "; ";
  ++edits_;
}

void EditedSample::insert_block(Dice& dice) {
  File& file = pick_file(dice);
  const auto separators = places(file.lines, is_separator);
  const std::size_t at = dice.pick(separators);
  const std::string number = std::to_string(4000 + edits_);
  const std::vector<Lines> blocks = {
      {"#", "interface LoopBack" + number, " description nobody uses it"},
      {"#", "ntp-service unicast-server 192.0.2." + std::to_string(1 + edits_)},
      {"#", "#"}};
  const Lines& block = dice.pick(blocks);
  note("insert " + block.back() + " at", file, at);
  file.lines.insert(file.lines.begin() + static_cast<std::ptrdiff_t>(at), block.begin(), block.end());
}

void EditedSample::insert_description(Dice& dice) {
  File& file = pick_file(dice);
  const auto headers = places(file.lines, opens_interface);
  if (headers.empty()) return;
  const std::size_t at = dice.pick(headers) + 1;
  note("describe", file, at);
  file.lines.insert(file.lines.begin() + static_cast<std::ptrdiff_t>(at), " description inserted");
}

void EditedSample::delete_separator(Dice& dice) {
  File& file = pick_file(dice);
  const auto separators = places(file.lines, is_separator);
  const std::size_t at = dice.pick(separators);
  // A separator also ends a view.
  if (at + 1 >= file.lines.size() || file.lines[at + 1].starts_with(' ')) return;
  note("delete", file, at);
  file.lines.erase(file.lines.begin() + static_cast<std::ptrdiff_t>(at));
}

void EditedSample::move_block(Dice& dice) {
  File& file = pick_file(dice);
  const auto headers = places(file.lines, opens_interface);
  if (headers.empty()) return;
  const std::size_t from = dice.pick(headers);
  std::size_t end = from + 1;
  while (end < file.lines.size() && file.lines[end].starts_with(' ')) ++end;
  Lines block(file.lines.begin() + static_cast<std::ptrdiff_t>(from),
              file.lines.begin() + static_cast<std::ptrdiff_t>(end));
  file.lines.erase(file.lines.begin() + static_cast<std::ptrdiff_t>(from),
                   file.lines.begin() + static_cast<std::ptrdiff_t>(end));
  auto separators = places(file.lines, is_separator);
  std::erase_if(separators, [](std::size_t at) { return at == 0; });
  const std::size_t to = dice.pick(separators);
  note("move " + block.front() + " to", file, to);
  block.insert(block.begin(), "#");
  file.lines.insert(file.lines.begin() + static_cast<std::ptrdiff_t>(to), block.begin(), block.end());
}

void EditedSample::rename_file(Dice& dice) {
  File& file = pick_file(dice);
  note("rename", file, 0);
  file.name = "site-" + std::to_string(edits_) + "/" + std::to_string(dice.between(100, 999)) + "-" +
              fs::path(file.name).filename().string();
}

void EditedSample::widen_blank(Dice& dice) {
  File& file = pick_file(dice);
  const auto last_lines =
      places(file.lines, [](const std::string& line) { return line.starts_with(" ip "); });
  if (last_lines.empty()) return;
  const std::size_t at = dice.pick(last_lines);
  note("widen", file, at);
  file.lines[at].insert(3, " ");
}

std::shared_ptr<const session::Snapshot> EditedSample::load() const {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder_.path())) {
    if (entry.path().filename() != "holdfast.yaml") fs::remove_all(entry.path(), ignored);
  }
  for (const File& file : files_) {
    std::string text;
    for (const std::string& line : file.lines) text += line + '\n';
    folder_.write(file.name, text);
  }
  session::LoadOptions options;
  options.paths = {folder_.path()};
  return session::load(options);
}

}  // namespace holdfast
