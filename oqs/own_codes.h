#pragma once

#include <string_view>

namespace uketsuke::oqs {

// The official codes of results and errors (別紙6-1 処理結果コード) are not public. These are Uketsuke's own,
// begin so that nobody takes them for real ones, and their messages are ours too.

struct OwnCode {
  std::string_view code;
  std::string_view message;
};

inline constexpr OwnCode kUnreadableRequest = {"UKETSUKE-E01", "照会ファイルを読み取れません。"};
inline constexpr OwnCode kCertificateExpiresSoon = {
    "UKETSUKE-I01", "マイナンバーカードの利用者証明用電子証明書の有効期限まで3か月以内です。"};
inline constexpr OwnCode kCertificateExpired = {
    "UKETSUKE-I02", "マイナンバーカードの利用者証明用電子証明書の有効期限が切れています。"};

}  // namespace uketsuke::oqs
