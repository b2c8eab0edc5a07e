#include "sim/chip/card_layout.h"

#include <algorithm>
#include <stdexcept>

#include "base/yaml/document.h"

namespace uketsuke::chip {

namespace {

constexpr std::size_t kMostSecrets = 64;  // number of bits in a SecretSet
constexpr long kLargestFile = 0x8000;     // READ BINARY's offset has 15 bits
constexpr long kLongestSecret = 16;
constexpr std::size_t kLongestObject = 0x1000;  // limit for values in a layout
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
    value.fail(InputProblem::bad_value,
               fmt::format("{} bytes, expected {} to {}", bytes.size(), least, most));
  }
  return bytes;
}

std::uint16_t read_id(const yaml::Value& value) {
  const Bytes bytes = read_hex(value, 2, 2);
  return static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
}

}  // namespace

/// Reads one layout file, and checks everything that can be checked without contents.
class CardLayout::Reader {
 public:
  explicit Reader(CardLayout& layout) : layout_(layout) {}

  void read(const yaml::Value& root) {
    yaml::Map map = root.map();
    layout_.place_ = root.place();
    layout_.name_ = map.required("card").text();
    if (auto policies = map.optional("policies")) read_policies(*policies);
    read_data_objects(map, layout_.data_objects_);
    for (const yaml::Value& item : map.required("applications").items()) read_application(item);
    for (const auto& [name, value] : map.required("variants").map().entries())
      read_variant(name.text(), value);
    map.finish();
  }

 private:
  CardLayout& layout_;
  std::set<std::string> names_;  // names of everything that is bound
  std::set<std::string> secrets_;

  void read_policies(const yaml::Value& value) {
    yaml::Map map = value.map();
    Policies& policies = layout_.policies_;
    const auto read_rule = [&map](const char* key, StatusRule& rule) {
      if (auto word = map.optional(key)) rule = word->one_of<StatusRule>();
    };
    read_rule("reselect_same_application", policies.reselect);
    read_rule("select_other_application", policies.select_other);
    read_rule("warm_reset", policies.warm_reset);
    read_rule("wrong_try", policies.wrong_try);
    read_rule("after_signing", policies.after_signing);
    if (auto word = map.optional("first_command")) policies.first_command = word->one_of<FirstCommand>();
    if (auto word = map.optional("pinless")) policies.pinless = word->one_of<Pinless>();
    map.finish();
  }

  void read_data_objects(yaml::Map& map, std::vector<DataObject>& into) {
    const auto objects = map.optional("data_objects");
    if (!objects) return;
    for (const yaml::Value& item : objects->items()) {
      DataObject object = read_data_object(item);
      for (const DataObject& other : into) {
        if (other.tag != object.tag) continue;
        item.fail(InputProblem::duplicate_name, fmt::format("a second data object {:04X}", object.tag));
      }
      into.push_back(std::move(object));
    }
  }

  DataObject read_data_object(const yaml::Value& value) {
    yaml::Map map = value.map();
    DataObject object;
    object.place = value.place();
    object.tag = read_id(map.required("tag"));
    if (auto bytes = map.optional("value")) {
      object.value = read_hex(*bytes, 1, kLongestObject);
    } else {
      object.name = map.required("content").text();
      names_.insert(object.name);
    }
    map.finish();
    return object;
  }

  void read_application(const yaml::Value& value) {
    yaml::Map map = value.map();
    ApplicationLayout application;
    application.place = value.place();
    application.name = map.required("name").text();
    const yaml::Value aid = map.required("aid");
    application.aid = read_hex(aid, 5, 16);
    for (const ApplicationLayout& other : layout_.applications_) {
      if (other.aid == application.aid || other.name == application.name) {
        aid.fail(InputProblem::duplicate_name,
                 fmt::format("{} has the name or the AID of another application", application.name));
      }
    }
    if (auto is_default = map.optional("default"); is_default && is_default->boolean()) {
      if (layout_.default_application_ >= 0) {
        is_default->fail(InputProblem::duplicate_name, "a second default application");
      }
      layout_.default_application_ = static_cast<int>(layout_.applications_.size());
    }
    const auto read_parts = [&](const char* key, auto read_part) {
      if (auto parts = map.optional(key)) {
        for (const yaml::Value& item : parts->items()) add(application, item, (this->*read_part)(item.map()));
      }
    };
    read_parts("secrets", &Reader::read_secret);
    read_parts("files", &Reader::read_file);
    read_parts("keys", &Reader::read_key);
    if (auto messaging = map.optional("secure_messaging")) read_secure_messaging(*messaging, application);
    read_data_objects(map, application.data_objects);
    map.finish();
    check_access(application);
    layout_.applications_.push_back(std::move(application));
  }

