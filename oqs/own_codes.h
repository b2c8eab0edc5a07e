#pragma once

#include <string_view>

namespace uketsuke::oqs {

// Uketsuke's own codes of results and errors: the official ones (別紙6-1 処理結果コード) are not public.
// Their prefix keeps them from being mistaken for official codes; the messages are also our own.

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
