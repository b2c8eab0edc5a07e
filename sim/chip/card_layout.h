#pragma once

#include <openssl/types.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "record/secret.h"
#include "sim/chip/card_image.h"
#include "sim/chip/status_word.h"

namespace uketsuke::chip {

/// Contents that personalisation binds to a layout, by the names used in the layout.
struct CardContents {
  std::string holder;                     ///< for error messages
  std::map<std::string, Bytes> contents;  ///< of transparent files and data objects
  std::map<std::string, std::vector<Bytes>> records;
  std::map<std::string, record::Secret> secrets;
  std::map<std::string, std::shared_ptr<EVP_PKEY>> keys;
};

/// A card type: its applications, files, keys and secrets; from sim/chip/images/*.yaml. The content of files
/// is bound by name when a card is personalised.
class CardLayout {
 public:
  /// @throws InputError
  static CardLayout load(const std::filesystem::path& path);

  /// The card of one variant with these contents.
  /// @throws InputError with the layout's place: `missing_key` for a name without content; `bad_value` for
  /// more bytes than the file has, a secret of wrong length or a key of another type; `unknown_name` for an
  /// unknown variant or a content that no file takes
  CardImage bind(const std::string& variant, const CardContents& contents) const;

  /// Whether cards of this variant lack the named item (a PIN on a pinless card).
  /// @throws InputError if the variant is unknown
  bool lacks(const std::string& variant, const std::string& name) const;

 private:
  struct Part {
    Place place;
    ObjectRef::Kind kind = ObjectRef::Kind::file;
    std::uint16_t id = 0;
    std::string name;
    bool bound = true;  ///< false: the object exists, nothing is put into it
    std::vector<std::pair<std::string, Place>> opened_by;
    AccessRule::Kind access = AccessRule::Kind::never;
    FileKind file_kind = FileKind::transparent;
    std::optional<std::size_t> size;
    SecretObject secret;
    bool application_default = false;
    KeyType key_type = KeyType::rsa_2048;
    KeyCommand key_command = KeyCommand::sign;
    bool or_terminal = false;
  };
  struct DataObject {
    Place place;
    std::uint16_t tag = 0;
    std::string name;  ///< empty: `value` is given in the layout
    Bytes value;
  };
  struct ApplicationLayout {
    Place place;
    std::string name;
    Bytes aid;
    std::vector<Part> parts;
    std::vector<DataObject> data_objects;
    Part session_key;  ///< has no id; empty name: no secure messaging
    StatusWord session_key_refusal = sw::kUnknownInstruction;
  };
  struct Variant {
    std::set<std::string> lacks;
    std::set<std::string> may_lack;
  };

  class Reader;
  class Binder;

  Place place_;
  std::string name_;
  Policies policies_;
  std::vector<ApplicationLayout> applications_;
  int default_application_ = -1;
  std::vector<DataObject> data_objects_;
  std::map<std::string, Variant> variants_;

  const Variant& variant(const std::string& name) const;
};

}  // namespace uketsuke::chip
