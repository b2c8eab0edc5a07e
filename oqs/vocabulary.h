#pragma once

#include <string_view>

namespace uketsuke::oqs {

/// How the text of an element is written, where its type in message_fields.h does not say it.
enum class Spelling {
  text,
  insurer_number,  ///< eight characters, spaces on the left
  branch_number,   ///< two digits
  institution,     ///< ten digits
  kana,            ///< half width
  month,           ///< yyyyMM
  ratio,           ///< three digits, per cent: 010, 020, 030
  reference,       ///< at most 50 characters
};

/// What an element is called, and what may stand in it.
struct Word {
  std::string_view name;
  std::string_view ja;
  std::string_view en;
  std::string_view codes = {};  ///< `OQSCD006`, or nothing
  Spelling spelling = Spelling::text;
};

/// Never null for a name of message_fields.h.
const Word* word(std::string_view name);

}  // namespace uketsuke::oqs
