#pragma once

#include "base/enum_names.h"

namespace uketsuke::record {

/// State of the authentication certificate (利用者証明用電子証明書) on a day.
UKETSUKE_ENUM(CertificateStatus,
              valid,         ///< for at least three more months
              expires_soon,  ///< within three months
              in_grace,      ///< expired, within the grace period
              expired,       ///< beyond the grace period
              suspended,     ///< stopped by telephone after a loss (一時停止); can be lifted
              revoked,       ///< permanently (失効)
              untrusted,     ///< not issued by a known authority, or its signature does not verify
)

/// 資格有効性, codes 1 to 6 of the on-line eligibility result.
UKETSUKE_ENUM(Validity,
              valid,                 ///< 1 有効
              invalid,               ///< 2 無効
              invalid_newer_exists,  ///< 3 無効（新しい資格あり）
              none,                  ///< 4 該当資格なし
              several,               ///< 5 複数該当
              valid_unregistered,    ///< 6 有効（未登録）, medical aid only
)

}  // namespace uketsuke::record
