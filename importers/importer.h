#pragma once

// What every vendor's importer offers. Importing is a pure function of the text: no file is opened here.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/config_edit.h"
#include "model/device.h"
#include "model/span.h"

namespace holdfast {

// How sure an importer is that a text is its own: 0 (no) to 100, and what says so.
struct Detection {
  int score = 0;
  std::string evidence;
};

// One neighbour that a device says to have seen (LLDP). Names as written.
struct SeenNeighbor {
  std::string
      device;  // that saw it, as far as its prompt tells: `PE1`, or `PE1-GigabitEthernet0/1/0`; may be empty
  std::string interface;
  std::string neighbor_device;
  std::string neighbor_interface;
  Span where;
};

struct ImportOptions {
  std::string profile;                                // release profile; empty: the importer's default
  std::map<std::string, std::string> device_profile;  // by device name; wins over `profile`
  std::string name_hint;  // used as device name where the text has none (the file's stem)
};

class Importer {
 public:
  Importer() = default;
  Importer(const Importer&) = delete;
  Importer& operator=(const Importer&) = delete;
  virtual ~Importer() = default;

  virtual std::string_view name() const = 0;
  virtual Detection detect(std::string_view text) const = 0;

  // One device per configuration found in the text. Never fails: what is not understood is in
  // Device::reading. Safe to call from several threads at once.
  virtual std::vector<Device> import(FileId file, std::string_view text,
                                     const ImportOptions& options) const = 0;

  // The neighbours that the text shows, if it holds the output of a command that shows them. Like import.
  virtual std::vector<SeenNeighbor> neighbors(FileId file, std::string_view text) const = 0;

  // The text with commands typed into one of its devices. Never fails: what the device would not take is in
  // ConfigEdit::refused, and the rest is done. Time is of the order of reading the section.
  virtual ConfigEdit edit(std::string_view text, const ConfigCommands& commands) const = 0;

  // How much a command disturbs what runs: 0 (it only enters a view) to 100 (everything on the device).
  virtual std::uint32_t disruption(std::string_view line) const = 0;

  // An interface name as people write it (GE0/1/0, ge 0/1/0) in the spelling that the model uses.
  virtual std::string canonical_interface(std::string_view name) const = 0;

  // Whether some command has this word, as opposed to a value. For colouring lines.
  virtual bool is_keyword(std::string_view word) const = 0;

  // Whether there is a release profile of that name.
  virtual bool knows_profile(std::string_view profile) const = 0;
};

}  // namespace holdfast
