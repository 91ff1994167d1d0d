#pragma once

// A story as text: what has failed, then a line for each step behind a word that says what kind it is, then
// the lines to blame.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/report/options.h"
#include "model/network.h"
#include "solver/rules/story.h"

namespace holdfast::report {

// "noticed", "not told", "traffic", "lost", "would work", "remedy"; what is not lost but arrives twice or is
// unknown says so.
std::string_view step_word(rules::StoryPart part, Outcome outcome);

// The steps, one below the other, indented.
std::string story_steps(const rules::Story& story, const Options& options);

// What fails, an element on each line.
std::string failing(std::span<const std::string> elements, const Options& options);

// The lines to blame.
std::string story_lines(const Network& network, const rules::Story& story, const Options& options);

// A labelled list, an item on each line: names of elements are never broken.
std::string labelled(std::string_view label, std::span<const std::string> items);
// A labelled text.
std::string labelled(std::string_view label, std::string_view text, const Options& options);

// One sentence for each step, as JSON and SARIF have them.
std::vector<std::string> sentences_of(const rules::Story& story);

}  // namespace holdfast::report
