#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::oqs {

// The code tables of the exchange, by the numbers that one public implementation gives them (OQSCD001 …).
// They are third parties' reading of the official code book (別紙5-1), which was not seen.

struct Code {
  std::string value;
  std::string ja;
  std::string en;
};

struct CodeTable {
  std::string number;  ///< `OQSCD006`
  std::string ja;      ///< 資格有効性
  std::string en;
  std::vector<Code> codes;

  /// Null where the table has no such value.
  const Code* find(std::string_view value) const;

  /// `1 有効, 2 無効, …`
  std::string listed() const;
};

/// All tables, read once from oqs/codes.yaml below the data root. @throws InputError
const std::vector<CodeTable>& code_tables();

/// Null for a number that is not among them.
const CodeTable* code_table(std::string_view number);

}  // namespace uketsuke::oqs
