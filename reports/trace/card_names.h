#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace uketsuke::trace {

/// The applications of a My Number Card, as far as a trace tells them apart.
enum class Application {
  unknown,       ///< none selected yet, or selected in a way that does not say which
  jpki,          ///< 公的個人認証
  card_face,     ///< 券面事項確認
  text_support,  ///< 券面事項入力補助
  common,        ///< 共通カード
  resident,      ///< 住基
  other,         ///< none of these
};

/// Which application a DF name selects. A shorter name that several could answer to gives `unknown`.
Application application_of(const std::uint8_t* name, std::size_t size);

/// `公的個人認証 (JPKI)`
std::string_view application_name(Application application);

/// Appends `利用者証明用PIN (authentication PIN)`, or `EF 0010` for a file without a known name.
/// Source of the names: the public descriptions of the card, by which its users call them.
void put_file_name(std::string& out, Application application, std::uint16_t file);

/// Whether reading the file gives a My Number, a 照合番号 or the holder's photo. Where it is not known which
/// file of which application is current, everything that could be one of those counts.
bool is_secret_file(Application application, std::uint16_t file);

}  // namespace uketsuke::trace
