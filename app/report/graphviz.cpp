#include <cstdio>
#include <cstdlib>
#include <memory>
#include <unistd.h>

#include "app/report/topology.h"

namespace holdfast::report {
namespace {

struct ClosePipe {
  void operator()(std::FILE* pipe) const { pclose(pipe); }
};

// The drawing's text on disk for as long as `dot` reads it.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text) {
    const int descriptor = mkstemp(name_);
    if (descriptor < 0) return;
    std::FILE* file = fdopen(descriptor, "wb");
    written_ = file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (file != nullptr) std::fclose(file);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { unlink(name_); }

  bool written() const { return written_; }
  const char* name() const { return name_; }

 private:
  char name_[24] = "/tmp/holdfast-XXXXXX";
  bool written_ = false;
};

}  // namespace

std::optional<std::string> svg_of(const std::string& dot) {
  const TemporaryFile drawing(dot);
  if (!drawing.written()) return std::nullopt;
  const std::string command = std::string("dot -Tsvg ") + drawing.name() + " 2>/dev/null";
  std::unique_ptr<std::FILE, ClosePipe> pipe(popen(command.c_str(), "r"));
  if (!pipe) return std::nullopt;
  std::string svg;
  char buffer[4096];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe.get()))
    svg.append(buffer, count);
  const int status = pclose(pipe.release());
  if (status != 0 || svg.empty()) return std::nullopt;
  return svg;
}

}  // namespace holdfast::report
