#pragma once

// A rule is one invariant: its manual page and its check in one value, one file per rule under
// solver/rules/<family>/. The build generates the table of all rules from the folder.

#include <span>
#include <string>
#include <string_view>

#include "solver/rules/finding.h"

namespace holdfast::pairing {
class Pairing;
}
namespace holdfast::failures {
struct Engine;
struct NetworkFailures;
}  // namespace holdfast::failures

namespace holdfast::rules {

class Judgement;

struct Rule {
  const char* code;    // "PW005": public interface, never changes meaning
  const char* name;    // "control-word-differs-in-group"
  Severity severity;   // of most of its findings; a check may lower it where the catalogue says so
  const char* title;   // what must hold, one sentence
  const char* what;    // what is compared, and how
  const char* why;     // what happens on the network when it does not hold
  const char* fix;     // how to mend it
  const char* limits;  // when it stays silent or undecided, and why
  const char* source;  // documents and sections it rests on
  // Small device configurations, each from its sysname on, as they are reported and as they are mended. The
  // first column of a line says in which of the two it stands: '-' reported, '+' mended, ' ' both.
  const char* example;
  // One of the two. A rule about failures judges what a search has found, and may ask the engine for more; it
  // takes no part in a check that looks at no failures.
  void (*check)(const pairing::Pairing& net, Judgement& out) = nullptr;
  void (*check_failures)(const failures::NetworkFailures& found, failures::Engine& engine,
                         Judgement& out) = nullptr;

  bool about_failures() const { return check_failures != nullptr; }
};

// The two forms of the example, without the first column.
std::string reported_example(const Rule& rule);
std::string mended_example(const Rule& rule);

// Every rule of the program, by family and file name.
std::span<const Rule* const> all_rules();

// By code ("PW005") or name, letter case free; null when there is none.
const Rule* find_rule(std::string_view code_or_name);

}  // namespace holdfast::rules
