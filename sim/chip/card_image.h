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
#include "reports/record/secret.h"

namespace uketsuke::chip {

/// Which secrets were verified, or which would do: bit i stands for `CardImage::secrets[i]`.
using SecretSet = std::uint64_t;

/// Who may read a file or use a key.
struct AccessRule {
  enum class Kind {
    free,     ///< anybody
    secrets,  ///< whoever verified at least one of `any_of`
    never,    ///< nobody, whatever was verified
  };
  Kind kind = Kind::never;
  SecretSet any_of = 0;

  bool allows(SecretSet verified) const {
    return kind == Kind::free || (kind == Kind::secrets && (verified & any_of) != 0);
  }
};

enum class FileKind { transparent, record };

constexpr auto enum_names(FileKind) {
  return EnumNames<FileKind, 2>{{{FileKind::transparent, "transparent"}, {FileKind::record, "record"}}};
}

/// An elementary file. Behind its content the physical file is filled with FF.
struct ElementaryFile {
  std::uint16_t id = 0;
  std::string name;  ///< of its content, `authentication_certificate`
  FileKind kind = FileKind::transparent;
  Bytes content;               ///< of a transparent file, without filler
  std::size_t size = 0;        ///< physical bytes of a transparent file, at least `content.size()`
  std::vector<Bytes> records;  ///< of a record file; record 1 is the first
  AccessRule read;
};

/// A private key. It never leaves the chip; it is used by SIGN or INTERNAL AUTHENTICATE.
struct Key {
  std::uint16_t id = 0;
  std::string name;
  std::shared_ptr<EVP_PKEY> key;  ///< null where the card has the object but no key in it
  AccessRule use;
  bool application_default = false;  ///< what `80 2A xx 00` uses
};

/// What a chip does at the counter of a secret.
enum class CounterPolicy {
  limited,    ///< wrong values count down, success restores; none left: blocked
  unlimited,  ///< no counter: a wrong value answers 6300
};

/// A PIN, password or number printed on the card, against which the chip compares.
struct SecretObject {
  std::uint16_t id = 0;
  std::string name;      ///< unique on the card: `authentication_pin`
  record::Secret value;  ///< empty: delivered blocked, nothing matches
  CounterPolicy counter = CounterPolicy::limited;
  int max_tries = 0;        ///< 1 to 15; 0 where unlimited
  bool changeable = false;  ///< by CHANGE REFERENCE DATA after it was verified
  std::size_t min_length = 0;
  std::size_t max_length = 16;
};

/// What an identifier in an application names; points into the vectors of `CardImage`.
struct ObjectRef {
  enum class Kind : std::uint8_t { file, key, secret };
  std::uint16_t id = 0;
  Kind kind = Kind::file;
  std::uint16_t index = 0;
};

struct Application {
  std::string name;
  Bytes aid;
  std::vector<ObjectRef> objects;

  /// The object of this identifier, or null.
  const ObjectRef* find(std::uint16_t id) const {
    for (const ObjectRef& object : objects) {
      if (object.id == id) return &object;
    }
    return nullptr;
  }
};

/// What happens to the security status when the application that is current is selected again. Sources
/// disagree (OpenSC logs out that way, pyjpki needs the status to survive).
enum class Reselect { clears, keeps };

constexpr auto enum_names(Reselect) {
  return EnumNames<Reselect, 2>{{{Reselect::clears, "clears"}, {Reselect::keeps, "keeps"}}};
}

/// Whether a wrong value takes back an earlier success with the same secret (no source says; default clears).
enum class WrongTry { clears, keeps };

constexpr auto enum_names(WrongTry) {
  return EnumNames<WrongTry, 2>{{{WrongTry::clears, "clears"}, {WrongTry::keeps, "keeps"}}};
}

/// Behaviour that the public sources leave open.
struct Policies {
  Reselect reselect = Reselect::clears;
  WrongTry wrong_try = WrongTry::clears;
};

/// Everything that personalisation put into a card: plain data, never changed afterwards, shared by all chips
/// made of it. What changes in use is `ChipState`.
struct CardImage {
  std::string name;
  std::vector<Application> applications;  ///< in order of partial AID selection
  std::vector<ElementaryFile> files;
  std::vector<Key> keys;
  std::vector<SecretObject> secrets;            ///< 64 at most
  std::map<std::uint16_t, Bytes> data_objects;  ///< GET DATA: tag and value
  Policies policies;

  /// Index of the secret of this name, -1 where the card has none.
  int find_secret(std::string_view secret_name) const;
};

/// Names of the secrets of a My Number Card, as in sim/chip/images/my-number-card.yaml.
namespace secret {
inline constexpr std::string_view kAuthenticationPin = "authentication_pin";  ///< 利用者証明用, JPKI 0018
inline constexpr std::string_view kSigningPassword = "signing_password";      ///< 署名用, JPKI 001B
inline constexpr std::string_view kCardFaceNumberA = "card_face_number_a";  ///< 照合番号A, 券面事項確認
inline constexpr std::string_view kCardFaceNumberB = "card_face_number_b";  ///< 照合番号B, 券面事項確認
inline constexpr std::string_view kBirthDateKey = "birth_date_key";  ///< 生年月日, 券面事項確認
}  // namespace secret

}  // namespace uketsuke::chip
