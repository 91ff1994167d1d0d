#include "importers/vrp/vocabulary.h"

namespace holdfast::vrp {

std::span<const std::string_view> vocabulary_lists() {
  static constexpr std::string_view kLists[] = {"description\nstatistic"};
  return kLists;
}

}  // namespace holdfast::vrp
