#pragma once

// What reading a device's lines left behind besides the network itself: how much was understood, and what was
// odd. Rules of the family SYN speak from these.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/outline.h"
#include "model/span.h"

namespace holdfast {

enum class LineState : std::uint8_t {
  Modelled,      // the model holds what it says
  Irrelevant,    // a known command that no redundancy depends on
  Partial,       // a known command of which the model holds a part
  Unrecognised,  // no command of the view it stands in, or one that is known and not modelled yet
};

struct Coverage {
  std::uint64_t lines = 0;  // statements; blank lines and separators do not count
  std::uint64_t modelled = 0;
  std::uint64_t irrelevant = 0;
  std::uint64_t partial = 0;
  std::uint64_t unrecognised = 0;

  void count(LineState state);
  Coverage& operator+=(const Coverage& other);
};

// A line that no command matches.
struct UnreadLine {
  Span where;                             // the word where understanding stopped
  std::string text;                       // secrets removed
  std::string view;                       // "interface", "bgp": the view it stands in
  std::optional<std::string> suggestion;  // the known word that is one edit away
};

// A value outside the range that its documentation gives.
struct RangeViolation {
  Span where;
  std::string what;  // "E-Trunk id"
  std::string value;
  std::string range;    // "1–128"
  std::string only_in;  // release that allows it although this one does not; empty: none does
  std::string source;   // release of the stated range
};

// One device section of a file ends without `return`, or the file holds more than one device.
struct SectionNote {
  enum class Kind : std::uint8_t { NoReturn, CutLine, SeveralDevices, NoSysname } kind;
  Span where;
};

struct Reading {
  Coverage coverage;
  std::vector<UnreadLine> unread;
  std::vector<RangeViolation> out_of_range;
  std::vector<SectionNote> notes;
  Outline outline;
};

}  // namespace holdfast
