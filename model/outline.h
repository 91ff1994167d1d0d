#pragma once

// Which views the lines of one device stand in ("interface GigabitEthernet0/1/0", "vsi a > pwsignal ldp").

#include <cstdint>
#include <vector>

#include "model/span.h"

namespace holdfast {

struct Outline {
  // From this line on, until the next change, lines stand in the view that `header` opened, a line before
  // them; a header not known: in no view.
  struct Change {
    std::uint32_t line = 0;
    Span header;
  };
  std::vector<Change> changes;  // by line

  // Lines come in rising order.
  void enter(std::uint32_t line, Span header);

  // The lines that opened the views around that line, outermost first.
  std::vector<Span> views_around(std::uint32_t line) const;
};

}  // namespace holdfast
