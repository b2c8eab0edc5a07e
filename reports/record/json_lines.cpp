#include "reports/record/json_lines.h"

#include <date/date.h>
#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/error.h"

namespace uketsuke::record {

namespace {

using Json = nlohmann::json;  // std::map inside: keys come out sorted

// ---- writing ----

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

Json write(const ButtonShown& shown);

template <class T>
Json write(const T& value) {
  if constexpr (std::is_enum_v<T>) {
    return std::string(to_name(value));
  } else if constexpr (std::is_same_v<T, Text>) {
    return Json{{"ja", value.ja}, {"en", value.en}};
  } else if constexpr (IsVector<T>::value) {
    Json list = Json::array();
    for (const auto& item : value) list.push_back(write(item));
    return list;
  } else {
    return value;
  }
}

Json write(const ButtonShown& shown) {
  return Json{{"button", write(shown.button)}, {"label", write(shown.label)}};
}

struct Writer {
  Json& fields;

  template <class T>
  void operator()(const char* name, const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (value) fields[name] = write(*value);
    } else {
      fields[name] = write(value);
    }
  }
};

// ---- reading ----

struct BadLine {
  std::string message;
};

template <class T>
void read(const Json& json, T& value) {
  if constexpr (std::is_enum_v<T>) {
    const auto found = from_name<T>(json.get<std::string>());
    if (!found) throw BadLine{fmt::format("unknown word \"{}\"", json.get<std::string>())};
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

struct Reader {
  const Json& fields;
  std::set<std::string> known;

  template <class T>
  void operator()(const char* name, T& value) {
    known.insert(name);
    const auto found = fields.find(name);
    if constexpr (IsOptional<T>::value) {
      if (found == fields.end()) return;
      read(*found, value.emplace());
    } else {
      if (found == fields.end()) throw BadLine{fmt::format("the field \"{}\" is missing", name)};
      read(*found, value);
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
    Reader reader{fields, {}};
    Kind::fields(payload, reader);
    for (const auto& [name, value] : fields.items()) {
      if (reader.known.count(name) == 0) throw BadLine{fmt::format("\"{}\" has no field \"{}\"", kind, name)};
    }
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

std::string header_line(const Header& header) {
  return Json{{"record", "uketsuke"},   {"version", kVersion},
              {"case", header.case_id}, {"device", header.device},
              {"seed", header.seed},    {"start", date::format("%FT%T", header.start)}}
             .dump() +
         '\n';
}

void append_event_line(const Event& event, std::string& out) {
  Json fields = Json::object();
  std::visit([&](const auto& payload) { payload.fields(payload, Writer{fields}); }, event.payload);
  out += Json{{"time", event.time.count()},
              {"sequence", event.sequence},
              {"source", write(event.source)},
              {"kind", std::string(kind_of(event))},
              {"fields", std::move(fields)}}
             .dump();
  out += '\n';
}

std::string event_line(const Event& event) {
  std::string line;
  append_event_line(event, line);
  return line;
}

std::string to_json_lines(const Record& record) {
  std::string out = header_line(record.header());
  for (const Event& event : record.events()) append_event_line(event, out);
  return out;
}

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
  if (!record) throw InputError(InputProblem::empty, {name, 0, 0}, "no record in it");
  return *record;
}

}  // namespace uketsuke::record
