#pragma once

// Samples as tests walk through them, and a sample that edits change where no finding stands.

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

#include "app/session/snapshot.h"
#include "tests/cross_check/dice.h"
#include "tests/support/temporary_folder.h"

namespace holdfast {

// The folders samples/NETWORK/VARIANT, in order.
std::vector<std::filesystem::path> sample_folders();
std::string sample_name(const testing::TestParamInfo<std::filesystem::path>& item);
std::string read_file(const std::filesystem::path& path);

class EditedSample {
 public:
  explicit EditedSample(const std::filesystem::path& folder);

  // Each edit changes one file somewhere and means nothing for redundancy.
  void insert_block(cross_check::Dice& dice);        // a loopback nobody uses, or management
  void insert_description(cross_check::Dice& dice);  // in an interface
  void delete_separator(cross_check::Dice& dice);    // a line with #
  void move_block(cross_check::Dice& dice);          // an interface, to another place in its file
  void rename_file(cross_check::Dice& dice);
  void widen_blank(cross_check::Dice& dice);  // between two words

  std::shared_ptr<const session::Snapshot> load() const;
  const std::string& history() const { return history_; }

 private:
  struct File {
    std::string name;
    std::vector<std::string> lines;
  };
  using Lines = std::vector<std::string>;

  File& pick_file(cross_check::Dice& dice);
  void note(const std::string& what, const File& file, std::size_t line);

  test::TemporaryFolder folder_;
  std::vector<File> files_;
  std::string history_;
  std::size_t edits_ = 0;
};

}  // namespace holdfast
