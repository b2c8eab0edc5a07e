#include <date/date.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <vector>

#include "base/error.h"
#include "record/field_types.h"
#include "record/json_lines.h"

namespace uketsuke::record {

namespace {

using Json = nlohmann::json;

struct BadLine {
  std::string message;
};

[[noreturn]] void refuse_word(const std::string& word) {
  throw BadLine{fmt::format("unknown word \"{}\"", word)};
}

template <class T>
void read(const Json& json, T& value) {
  if constexpr (std::is_enum_v<T>) {
    const auto word = json.get<std::string>();
    const auto found = from_name<T>(word);
    if (!found) refuse_word(word);
    value = *found;
  } else if constexpr (std::is_same_v<T, Text>) {
    value = {json.at("ja").get<std::string>(), json.at("en").get<std::string>()};
  } else if constexpr (std::is_same_v<T, ButtonShown>) {
    read(json.at("button"), value.button);
    read(json.at("label"), value.label);
  } else if constexpr (IsVector<T>::value) {
    if (!json.is_array()) throw BadLine{"a list was expected"};
    value.resize(json.size());
    for (std::size_t i = 0; i < json.size(); ++i) read(json[i], value[i]);
  } else {
    value = json.get<T>();
  }
}

/// Reads the fields that a kind lists.
struct FieldReader {
  const Json& fields;
  std::set<std::string> known;

  template <class T>
  [[gnu::noinline]] void operator()(const char* name, T& value) {
    const Json* found = find(name, IsOptional<T>::value);
    if constexpr (IsOptional<T>::value) {
      if (found != nullptr) read(*found, value.emplace());
    } else {
      read(*found, value);
    }
  }

  /// @throws BadLine if a field is missing that is not optional
  const Json* find(const char* name, bool optional) {
    known.insert(name);
    const auto found = fields.find(name);
    if (found != fields.end()) return &*found;
    if (!optional) throw BadLine{fmt::format("the field \"{}\" is missing", name)};
    return nullptr;
  }

  /// @throws BadLine if there is a field that the kind did not list
  void refuse_unknown(const std::string& kind) const {
    for (const auto& [name, value] : fields.items()) {
      if (known.count(name) == 0) throw BadLine{fmt::format("\"{}\" has no field \"{}\"", kind, name)};
    }
  }
};

template <std::size_t I = 0>
Payload read_payload(const std::string& kind, const Json& fields) {
  if constexpr (I == std::variant_size_v<Payload>) {
    throw BadLine{fmt::format("unknown kind \"{}\"", kind)};
  } else {
    using Kind = std::variant_alternative_t<I, Payload>;
    if (kind != Kind::kKind) return read_payload<I + 1>(kind, fields);
    Kind payload;
    FieldReader reader{fields, {}};
    Kind::fields(payload, reader);
    reader.refuse_unknown(kind);
    return payload;
  }
}

Header read_header(const Json& json) {
  if (json.value("record", "") != "uketsuke") throw BadLine{"not a record of this program"};
  if (json.at("version").get<int>() != kVersion) {
    throw BadLine{fmt::format("version {} is not read by this program (it reads {})",
                              json.at("version").dump(), kVersion)};
  }
  Header header{json.at("case").get<std::string>(),
                json.at("device").get<std::string>(),
                {},
                json.at("seed").get<std::uint64_t>()};
  std::istringstream start(json.at("start").get<std::string>());
  start >> date::parse("%FT%T", header.start);
  if (start.fail()) throw BadLine{"\"start\" is not a time"};
  return header;
}

}  // namespace

Record from_json_lines(std::string_view text, const std::string& name) {
  std::optional<Record> record;
  int number = 0;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    ++number;
    try {
      const Json json = Json::parse(line);
      if (!record) {
        record.emplace(read_header(json));
        continue;
      }
      Source source{};
      read(json.at("source"), source);
      record->add(Duration(json.at("time").get<Duration::rep>()), source,
                  read_payload(json.at("kind").get<std::string>(), json.at("fields")));
      if (record->events().back().sequence != json.at("sequence").get<std::uint64_t>())
        throw BadLine{"sequence numbers have a gap"};
    } catch (const BadLine& bad) {
      throw InputError(InputProblem::bad_value, {name, number, 1}, bad.message);
    } catch (const Json::exception& bad) {
      throw InputError(InputProblem::syntax, {name, number, 1}, bad.what());
    }
  }
  if (!record) throw InputError(InputProblem::empty, {name, 0, 0}, "has no record");
  return *record;
}

}  // namespace uketsuke::record
