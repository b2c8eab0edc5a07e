#include "conformance/dut/codec.h"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "conformance/dut/device_under_test.h"
#include "conformance/dut/fields.h"

namespace uketsuke::dut {

namespace {

using Json = nlohmann::json;
using Schema = nlohmann::ordered_json;

template <class T, template <class...> class Template>
struct Is : std::false_type {};
template <template <class...> class Template, class... Arguments>
struct Is<Template<Arguments...>, Template> : std::true_type {};

template <class T>
constexpr bool kIsDuration = std::is_same_v<T, Duration>;
template <class T>
constexpr bool kIsSecret = std::is_same_v<T, record::Secret>;
template <class T>
constexpr bool kIsOptional = Is<T, std::optional>::value;

template <class T>
struct Unwrapped {
  using Type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
  using Type = T;
};

/// The JSON name of a field; durations and secrets have their own naming.
template <class T>
std::string json_name(const char* name) {
  using Value = typename Unwrapped<T>::Type;
  if constexpr (kIsDuration<Value>) return std::string(name) + "_us";
  if constexpr (kIsSecret<Value>) return "secret_" + std::string(name);
  return name;
}

// ---- writing ----

struct Writer {
  Secrets secrets;

  template <class T>
  Json value(const T& value) const {
    if constexpr (std::is_enum_v<T>) {
      return std::string(to_name(value));
    } else if constexpr (std::is_same_v<T, Date>) {
      return format_date(value);
    } else if constexpr (kIsDuration<T>) {
      return std::chrono::duration_cast<std::chrono::microseconds>(value).count();
    } else if constexpr (kIsSecret<T>) {
      return secrets == Secrets::shown ? value.reveal() : std::string("hidden");
    } else if constexpr (std::is_same_v<T, Text>) {
      return {{"ja", value.ja}, {"en", value.en}};
    } else if constexpr (std::is_same_v<T, std::filesystem::path>) {
      return value.string();
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
      return value;
    } else if constexpr (Is<T, std::shared_ptr>::value) {
      return this->value(*value);
    } else if constexpr (Is<T, std::map>::value) {
      Json object = Json::object();
      for (const auto& [key, element] : value) object[key] = this->value(element);
      return object;
    } else if constexpr (Is<T, std::vector>::value || Is<T, std::set>::value) {
      Json list = Json::array();
      for (const auto& element : value) list.push_back(this->value(element));
      return list;
    } else {
      return fields(value);
    }
  }

