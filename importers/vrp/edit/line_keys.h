#pragma once

// What a line sets, as opposed to what it sets it to: of two lines of one view with one key, the later wins.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/vrp/command_table.h"
#include "importers/vrp/views.h"

namespace holdfast::vrp {

std::vector<std::string_view> words_of(std::string_view text);

// The line in one spelling: one blank between words, interface names in full.
std::string spelled(std::string_view text);

// Of a line whose every word says which of many it is (a route target, a network, a hop): the whole line.
std::string key_of(View view, std::string_view text);

// How a line of this key comes to say something else.
enum class Change : std::uint8_t {
  InPlace,   // it is said anew
  Remade,    // the line is taken back first
  WithView,  // the view it stands in is removed and made anew
};
Change change_of(View view, std::string_view text, bool discriminator_mutable);

// Whether both lines open one and the same view: `bfd a` and `bfd a bind peer-ip …`.
bool opens_same(std::string_view a, std::string_view b);

// The command that takes the line back: the longest form that the table knows.
std::string undo_of(const CommandTable& table, View view, std::string_view text);

// The role of a line that makes a PW of an AC: "primary", "secondary", "bypass", "admin"; empty for others.
std::string_view pw_role(View view, std::string_view text);

}  // namespace holdfast::vrp
