#pragma once

// The importers that the program has. A vendor is added here and in its own folder.

#include <array>
#include <span>
#include <string_view>

#include "importers/importer.h"
#include "importers/vrp/vrp_importer.h"

namespace holdfast::session {

class Importers {
 public:
  std::span<const Importer* const> all() const { return all_; }

  const Importer* find(std::string_view name) const {
    for (const Importer* importer : all_) {
      if (importer->name() == name) return importer;
    }
    return nullptr;
  }

 private:
  vrp::VrpImporter vrp_;
  std::array<const Importer*, 1> all_{&vrp_};
};

}  // namespace holdfast::session