  template <class T>
  Json fields(const T& described) const {
    Json object = Json::object();
    Fields<T>::of(described, [&](const char* name, const auto& field) {
      using Field = std::decay_t<decltype(field)>;
      if constexpr (kIsOptional<Field>) {
        if (field) object[json_name<Field>(name)] = value(*field);
      } else {
        object[json_name<Field>(name)] = value(field);
      }
    });
    return object;
  }
};

// ---- reading ----

[[noreturn]] void refuse(const std::string& path, const std::string& message) {
  throw DeviceError(fmt::format("{}: {}", path.empty() ? "/" : path, message));
}

template <class T>
void read(const Json& json, T& value, const std::string& path);

template <class T>
void read_fields(const Json& json, T& described, const std::string& path, std::set<std::string> known = {}) {
  if (!json.is_object()) refuse(path, "an object was expected");
  Fields<T>::of(described, [&](const char* name, auto& field) {
    using Field = std::decay_t<decltype(field)>;
    const std::string key = json_name<Field>(name);
    known.insert(key);
    const auto found = json.find(key);
    if constexpr (kIsOptional<Field>) {
      if (found != json.end()) read(*found, field.emplace(), path + "/" + key);
    } else {
      if (found == json.end()) refuse(path, fmt::format("the field \"{}\" is missing", key));
      read(*found, field, path + "/" + key);
    }
  });
  for (const auto& [key, unused] : json.items()) {
    if (known.count(key) == 0) refuse(path, fmt::format("there is no field \"{}\"", key));
  }
}

template <class T>
T plain(const Json& json, const std::string& path) {
  try {
    return json.get<T>();
  } catch (const Json::exception&) {
    refuse(path, fmt::format("{} is of the wrong type", json.dump()));
  }
}

template <class T>
void read(const Json& json, T& value, const std::string& path) {
  if constexpr (std::is_enum_v<T>) {
    const auto word = plain<std::string>(json, path);
    const auto found = from_name<T>(word);
    if (!found) refuse(path, fmt::format("unknown word \"{}\"", word));
    value = *found;
  } else if constexpr (std::is_same_v<T, Date>) {
    const auto text = plain<std::string>(json, path);
    const auto day = parse_date(text);
    if (!day) refuse(path, fmt::format("\"{}\" is not a date; write 2024-10-07", text));
    value = *day;
  } else if constexpr (kIsDuration<T>) {
    if (!json.is_number_integer()) refuse(path, "an integer number of microseconds was expected");
    value = std::chrono::microseconds(plain<std::int64_t>(json, path));
  } else if constexpr (kIsSecret<T>) {
    value = record::Secret(plain<std::string>(json, path));
  } else if constexpr (std::is_same_v<T, Text>) {
    if (!json.is_object() || json.size() != 2 || !json.contains("ja") || !json.contains("en"))
      refuse(path, "an object with \"ja\" and \"en\" was expected");
    value = {plain<std::string>(json["ja"], path), plain<std::string>(json["en"], path)};
  } else if constexpr (std::is_same_v<T, std::filesystem::path>) {
    value = plain<std::string>(json, path);
  } else if constexpr (std::is_same_v<T, bool>) {
    if (!json.is_boolean()) refuse(path, "true or false was expected");
    value = json.get<bool>();
  } else if constexpr (std::is_integral_v<T>) {
    if (!json.is_number_integer()) refuse(path, "an integer was expected");
    value = json.get<T>();
  } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
    value = plain<T>(json, path);
  } else if constexpr (Is<T, std::shared_ptr>::value) {
    auto element = std::make_shared<std::remove_const_t<typename T::element_type>>();
    read(json, *element, path);
    value = std::move(element);
  } else if constexpr (Is<T, std::map>::value) {
    if (!json.is_object()) refuse(path, "an object was expected");
    for (const auto& [key, element] : json.items()) read(element, value[key], path + "/" + key);
  } else if constexpr (Is<T, std::vector>::value || Is<T, std::set>::value) {
    if (!json.is_array()) refuse(path, "a list was expected");
    for (std::size_t i = 0; i < json.size(); ++i) {
      typename T::value_type element{};
      read(json[i], element, fmt::format("{}/{}", path, i));
      value.insert(value.end(), std::move(element));
    }
  } else {
    read_fields(json, value, path);
  }
}

template <std::size_t I = 0>
Stimulus read_stimulus(const std::string& kind, const Json& json) {
  if constexpr (I == std::variant_size_v<Stimulus>) {
    refuse("/do", fmt::format("unknown kind \"{}\"", kind));
  } else {
    using Kind = std::variant_alternative_t<I, Stimulus>;
    if (kind != Kind::kKind) return read_stimulus<I + 1>(kind, json);
    Kind stimulus;
    read_fields(json, stimulus, "", {"do"});
    return stimulus;
  }
}

// ---- describing ----

template <class T>
Schema schema_of();

template <class T>
Schema schema_of_fields(const char* kind) {
  Schema properties = Schema::object();
  Schema required = Schema::array();
  if (kind != nullptr) {
    properties["do"] = {{"const", kind}};
    required.push_back("do");
  }
  const T described{};
  Fields<T>::of(described, [&](const char* name, const auto& field) {
    using Field = std::decay_t<decltype(field)>;
    const std::string key = json_name<Field>(name);
    properties[key] = schema_of<typename Unwrapped<Field>::Type>();
    if constexpr (!kIsOptional<Field>) required.push_back(key);
  });
  return {{"type", "object"},
          {"properties", properties},
          {"required", required},
          {"additionalProperties", false}};
}

template <class T>
Schema schema_of() {
  if constexpr (std::is_enum_v<T>) {
    Schema words = Schema::array();
    for (const auto& [value, name] : enum_names(T{})) words.push_back(std::string(name));
    return {{"enum", words}};
  } else if constexpr (std::is_same_v<T, Date>) {
    return {{"type", "string"}, {"format", "date"}};
  } else if constexpr (kIsDuration<T>) {
    return {{"type", "integer"}, {"description", "microseconds"}};
  } else if constexpr (std::is_same_v<T, Text>) {
    return {{"type", "object"},
            {"properties", {{"ja", {{"type", "string"}}}, {"en", {{"type", "string"}}}}},
            {"required", {"ja", "en"}},
            {"additionalProperties", false}};
  } else if constexpr (std::is_same_v<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::is_integral_v<T>) {
    return {{"type", "integer"}};
  } else if constexpr (std::is_arithmetic_v<T>) {
    return {{"type", "number"}};
  } else if constexpr (kIsSecret<T> || std::is_same_v<T, std::string> ||
                       std::is_same_v<T, std::filesystem::path>) {
    return {{"type", "string"}};
  } else if constexpr (Is<T, std::shared_ptr>::value) {
    return schema_of<std::remove_const_t<typename T::element_type>>();
  } else if constexpr (Is<T, std::map>::value) {
    return {{"type", "object"}, {"additionalProperties", schema_of<typename T::mapped_type>()}};
  } else if constexpr (Is<T, std::vector>::value || Is<T, std::set>::value) {
    return {{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
  } else {
    return schema_of_fields<T>(nullptr);
  }
}

template <std::size_t... I>
Schema schema_of_stimuli(std::index_sequence<I...> /*kinds*/) {
  Schema kinds = Schema::array();
  (kinds.push_back(schema_of_fields<std::variant_alternative_t<I, Stimulus>>(
       std::variant_alternative_t<I, Stimulus>::kKind.data())),
   ...);
  return {{"oneOf", kinds}};
}

}  // namespace

std::string_view kind_of(const Stimulus& stimulus) {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kKind; }, stimulus);
}

Json to_json(const Stimulus& stimulus, Secrets secrets) {
  Json json = std::visit([&](const auto& one) { return Writer{secrets}.fields(one); }, stimulus);
  json["do"] = std::string(kind_of(stimulus));
  return json;
}

Json to_json(const scenario::World& world, Secrets secrets) { return Writer{secrets}.fields(world); }

Stimulus stimulus_from_json(const Json& json) {
  if (!json.is_object() || !json.contains("do")) refuse("", "the field \"do\" is missing");
  return read_stimulus(plain<std::string>(json["do"], "/do"), json);
}

scenario::World world_from_json(const Json& json) {
  scenario::World world;
  read_fields(json, world, "");
  return world;
}

Schema json_schema() {
  return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
          {"title", "Stimuli and worlds of a device under test"},
          {"$defs",
           {{"stimulus", schema_of_stimuli(std::make_index_sequence<std::variant_size_v<Stimulus>>())},
            {"world", schema_of_fields<scenario::World>(nullptr)}}}};
}

}  // namespace uketsuke::dut
