#pragma once

// What the rules about failures share: stories that differ only in what fails are one finding, in their words
// and at the lines that they blame.

#include <string>
#include <vector>

#include "solver/failures/engine.h"
#include "solver/failures/network_failures.h"
#include "solver/rules/judgement.h"

namespace holdfast::rules {

// Sets of failures of one service that one story tells of.
struct ToldCase {
  const pairing::Service* service = nullptr;
  const failures::ServiceFailures* found = nullptr;
  const failures::ServiceSet* shown = nullptr;
  std::vector<const failures::ServiceSet*> alike;  // the others

  const Flow& flow() const { return found->flows[shown->flow]; }
};

// All with this outcome, in the order of the services.
std::vector<ToldCase> told_cases(const failures::NetworkFailures& found, Outcome outcome);

// A finding that holds the case; its evidence is what the story blames.
Finding& report_case(const failures::NetworkFailures& found, const ToldCase& told, std::string message,
                     Judgement& out);

// "traffic between CE1 and CE2"
std::string traffic_phrase(const pairing::Pairing& net, const Flow& flow);

// "when link:… and node:… fail"; "from the start" where nothing has to.
std::string when_phrase(const std::vector<std::string>& elements);

// Where the story ends and how many sets end like it.
std::string end_of_story(const ToldCase& told);

// Public names.
std::vector<std::string> names_of(const FailureUniverse& universe, const FailureSet& set);

// Whether something in the service's configuration is there for failures.
bool has_redundancy(const pairing::Service& service);

// The lines that make the service redundant: the PWs between which somebody chooses; else its ACs.
std::vector<Evidence> redundancy_lines(const pairing::Pairing& net, const pairing::Service& service);

}  // namespace holdfast::rules
