#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace uketsuke::trace {

/// The applications of a My Number Card that a trace distinguishes.
enum class Application {
  unknown,       ///< none selected yet, or selected by an ambiguous name
  jpki,          ///< 公的個人認証
  card_face,     ///< 券面事項確認
  text_support,  ///< 券面事項入力補助
  common,        ///< 共通カード
  resident,      ///< 住基
  other,         ///< another application
};

/// The application with this DF name. A shorter name that matches several gives `unknown`.
Application application_of(const std::uint8_t* name, std::size_t size);

/// Name for people: `公的個人認証 (JPKI)`.
std::string_view application_name(Application application);

/// Appends `利用者証明用PIN (authentication PIN)`, or `EF 0010` for a file without a known name.
/// Source of the names: public descriptions of the card, as its users call them.
void put_file_name(std::string& out, Application application, std::uint16_t file);

/// Whether reading the file gives a My Number, a 照合番号 or the holder's photo. If the current application
/// or file is unknown, everything that could be one of those counts.
bool is_secret_file(Application application, std::uint16_t file);

}  // namespace uketsuke::trace
