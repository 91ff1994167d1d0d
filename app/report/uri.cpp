#include "app/report/uri.h"

#include <filesystem>
#include <fmt/format.h>

namespace holdfast::report {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::string percent_encoded(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (is_plain(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

bool leaves_folder(const std::filesystem::path& relative) {
  return relative.empty() || *relative.begin() == "..";
}

std::filesystem::path seen_from(std::string_view path, std::string_view working_folder) {
  std::filesystem::path given = std::filesystem::path(path).lexically_normal();
  const std::filesystem::path folder = std::filesystem::path(working_folder).lexically_normal();
  if (folder.empty()) return given;
  if (given.is_relative() && leaves_folder(given)) given = (folder / given).lexically_normal();
  const std::filesystem::path inside = given.is_absolute() ? given.lexically_relative(folder) : given;
  return leaves_folder(inside) ? given : inside;
}

}  // namespace

FileUri file_uri(std::string_view path, std::string_view working_folder) {
  const std::filesystem::path given = seen_from(path, working_folder);
  const std::string encoded = percent_encoded(given.generic_string());
  if (given.is_absolute()) return {"file://" + encoded, false};
  return {encoded, true};
}

std::string path_in_folder(std::string_view path, std::string_view working_folder) {
  return seen_from(path, working_folder).generic_string();
}

}  // namespace holdfast::report
