// Prints a record with one event of every kind, for tests of the schema.

#include <cstdio>

#include "record/json_lines.h"
#include "tests/unit/record/every_kind.h"

int main() {
  const std::string lines = uketsuke::record::to_json_lines(uketsuke::record::every_kind());
  return std::fwrite(lines.data(), 1, lines.size(), stdout) == lines.size() ? 0 : 1;
}
