#include "sim/chip/card_layout.h"

#include <algorithm>
#include <stdexcept>

#include "base/yaml/document.h"

namespace uketsuke::chip {

namespace {

constexpr std::size_t kMostSecrets = 64;    // bits of a SecretSet
constexpr long kLargestFile = 0x8000;       // READ BINARY's offset has 15 bits
constexpr long kLongestSecret = 16;
constexpr const char* kFiller = "filler";
constexpr const char* kNoKey = "none";

Bytes read_hex(const yaml::Value& value, std::size_t least, std::size_t most) {
  Bytes bytes;
  try {
    bytes = from_hex(value.text());
  } catch (const std::invalid_argument& e) {
    value.fail(InputProblem::bad_value, e.what());
  }
  if (bytes.size() < least || bytes.size() > most) {
    value.fail(InputProblem::bad_value, fmt::format("{} bytes, expected {} to {}", bytes.size(), least, most));
  }
  return bytes;
}

std::uint16_t read_id(const yaml::Value& value) {
  const Bytes bytes = read_hex(value, 2, 2);
  return static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
}

std::string hex_id(std::uint16_t id) { return fmt::format("{:04X}", id); }

}  // namespace

/// Reads one layout file, and checks what can be checked without contents.
class CardLayout::Reader {
 public:
  explicit Reader(CardLayout& layout) : layout_(layout) {}

  void read(const yaml::Value& root) {
    yaml::Map map = root.map();
    layout_.place_ = root.place();
    layout_.name_ = map.required("card").text();
    if (auto policies = map.optional("policies")) read_policies(*policies);
    if (auto objects = map.optional("data_objects")) {
      for (const yaml::Value& item : objects->items()) read_data_object(item);
    }
    for (const yaml::Value& item : map.required("applications").items()) read_application(item);
    for (const auto& [name, value] : map.required("variants").map().entries()) read_variant(name.text(), value);
    map.finish();
  }

 private:
  CardLayout& layout_;
  std::set<std::string> names_;          // of everything that is bound
  std::set<std::string> secrets_;

  void read_policies(const yaml::Value& value) {
    yaml::Map map = value.map();
    if (auto word = map.optional("reselect_same_application")) {
      layout_.policies_.reselect = word->one_of<Reselect>();
    }
    if (auto word = map.optional("wrong_try")) layout_.policies_.wrong_try = word->one_of<WrongTry>();
    map.finish();
  }

  void read_data_object(const yaml::Value& value) {
    yaml::Map map = value.map();
    DataObject object;
    object.place = value.place();
    object.tag = read_id(map.required("tag"));
    object.name = map.required("content").text();
    names_.insert(object.name);
    map.finish();
    layout_.data_objects_.push_back(std::move(object));
  }

  void read_application(const yaml::Value& value) {
    yaml::Map map = value.map();
    ApplicationLayout application;
    application.name = map.required("name").text();
    application.aid = read_hex(map.required("aid"), 5, 16);
    const auto read_parts = [&](const char* key, auto read_part) {
      if (auto parts = map.optional(key)) {
        for (const yaml::Value& item : parts->items()) add(application, item, (this->*read_part)(item.map()));
      }
    };
    read_parts("secrets", &Reader::read_secret);
    read_parts("files", &Reader::read_file);
    read_parts("keys", &Reader::read_key);
    map.finish();
    check_access(application);
    layout_.applications_.push_back(std::move(application));
  }

  void add(ApplicationLayout& application, const yaml::Value& value, Part part) {
    part.place = value.place();
    for (const Part& other : application.parts) {
      if (other.id == part.id) {
        value.fail(InputProblem::duplicate_name,
                   fmt::format("{} already has an object {}", application.name, hex_id(part.id)));
      }
    }
    application.parts.push_back(std::move(part));
  }

  Part read_file(yaml::Map map) {
    Part part;
    part.kind = ObjectRef::Kind::file;
    part.id = read_id(map.required("id"));
    part.name = map.required("content").text();
    if (part.name != kFiller) names_.insert(part.name);
    if (auto kind = map.optional("kind")) part.file_kind = kind->one_of<FileKind>();
    if (part.file_kind == FileKind::transparent) {
      part.size = static_cast<std::size_t>(map.required("size").integer(1, kLargestFile));
    }
    if (auto parts = map.optional("parts")) {
      for (const std::string& name : parts->texts()) names_.insert(name);
    }
    read_access(map.required("read"), part);
    map.finish();
    return part;
  }

  Part read_key(yaml::Map map) {
    Part part;
    part.kind = ObjectRef::Kind::key;
    part.id = read_id(map.required("id"));
    part.name = map.required("key").text();
    if (part.name != kNoKey) names_.insert(part.name);
    if (auto is_default = map.optional("default")) part.application_default = is_default->boolean();
    read_access(map.required("use"), part);
    map.finish();
    return part;
  }

