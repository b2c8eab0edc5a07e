#pragma once

#include <openssl/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/enum_names.h"
#include "record/secret.h"
#include "sim/chip/rsa_contexts.h"

namespace uketsuke::chip {

/// A set of secrets, such as those that were verified: bit i stands for `CardImage::secrets[i]`.
using SecretSet = std::uint64_t;

/// Who may read a file or use a key.
struct AccessRule {
  enum class Kind {
    free,     ///< everyone
    secrets,  ///< after verification of at least one of `any_of`
    never,    ///< no one, whatever was verified
  };
  Kind kind = Kind::never;
  SecretSet any_of = 0;
  /// Also an authenticated terminal of a specified institution (特定機関認証). An ASSUMPTION: only effective
  /// under `Pinless::assumed`.
  bool or_terminal = false;

  bool allows(SecretSet verified, bool terminal = false) const {
    return kind == Kind::free || (kind == Kind::secrets && (verified & any_of) != 0) ||
           (or_terminal && terminal);
  }
};

UKETSUKE_ENUM(FileKind, transparent, record)

/// An elementary file. After its content, the physical file is filled with FF.
struct ElementaryFile {
  std::uint16_t id = 0;
  std::string name;  ///< name of its content, `authentication_certificate`
  FileKind kind = FileKind::transparent;
  Bytes content;               ///< of a transparent file, without filler
  std::size_t size = 0;        ///< physical bytes of a transparent file, at least `content.size()`
  std::vector<Bytes> records;  ///< of a record file; record 1 is the first
  AccessRule read;
};

/// Algorithm of a key. Today's card has RSA-2048; P-384 is announced for its successor.
UKETSUKE_ENUM(KeyType, rsa_2048, ec_p384)

/// The command that uses a key; all others refuse it.
UKETSUKE_ENUM(
    KeyCommand,
    sign,                   ///< SIGN
    internal_authenticate,  ///< INTERNAL AUTHENTICATE (共通 0019)
    set_public_key,         ///< SET PUBLIC IC KEY: a public key that checks terminal certificates (JPKI 0016)
)

/// A key. It never leaves the chip.
struct Key {
  std::uint16_t id = 0;
  std::string name;
  std::shared_ptr<EVP_PKEY> key;  ///< null if the card has the object but no key in it
  std::shared_ptr<RsaContexts> rsa = std::make_shared<RsaContexts>();
  AccessRule use;
  bool application_default = false;  ///< used by `80 2A xx 00`
  KeyCommand command = KeyCommand::sign;
};

/// How a chip counts tries of a secret.
enum class CounterPolicy {
  limited,    ///< wrong values count down, success restores; none left: blocked
  unlimited,  ///< no counter: a wrong value is answered with 6300
};

/// The command that replaces a secret after it was verified. Applications differ (fact: JPKI and
/// 券面事項入力補助 have `00 24`, 共通 and 住基 have `80 32`).
UKETSUKE_ENUM(ChangeCommand, none, change_reference_data, change_key)

/// A PIN, password or number printed on the card, with which the chip compares.
struct SecretObject {
  std::uint16_t id = 0;
  std::string name;      ///< unique on the card: `authentication_pin`
  record::Secret value;  ///< empty: delivered blocked, no value matches
  CounterPolicy counter = CounterPolicy::limited;
  int max_tries = 0;  ///< 1 to 15; 0 if unlimited
  ChangeCommand changed_by = ChangeCommand::none;
  std::size_t min_length = 0;
  std::size_t max_length = 16;
};

/// The object with an identifier in an application; indexes the vectors of `CardImage`.
struct ObjectRef {
  enum class Kind : std::uint8_t { file, key, secret };
  std::uint16_t id = 0;
  Kind kind = Kind::file;
  std::uint16_t index = 0;
};

/// Behaviour of SET SESSION KEY (`80 AE`) in an application.
struct SecureMessaging {
  std::shared_ptr<EVP_PKEY> key;   ///< decrypts the session seed; null: no secure messaging
  AccessRule needs;                ///< must have been verified in clear before
  std::uint16_t refusal = 0x6D00;  ///< status word if there is no secure messaging
};

struct Application {
  std::string name;
  Bytes aid;
  std::vector<ObjectRef> objects;
  /// For GET DATA while this application is current; take precedence over the card's.
  std::map<std::uint16_t, Bytes> data_objects;
  SecureMessaging secure_messaging;

