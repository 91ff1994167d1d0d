#include "app/cli/formats.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unistd.h>

#include "app/cli/manual.h"
#include "app/cli/output.h"
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

// `sarif=out/holdfast.sarif`: what to write, and where.
struct Wanted {
  const Format* format;
  std::string file;
};

std::string names_of_formats() {
  std::string names;
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (i > 0) names += i + 1 == kFormats.size() ? " or " : ", ";
    names += kFormats[i].name;
  }
  return names;
}

std::string check_format(const std::string& text) {
  const std::string name = text.substr(0, text.find('='));
  if (std::ranges::find(kFormats, name, &Format::name) != kFormats.end()) return {};
  return fmt::format("there is no format '{}'; it is {}", name, names_of_formats());
}

std::vector<Wanted> wanted(const std::vector<std::string>& formats) {
  std::vector<Wanted> result;
  for (const std::string& text : formats) {
    const std::size_t equals = text.find('=');
    result.push_back({&*std::ranges::find(kFormats, text.substr(0, equals), &Format::name),
                      equals == std::string::npos ? std::string() : text.substr(equals + 1)});
  }
  if (std::ranges::none_of(result, [](const Wanted& w) { return w.file.empty(); })) {
    result.push_back({&kFormats.front(), {}});
  }
  return result;
}

}  // namespace

void add_format_option(CLI::App& app, std::vector<std::string>& formats) {
  std::vector<std::string> names;
  for (const Format& it : kFormats) names.emplace_back(it.name);
  offer(app.add_option("--format", formats, names_of_formats() + ", to stdout or to FILE; repeatable"), names)
      ->allow_extra_args(false)
      ->type_name("F[=FILE]")
      ->check(CLI::Validator(check_format, ""));
}

bool write_formats(const session::CheckResult& result, const std::vector<std::string>& formats,
                   report::Options style, When color) {
  bool written = true;
  for (const Wanted& want : wanted(formats)) {
    style.color = want.file.empty() && wants_color(color, STDOUT_FILENO);
    written = write_output(want.format->render(result, style), want.file) && written;
  }
  return written;
}

}  // namespace holdfast::cli
