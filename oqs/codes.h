#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::oqs {

// The code tables of the exchange, by the numbers of one public implementation (OQSCD001 …). They are third
// parties' reading of the official code book (別紙5-1), which was not available.

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

  /// The code with this value, or null if the table has none.
  const Code* find(std::string_view value) const;

  /// All codes for a message: `1 有効, 2 無効, …`
  std::string listed() const;
};

/// All tables, read once from oqs/codes.yaml in the data root. @throws InputError
const std::vector<CodeTable>& code_tables();

/// The table with this number, or null if there is none.
const CodeTable* code_table(std::string_view number);

}  // namespace uketsuke::oqs
