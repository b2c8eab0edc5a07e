#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::oqs {

// The code tables of the exchange, by the numbers that one public implementation gives them (OQSCD001 …).
// They are third parties' reading of the official code book (別紙5-1), which was not seen.

struct Code {
  std::string_view value;
  std::string_view ja;
  std::string_view en;
};

struct CodeTable {
  std::string_view number;  ///< `OQSCD006`
  std::string_view ja;      ///< 資格有効性
  std::string_view en;
  std::vector<Code> codes;

  /// Null where the table has no such value.
  const Code* find(std::string_view value) const;

  /// `1 有効, 2 無効, …`
  std::string listed() const;
};

const std::vector<CodeTable>& code_tables();

/// Null for a number that is not among them.
const CodeTable* code_table(std::string_view number);

}  // namespace uketsuke::oqs
