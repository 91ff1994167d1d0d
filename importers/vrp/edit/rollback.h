#pragma once

// What was done to a configuration, and the commands that take it back.

#include <string>
#include <vector>

#include "importers/vrp/command_table.h"
#include "importers/vrp/edit/config_tree.h"

namespace holdfast::vrp {

class Rollback {
 public:
  explicit Rollback(const CommandTable& table) : table_(&table) {}

  // Each is called before the tree changes, or right behind it for what was added.
  void added(const ConfigTree& tree, LineIndex line);
  void removing(const ConfigTree& tree, LineIndex line);
  void replacing(const ConfigTree& tree, LineIndex line);
  // A change of the line that this command takes back.
  void typing(const ConfigTree& tree, LineIndex line, std::string command);

  // From the system view on, the last change first; ends with `commit`. Empty when nothing was done.
  std::vector<std::string> commands() const;

 private:
  struct Step {
    std::vector<std::string> views;  // headers, outermost first
    std::vector<std::string> lines;
  };
  void note(const ConfigTree& tree, LineIndex line, std::vector<std::string> lines);

  const CommandTable* table_;
  std::vector<Step> steps_;
  std::vector<LineIndex> made_views_;
};

}  // namespace holdfast::vrp
