#include "reports/trace/card_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace uketsuke::trace {

namespace {

struct NamedApplication {
  Application application;
  std::array<std::uint8_t, 10> aid;
};

constexpr std::array kApplications = {
    NamedApplication{Application::jpki, {0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01}},
    NamedApplication{Application::common, {0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00}},
    NamedApplication{Application::resident, {0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x01}},
    NamedApplication{Application::card_face, {0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02}},
    NamedApplication{Application::text_support, {0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08}},
};

struct NamedFile {
  Application application;
  std::uint16_t id;
  std::string_view name;
};

constexpr std::array kFiles = {
    NamedFile{Application::jpki, 0x0001, "署名用証明書 (signing certificate)"},
    NamedFile{Application::jpki, 0x0002, "署名用CA証明書 (signing CA certificate)"},
    NamedFile{Application::jpki, 0x0006, "トークン情報 (token information)"},
    NamedFile{Application::jpki, 0x0008, "証明書の有無 (which certificates there are)"},
    NamedFile{Application::jpki, 0x000A, "利用者証明用証明書 (authentication certificate)"},
    NamedFile{Application::jpki, 0x000B, "利用者証明用CA証明書 (authentication CA certificate)"},
    NamedFile{Application::jpki, 0x0016, "特定機関認証用CA鍵 (terminal CA key)"},
    NamedFile{Application::jpki, 0x0017, "利用者証明用秘密鍵 (authentication key)"},
    NamedFile{Application::jpki, 0x0018, "利用者証明用PIN (authentication PIN)"},
    NamedFile{Application::jpki, 0x001A, "署名用秘密鍵 (signing key)"},
    NamedFile{Application::jpki, 0x001B, "署名用パスワード (signing password)"},
    NamedFile{Application::card_face, 0x0001, "生年月日 (age record)"},
    NamedFile{Application::card_face, 0x0002, "券面情報・顔写真 (card face with photo)"},
    NamedFile{Application::card_face, 0x0003, "AP基本情報 (application information)"},
    NamedFile{Application::card_face, 0x0004, "CV証明書 (CV certificate)"},
    NamedFile{Application::card_face, 0x0005, "個人番号画像 (My Number image)"},
    NamedFile{Application::card_face, 0x0011, "生年月日キー (birth-date key)"},
    NamedFile{Application::card_face, 0x0012, "照合番号B (card-face number B)"},
    NamedFile{Application::card_face, 0x0013, "照合番号A (card-face number A)"},
    NamedFile{Application::card_face, 0x001A, "カード署名鍵 (card signing key)"},
    NamedFile{Application::text_support, 0x0001, "個人番号 (My Number)"},
    NamedFile{Application::text_support, 0x0002, "基本4情報 (name, address, birth date, sex)"},
    NamedFile{Application::text_support, 0x0003, "署名 (integrity)"},
    NamedFile{Application::text_support, 0x0004, "CV証明書 (CV certificate)"},
    NamedFile{Application::text_support, 0x0005, "AP基本情報 (application information)"},
    NamedFile{Application::text_support, 0x0006, "セッション鍵用公開鍵 (session-key public key)"},
    NamedFile{Application::text_support, 0x0011, "券面事項入力補助用PIN (text-support PIN)"},
    NamedFile{Application::text_support, 0x0014, "照合番号A (card-face number A)"},
    NamedFile{Application::text_support, 0x0015, "照合番号B (card-face number B)"},
    NamedFile{Application::common, 0x0001, "カード記録 (card record)"},
    NamedFile{Application::common, 0x0019, "内部認証用鍵 (internal-authentication key)"},
    NamedFile{Application::common, 0x001C, "共通カードPIN (common PIN)"},
    NamedFile{Application::resident, 0x0002, "住基記録 (resident record)"},
    NamedFile{Application::resident, 0x001C, "住民基本台帳用PIN (resident-register PIN)"},
};

}  // namespace

Application application_of(const std::uint8_t* name, std::size_t size) {
  for (const NamedApplication& known : kApplications) {
    if (!std::equal(name, name + std::min(size, known.aid.size()), known.aid.begin())) continue;
    return size == known.aid.size() ? known.application : Application::unknown;
  }
  return Application::other;
}

std::string_view application_name(Application application) {
  switch (application) {
    case Application::jpki:
      return "公的個人認証 (JPKI)";
    case Application::card_face:
      return "券面事項確認 (card face)";
    case Application::text_support:
      return "券面事項入力補助 (text support)";
    case Application::common:
      return "共通カード (common)";
    case Application::resident:
      return "住基 (resident register)";
    case Application::unknown:
    case Application::other:
      break;
  }
  return "another application";
}

void put_file_name(std::string& out, Application application, std::uint16_t file) {
  for (const NamedFile& known : kFiles) {
    if (known.application != application || known.id != file) continue;
    out += known.name;
    return;
  }
  if (file == 0) {
    out += "no EF selected";
  } else {
    fmt::format_to(std::back_inserter(out), "EF {:04X}", file);
  }
}

bool is_secret_file(Application application, std::uint16_t file) {
  switch (application) {
    case Application::text_support:
      return file == 0x0001;
    case Application::card_face:
      return file == 0x0002 || file == 0x0005;
    case Application::unknown:
      return file == 0 || file == 0x0001 || file == 0x0002 || file == 0x0005;
    default:
      return false;
  }
}

}  // namespace uketsuke::trace
