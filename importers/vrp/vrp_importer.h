#pragma once

// The importer for Huawei VRP: lines → sections → statements and model (reader.h) → defaults resolved
// (finish.h).

#include "importers/importer.h"
#include "importers/vrp/command_table.h"

namespace holdfast::vrp {

class VrpImporter final : public Importer {
 public:
  std::string_view name() const override { return "huawei-vrp"; }
  Detection detect(std::string_view text) const override;
  std::vector<Device> import(FileId file, std::string_view text, const ImportOptions& options) const override;
  std::vector<SeenNeighbor> neighbors(FileId file, std::string_view text) const override;
  ConfigEdit edit(std::string_view text, const ConfigCommands& commands) const override;
  std::uint32_t disruption(std::string_view line) const override;
  std::string canonical_interface(std::string_view name) const override;
  bool is_keyword(std::string_view word) const override { return table_.is_keyword(word); }
  bool knows_profile(std::string_view profile) const override;

  const CommandTable& table() const { return table_; }

 private:
  CommandTable table_;
};

}  // namespace holdfast::vrp