  Part read_secret(yaml::Map map) {
    Part part;
    part.kind = ObjectRef::Kind::secret;
    part.id = read_id(map.required("id"));
    const yaml::Value name = map.required("secret");
    part.name = name.text();
    names_.insert(part.name);
    if (!secrets_.insert(part.name).second) {
      name.fail(InputProblem::duplicate_name, fmt::format("a second secret \"{}\"", part.name));
    }
    if (secrets_.size() > kMostSecrets) {
      name.fail(InputProblem::too_large, fmt::format("more than {} secrets on a card", kMostSecrets));
    }
    const yaml::Value tries = map.required("tries");
    if (tries.text() == "unlimited") {
      part.secret.counter = CounterPolicy::unlimited;
    } else {
      part.secret.max_tries = static_cast<int>(tries.integer(1, 15));  // 63Cx has one digit
    }
    const yaml::Value length = map.required("length");
    const auto bounds = length.items();
    if (bounds.size() != 2) length.fail(InputProblem::bad_value, "expected [least, most]");
    part.secret.min_length = static_cast<std::size_t>(bounds[0].integer(1, kLongestSecret));
    part.secret.max_length = static_cast<std::size_t>(
        bounds[1].integer(static_cast<long>(part.secret.min_length), kLongestSecret));
    if (auto changeable = map.optional("changeable")) part.secret.changeable = changeable->boolean();
    map.finish();
    return part;
  }

  static void read_access(const yaml::Value& value, Part& part) {
    if (value.is_sequence()) {
      part.access = AccessRule::Kind::secrets;
      for (const yaml::Value& item : value.items()) part.opened_by.emplace_back(item.text(), item.place());
      if (part.opened_by.empty()) value.fail(InputProblem::empty, "no secret opens it: write never");
    } else if (value.text() == "free") {
      part.access = AccessRule::Kind::free;
    } else if (value.text() == "never") {
      part.access = AccessRule::Kind::never;
    } else {
      value.fail(InputProblem::bad_value,
                 fmt::format("expected free, never or a list of secrets, found \"{}\"", value.text()));
    }
  }

  /// Selecting an application clears what was verified, so only its own secrets can open its objects.
  static void check_access(const ApplicationLayout& application) {
    std::vector<std::string> known;
    for (const Part& part : application.parts) {
      if (part.kind == ObjectRef::Kind::secret) known.push_back(part.name);
    }
    for (const Part& part : application.parts) {
      for (const auto& [name, place] : part.opened_by) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
          throw InputError(InputProblem::unknown_name, place,
                           fmt::format("{} has no secret \"{}\"{}", application.name, name,
                                       suggestion(name, known)));
        }
      }
    }
  }

  void read_variant(const std::string& name, const yaml::Value& value) {
    yaml::Map map = value.map();
    Variant variant;
    const auto read_names = [&](const char* key, std::set<std::string>& into) {
      const auto list = map.optional(key);
      if (!list) return;
      for (const yaml::Value& item : list->items()) {
        if (names_.count(item.text()) == 0) {
          item.fail(InputProblem::unknown_name,
                    fmt::format("nothing on the card is called \"{}\"{}", item.text(),
                                suggestion(item.text(), {names_.begin(), names_.end()})));
        }
        into.insert(item.text());
      }
    };
    read_names("lacks", variant.lacks);
    read_names("may_lack", variant.may_lack);
    map.finish();
    layout_.variants_.emplace(name, std::move(variant));
  }
};

/// Builds one image, and ticks off the contents that were used.
class CardLayout::Binder {
 public:
  Binder(const Variant& variant, const CardContents& contents) : variant_(variant), contents_(contents) {}

  CardImage bind(const CardLayout& layout, const std::string& variant_name) {
    image_.name = layout.name_ + "/" + variant_name;
    image_.policies = layout.policies_;
    for (const ApplicationLayout& application : layout.applications_) bind_application(application);
    for (const DataObject& object : layout.data_objects_) {
      if (const Bytes* value = find(contents_.contents, object.name, object.place)) {
        image_.data_objects[object.tag] = *value;
      }
    }
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

  /// What is bound to a name, or null where this variant may do without.
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
      throw InputError(InputProblem::bad_value, place,
                       fmt::format("a card of this kind has no \"{}\", but that of {} gets one", name,
                                   contents_.holder));
    }
    used_.insert(name);
    return &found->second;
  }

  template <class Contents>
  void check_all_used(const Contents& contents, const Place& place) const {
    for (const auto& [name, value] : contents) {
      if (used_.count(name) != 0) continue;
      throw InputError(InputProblem::unknown_name, place,
                       fmt::format("the card of {} gets a \"{}\", which nothing on it takes", contents_.holder,
                                   name));
    }
  }

  void bind_application(const ApplicationLayout& layout) {
    Application application;
    application.name = layout.name;
    application.aid = layout.aid;
    std::map<std::string, SecretSet> bits;
    for (const Part& part : layout.parts) {  // secrets first, as the reader put them: rules refer to them
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
    for (const auto& [name, place] : part.opened_by) rule.any_of |= bits.at(name);
    return rule;
  }

  SecretObject bind_secret(const Part& part) {
    SecretObject secret = part.secret;
    secret.id = part.id;
    secret.name = part.name;
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
    if (part.name == kFiller) return file;
    if (const Bytes* content = find(contents_.contents, part.name, part.place)) file.content = *content;
    if (file.content.size() > file.size) {
      throw InputError(InputProblem::bad_value, part.place,
                       fmt::format("the {} of {} has {} bytes, file {} only {}", part.name, contents_.holder,
                                   file.content.size(), hex_id(part.id), file.size));
    }
    return file;
  }

  Key bind_key(const Part& part, AccessRule use) {
    Key key;
    key.id = part.id;
    key.name = part.name;
    key.use = use;
    key.application_default = part.application_default;
    if (part.name == kNoKey) return key;
    if (const auto* value = find(contents_.keys, part.name, part.place)) key.key = *value;
    return key;
  }
};

CardLayout CardLayout::load(const std::filesystem::path& path) {
  CardLayout layout;
  Reader(layout).read(yaml::load_one(path));
  return layout;
}

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
