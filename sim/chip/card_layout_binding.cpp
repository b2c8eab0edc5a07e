#include <fmt/format.h>
#include <openssl/evp.h>

#include "base/nearest.h"
#include "sim/chip/card_layout.h"

namespace uketsuke::chip {

/// Builds one image, and keeps track of the contents that were used.
class CardLayout::Binder {
 public:
  Binder(const Variant& variant, const CardContents& contents) : variant_(variant), contents_(contents) {}

  CardImage bind(const CardLayout& layout, const std::string& variant_name) {
    image_.name = layout.name_ + "/" + variant_name;
    image_.policies = layout.policies_;
    image_.default_application = layout.default_application_;
    for (const ApplicationLayout& application : layout.applications_) bind_application(application);
    bind_data_objects(layout.data_objects_, image_.data_objects);
    check_all_used(contents_.contents, layout.place_);
    check_all_used(contents_.records, layout.place_);
    check_all_used(contents_.secrets, layout.place_);
    check_all_used(contents_.keys, layout.place_);
    return std::move(image_);
  }

 private:
  const Variant& variant_;
  const CardContents& contents_;
  CardImage image_;
  std::set<std::string> used_;

  /// The content bound to a name, or null if this variant may lack it.
  template <class Contents>
  const typename Contents::mapped_type* find(const Contents& contents, const std::string& name,
                                             const Place& place) {
    const auto found = contents.find(name);
    if (found == contents.end()) {
      if (variant_.lacks.count(name) != 0 || variant_.may_lack.count(name) != 0) return nullptr;
      throw InputError(InputProblem::missing_key, place,
                       fmt::format("the card of {} needs a \"{}\" and gets none", contents_.holder, name));
    }
    if (variant_.lacks.count(name) != 0) {
      throw InputError(
          InputProblem::bad_value, place,
          fmt::format("a card of this kind has no \"{}\", but that of {} gets one", name, contents_.holder));
    }
    used_.insert(name);
    return &found->second;
  }

  template <class Contents>
  void check_all_used(const Contents& contents, const Place& place) const {
    for (const auto& [name, value] : contents) {
      if (used_.count(name) != 0) continue;
      throw InputError(
          InputProblem::unknown_name, place,
          fmt::format("the card of {} gets a \"{}\", which nothing on it takes", contents_.holder, name));
    }
  }

  void bind_data_objects(const std::vector<DataObject>& objects, std::map<std::uint16_t, Bytes>& into) {
    for (const DataObject& object : objects) {
      if (object.name.empty()) {
        into[object.tag] = object.value;
      } else if (const Bytes* value = find(contents_.contents, object.name, object.place)) {
        into[object.tag] = *value;
      }
    }
  }

  void bind_application(const ApplicationLayout& layout) {
    Application application;
    application.name = layout.name;
    application.aid = layout.aid;
    std::map<std::string, SecretSet> bits;
    // Secrets first, as sorted by the reader: access rules refer to them.
    for (const Part& part : layout.parts) {
      ObjectRef reference;
      reference.id = part.id;
      reference.kind = part.kind;
      switch (part.kind) {
        case ObjectRef::Kind::secret:
          bits[part.name] = SecretSet{1} << image_.secrets.size();
          reference.index = push(image_.secrets, bind_secret(part));
          break;
        case ObjectRef::Kind::file:
          reference.index = push(image_.files, bind_file(part, rule(part, bits)));
          break;
        case ObjectRef::Kind::key:
          reference.index = push(image_.keys, bind_key(part, rule(part, bits)));
          break;
      }
      application.objects.push_back(reference);
    }
    bind_data_objects(layout.data_objects, application.data_objects);
    application.secure_messaging.refusal = layout.session_key_refusal;
    if (!layout.session_key.name.empty()) {
      Key key = bind_key(layout.session_key, rule(layout.session_key, bits));
      application.secure_messaging.key = std::move(key.key);
      application.secure_messaging.needs = key.use;
    }
    image_.applications.push_back(std::move(application));
  }

  template <class T>
  static std::uint16_t push(std::vector<T>& vector, T value) {
    vector.push_back(std::move(value));
    return static_cast<std::uint16_t>(vector.size() - 1);
  }

  static AccessRule rule(const Part& part, const std::map<std::string, SecretSet>& bits) {
    AccessRule rule;
    rule.kind = part.access;
    rule.or_terminal = part.or_terminal;
    for (const auto& [name, place] : part.opened_by) rule.any_of |= bits.at(name);
    return rule;
  }

  SecretObject bind_secret(const Part& part) {
    SecretObject secret = part.secret;
    secret.id = part.id;
    secret.name = part.name;
    if (!part.bound) return secret;
    if (const record::Secret* value = find(contents_.secrets, part.name, part.place)) {
      if (value->size() < secret.min_length || value->size() > secret.max_length) {
        throw InputError(InputProblem::bad_value, part.place,
                         fmt::format("the {} of {} has {} characters, the card takes {} to {}", part.name,
                                     contents_.holder, value->size(), secret.min_length, secret.max_length));
      }
      secret.value = *value;
    }
    return secret;
  }

  ElementaryFile bind_file(const Part& part, AccessRule read) {
    ElementaryFile file;
    file.id = part.id;
    file.name = part.name;
    file.kind = part.file_kind;
    file.read = read;
    if (part.file_kind == FileKind::record) {
      if (const auto* records = find(contents_.records, part.name, part.place)) file.records = *records;
      return file;
    }
    file.size = *part.size;
    if (!part.bound) return file;
    if (const Bytes* content = find(contents_.contents, part.name, part.place)) file.content = *content;
    if (file.content.size() > file.size) {
      throw InputError(InputProblem::bad_value, part.place,
                       fmt::format("the {} of {} has {} bytes, file {:04X} only {}", part.name,
                                   contents_.holder, file.content.size(), part.id, file.size));
    }
    return file;
  }

  Key bind_key(const Part& part, AccessRule use) {
    Key key;
    key.id = part.id;
    key.name = part.name;
    key.use = use;
    key.application_default = part.application_default;
    key.command = part.key_command;
    if (!part.bound) return key;
    if (const auto* value = find(contents_.keys, part.name, part.place)) key.key = *value;
    if (key.key != nullptr && !is_of(part.key_type, *key.key)) {
      throw InputError(InputProblem::bad_value, part.place,
                       fmt::format("the {} of {} is no key of type {}", part.name, contents_.holder,
                                   to_name(part.key_type)));
    }
    return key;
  }

  static bool is_of(KeyType type, const EVP_PKEY& key) {
    switch (type) {
      case KeyType::rsa_2048:
        return EVP_PKEY_get_base_id(&key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(&key) == 2048;
      case KeyType::ec_p384:
        return EVP_PKEY_get_base_id(&key) == EVP_PKEY_EC && EVP_PKEY_get_bits(&key) == 384;
    }
    return false;
  }
};

const CardLayout::Variant& CardLayout::variant(const std::string& name) const {
  const auto found = variants_.find(name);
  if (found != variants_.end()) return found->second;
  std::vector<std::string> known;
  for (const auto& [other, variant] : variants_) known.push_back(other);
  throw InputError(InputProblem::unknown_name, place_,
                   fmt::format("no variant \"{}\"{}", name, suggestion(name, known)));
}

CardImage CardLayout::bind(const std::string& variant_name, const CardContents& contents) const {
  return Binder(variant(variant_name), contents).bind(*this, variant_name);
}

bool CardLayout::lacks(const std::string& variant_name, const std::string& name) const {
  return variant(variant_name).lacks.count(name) != 0;
}

}  // namespace uketsuke::chip
