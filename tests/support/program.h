#pragma once

// Runs the program as a user does and keeps what it says.

#include <cstdio>
#include <string>
#include <sys/wait.h>

namespace holdfast::test {

struct Said {
  int status = -1;
  std::string out;  // stdout; with stderr where that is asked for
};

// `arguments` as a shell takes them, in `folder`.
inline Said run_holdfast(const std::string& folder, const std::string& arguments, bool with_errors = false) {
  const std::string command = "cd '" + folder + "' && COLUMNS=80 '" + HOLDFAST_BINARY + "' " + arguments +
                              (with_errors ? " 2>&1" : " 2>/dev/null") + " </dev/null";
  Said said;
  FILE* pipe = popen(command.c_str(), "r");
  char buffer[4096];
  while (const std::size_t count = fread(buffer, 1, sizeof buffer, pipe)) said.out.append(buffer, count);
  said.status = WEXITSTATUS(pclose(pipe));
  return said;
}

}  // namespace holdfast::test