  void read_secure_messaging(const yaml::Value& value, ApplicationLayout& application) {
    yaml::Map map = value.map();
    if (auto refused = map.optional("refused")) {
      application.session_key_refusal = read_id(*refused);
    } else {
      Part& key = application.session_key;
      key.place = value.place();
      key.kind = ObjectRef::Kind::key;
      key.name = map.required("key").text();
      bind_name(key, kNoKey);
      read_access(map.required("needs"), key);
    }
    map.finish();
  }

  void add(ApplicationLayout& application, const yaml::Value& value, Part part) {
    part.place = value.place();
    for (const Part& other : application.parts) {
      if (other.id == part.id) {
        value.fail(InputProblem::duplicate_name,
                   fmt::format("{} already has an object {:04X}", application.name, part.id));
      }
    }
    application.parts.push_back(std::move(part));
  }

  /// Registers a name that personalisation has to bind, unless it is the reserved word.
  void bind_name(Part& part, const char* reserved) {
    part.bound = part.name != reserved;
    if (part.bound) names_.insert(part.name);
  }

  Part read_file(yaml::Map map) {
    Part part;
    part.kind = ObjectRef::Kind::file;
    part.id = read_id(map.required("id"));
    part.name = map.required("content").text();
    bind_name(part, kFiller);
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
    bind_name(part, kNoKey);
    if (auto is_default = map.optional("default")) part.application_default = is_default->boolean();
    if (auto type = map.optional("type")) part.key_type = type->one_of<KeyType>();
    if (auto command = map.optional("command")) part.key_command = command->one_of<KeyCommand>();
    if (auto terminal = map.optional("assumed_terminal")) part.or_terminal = terminal->boolean();
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
    // Delivered blocked: the object exists, but has no value.
    if (auto blocked = map.optional("delivered_blocked")) part.bound = !blocked->boolean();
    if (part.bound) names_.insert(part.name);
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
    if (auto changed_by = map.optional("changed_by")) {
      part.secret.changed_by = changed_by->one_of<ChangeCommand>();
    }
    map.finish();
    return part;
  }

  static void read_access(const yaml::Value& value, Part& part) {
    if (value.is_sequence()) {
      part.access = AccessRule::Kind::secrets;
      for (const yaml::Value& item : value.items()) part.opened_by.emplace_back(item.text(), item.place());
      if (part.opened_by.empty()) value.fail(InputProblem::empty, "no secret opens it; write never");
    } else if (value.text() == "free") {
      part.access = AccessRule::Kind::free;
    } else if (value.text() == "never") {
      part.access = AccessRule::Kind::never;
    } else {
      value.fail(InputProblem::bad_value,
                 fmt::format("expected free, never or a list of secrets, found \"{}\"", value.text()));
    }
  }

  /// Objects of an application can only refer to its own secrets.
  static void check_access(const ApplicationLayout& application) {
    std::vector<std::string> known;
    for (const Part& part : application.parts) {
      if (part.kind == ObjectRef::Kind::secret) known.push_back(part.name);
    }
    const auto check = [&](const Part& part) {
      for (const auto& [name, place] : part.opened_by) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
          throw InputError(
              InputProblem::unknown_name, place,
              fmt::format("{} has no secret \"{}\"{}", application.name, name, suggestion(name, known)));
        }
      }
    };
    for (const Part& part : application.parts) check(part);
    check(application.session_key);
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

CardLayout CardLayout::load(const std::filesystem::path& path) {
  CardLayout layout;
  Reader(layout).read(yaml::load_one(path));
  return layout;
}

}  // namespace uketsuke::chip