  /// The object with this identifier, or null.
  const ObjectRef* find(std::uint16_t id) const {
    for (const ObjectRef& object : objects) {
      if (object.id == id) return &object;
    }
    return nullptr;
  }
};

/// Effect of an event on the security status.
UKETSUKE_ENUM(StatusRule, clears, keeps)

using Reselect = StatusRule;
using WrongTry = StatusRule;

/// Answer to the first command after power-on (one card was once observed to answer 6F00).
UKETSUKE_ENUM(FirstCommand, answered, answers_6f00)

/// PIN-less authentication by a specified institution (特定機関認証). SET PUBLIC IC KEY is known and always
/// available; the subsequent steps are not public.
UKETSUKE_ENUM(Pinless,
              off,      ///< no subsequent step: EXTERNAL AUTHENTICATE does not exist
              assumed,  ///< an ASSUMPTION: GET CHALLENGE, EXTERNAL AUTHENTICATE, then SIGN without a PIN
)

/// Behaviour on which public sources disagree or are silent. "Security status" is what was verified.
struct Policies {
  /// On selecting the current application again. Disputed: OpenSC logs out in this way, pyjpki needs the
  /// status kept.
  Reselect reselect = Reselect::clears;
  /// On selecting another application. Disputed: one author states both, in two places.
  StatusRule select_other = StatusRule::clears;
  /// On a warm reset, as by SCARD_RESET. Observed: keeps.
  StatusRule warm_reset = StatusRule::keeps;
  /// On a wrong value of the same secret. Inferred.
  WrongTry wrong_try = WrongTry::clears;
  /// On a signature with a key that the secret unlocks. Open: clients work either way.
  StatusRule after_signing = StatusRule::keeps;
  FirstCommand first_command = FirstCommand::answered;
  Pinless pinless = Pinless::off;
};

/// Everything that personalisation puts into a card. Immutable plain data, shared by all chips made from it;
/// `ChipState` holds what changes in use.
struct CardImage {
  std::string name;
  std::vector<Application> applications;  ///< in order of partial AID selection
  int default_application = -1;           ///< selected by an empty AID (GlobalPlatform); index, -1: none
  std::vector<ElementaryFile> files;
  std::vector<Key> keys;
  std::vector<SecretObject> secrets;            ///< 64 at most
  std::map<std::uint16_t, Bytes> data_objects;  ///< for GET DATA: tag and value
  Policies policies;

  /// One line per behaviour of this card that has no published source and is an assumption enabled by a
  /// policy; for the record of a run. Empty if the card does only what was observed.
  std::vector<std::string> assumptions() const;

  /// Index of the secret with this name, -1 if the card has none.
  int find_secret(std::string_view secret_name) const;
};

/// Names of the secrets of a My Number Card, as in sim/chip/images/my-number-card.yaml.
namespace secret {
inline constexpr std::string_view kAuthenticationPin = "authentication_pin";  ///< 利用者証明用, JPKI 0018
inline constexpr std::string_view kSigningPassword = "signing_password";      ///< 署名用, JPKI 001B
inline constexpr std::string_view kCardFaceNumberA = "card_face_number_a";  ///< 照合番号A, 券面事項確認
inline constexpr std::string_view kCardFaceNumberB = "card_face_number_b";  ///< 照合番号B, 券面事項確認
inline constexpr std::string_view kBirthDateKey = "birth_date_key";  ///< 生年月日, 券面事項確認
inline constexpr std::string_view kInputSupportPin = "input_support_pin";  ///< 券面事項入力補助 0011
/// 照合番号A, 券面事項入力補助
inline constexpr std::string_view kInputSupportNumberA = "input_support_number_a";
/// 照合番号B, 券面事項入力補助
inline constexpr std::string_view kInputSupportNumberB = "input_support_number_b";
inline constexpr std::string_view kCommonPin = "common_pin";  ///< 共通 001C
inline constexpr std::string_view kJukiPin = "juki_pin";      ///< 住基 001C
}  // namespace secret

}  // namespace uketsuke::chip
