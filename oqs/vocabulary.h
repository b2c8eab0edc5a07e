#pragma once

#include <string>
#include <string_view>

#include "base/enum_names.h"

namespace uketsuke::oqs {

/// The spelling of an element's text, if its type in message_fields.h does not determine it.
UKETSUKE_ENUM(Spelling, text,
              insurer_number,  ///< eight characters, spaces on the left
              branch_number,   ///< two digits
              institution,     ///< ten digits
              kana,            ///< half width
              month,           ///< yyyyMM
              ratio,           ///< three digits, per cent: 010, 020, 030
              reference,       ///< at most 50 characters
)

/// Names of an element, and its allowed content.
struct Word {
  std::string name;
  std::string ja;
  std::string en;
  std::string codes;  ///< `OQSCD006`, or empty
  Spelling spelling = Spelling::text;
};

/// The entry of an element in oqs/vocabulary.yaml; never null for a name in message_fields.h.
const Word* word(std::string_view name);

}  // namespace uketsuke::oqs
