#pragma once

// What the program may assume of its terminal.

#include <cstddef>
#include <string>

namespace holdfast::cli {

enum class When { Auto, Always, Never };

bool is_terminal(int descriptor);
// Honours NO_COLOR and TERM=dumb when left to `Auto`.
bool wants_color(When when, int descriptor);
// Columns of the terminal on stdout, else of COLUMNS, else 100.
std::size_t terminal_width();
std::string working_folder();

}  // namespace holdfast::cli
