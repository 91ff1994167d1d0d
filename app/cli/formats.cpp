#include "app/cli/formats.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

#include "app/cli/manual.h"
#include "app/cli/output.h"
#include "app/cli/version.h"
#include "app/report/concise.h"
#include "app/report/github.h"
#include "app/report/gitlab.h"
#include "app/report/html.h"
#include "app/report/json.h"
#include "app/report/junit.h"
#include "app/report/markdown.h"
#include "app/report/sarif.h"
#include "app/report/text.h"

namespace holdfast::cli {
namespace {

using Renderer = std::string (*)(const session::CheckResult&, const report::Options&);
struct Format {
  std::string_view name;
  Renderer render;
};
constexpr auto kFormats = std::to_array<Format>({
    {"text", report::render_text},
    {"concise", report::render_concise},
    {"json", report::render_json},
    {"sarif", report::render_sarif},
    {"junit", report::render_junit},
    {"github", report::render_github},
    {"gitlab", report::render_gitlab},
    {"markdown", report::render_markdown},
    {"html", report::render_html},
});

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

std::string name_in(const std::string& word) {
  return word.substr(0, word.find('='));
}

}  // namespace

void add_format_option(CLI::App& app, std::vector<std::string>& formats,
                       const std::vector<std::string>& names) {
  const std::string list = listed(names);
  const auto check = [names, list](const std::string& word) {
    if (std::ranges::find(names, name_in(word)) != names.end()) return std::string();
    return fmt::format("there is no format '{}'; it is {}", name_in(word), list);
  };
  offer(app.add_option("--format", formats, list + ", to stdout or to FILE; repeatable"), names)
      ->allow_extra_args(false)
      ->type_name("F[=FILE]")
      ->check(CLI::Validator(check, ""));
}

void add_format_option(CLI::App& app, std::vector<std::string>& formats) {
  std::vector<std::string> names;
  names.reserve(kFormats.size());
  for (const Format& it : kFormats) names.emplace_back(it.name);
  add_format_option(app, formats, names);
}

std::vector<WantedFormat> wanted_formats(const std::vector<std::string>& formats, const std::string& usual) {
  std::vector<WantedFormat> result;
  for (const std::string& word : formats) {
    const std::size_t equals = word.find('=');
    result.push_back({name_in(word), equals == std::string::npos ? std::string() : word.substr(equals + 1)});
  }
  if (std::ranges::none_of(result, [](const WantedFormat& w) { return w.file.empty(); })) {
    result.push_back({usual, {}});
  }
  return result;
}

report::Options findings_style(report::FailOn fail_on) {
  report::Options style;
  style.working_folder = working_folder();
  style.version = kVersion;
  style.fail_on = fail_on;
  style.rules = rules::all_rules();
  style.width = terminal_width();
  return style;
}

bool write_formats(const session::CheckResult& result, const std::vector<std::string>& formats,
                   report::Options style, When color) {
  bool written = true;
  for (const WantedFormat& want : wanted_formats(formats, std::string(kFormats.front().name))) {
    style.color = want.file.empty() && wants_color(color, STDOUT_FILENO);
    const Format& format = *std::ranges::find(kFormats, want.name, &Format::name);
    written = write_output(format.render(result, style), want.file) && written;
  }
  return written;
}

}  // namespace holdfast::cli
