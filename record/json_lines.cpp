#include "record/json_lines.h"

#include <date/date.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <sstream>

#include "base/error.h"

namespace uketsuke::record {

namespace {

using Json = nlohmann::json;  // backed by std::map: keys are sorted

// ---- writing ----
//
// Written directly and not through a tree of values: a run writes every event, and building trees was a
// seventh of the cost of a case.

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

void write(std::string_view text, std::string& out) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          out += kHex[c >> 4];
          out += kHex[c & 0x0F];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void write(const Text& text, std::string& out) {
  out += "{\"en\":";
  write(text.en, out);
  out += ",\"ja\":";
  write(text.ja, out);
  out += '}';
}

template <class T>
void write_value(const T& value, std::string& out) {
  if constexpr (std::is_enum_v<T>) {
    write(to_name(value), out);
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    fmt::format_to(std::back_inserter(out), "{}", value);
  } else if constexpr (std::is_same_v<T, ButtonShown>) {
    out += "{\"button\":";
    write_value(value.button, out);
    out += ",\"label\":";
    write(value.label, out);
    out += '}';
  } else if constexpr (IsVector<T>::value) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i > 0) out += ',';
      write_value(value[i], out);
    }
    out += ']';
  } else {
    write(value, out);
  }
}

/// The positions of a kind's fields when sorted by name, as the canonical form requires.
template <class Kind>
const std::vector<std::size_t>& sorted_positions() {
  static const std::vector<std::size_t> positions = [] {
    std::vector<std::string> names;
    const Kind kind{};
    Kind::fields(kind, [&](const char* name, const auto&) { names.emplace_back(name); });
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    return order;
  }();
  return positions;
}

template <class Kind>
void write_fields(const Kind& payload, std::string& out) {
  bool first = true;
  for (const std::size_t wanted : sorted_positions<Kind>()) {
    std::size_t position = 0;
    Kind::fields(payload, [&](const char* name, const auto& value) {
      if (position++ != wanted) return;
      using Field = std::decay_t<decltype(value)>;
      if constexpr (IsOptional<Field>::value) {
        if (!value) return;
      }
      if (!first) out += ',';
      first = false;
      out += '"';
      out += name;
      out += "\":";
      if constexpr (IsOptional<Field>::value) {
        write_value(*value, out);
      } else {
        write_value(value, out);
      }
    });
  }
}

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
  return fmt::format(
      "{{\"case\":{},\"device\":{},\"record\":\"uketsuke\",\"seed\":{},\"start\":\"{}\",\"version\":{}}}\n",
      Json(header.case_id).dump(), Json(header.device).dump(), header.seed, format_time(header.start),
      kVersion);
}

void append_event_line(const Event& event, std::string& out) {
  out += "{\"fields\":{";
  std::visit([&](const auto& payload) { write_fields(payload, out); }, event.payload);
  fmt::format_to(std::back_inserter(out),
                 "}},\"kind\":\"{}\",\"sequence\":{},\"source\":\"{}\",\"time\":{}}}\n", kind_of(event),
                 event.sequence, to_name(event.source), event.time.count());
}

namespace {

template <class Payload, std::size_t... kKinds>
void warm_up_kinds(std::index_sequence<kKinds...>) {
  (sorted_positions<std::variant_alternative_t<kKinds, Payload>>(), ...);
}

}  // namespace

void warm_up_lines() { warm_up_kinds<Payload>(std::make_index_sequence<std::variant_size_v<Payload>>()); }

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
  if (!record) throw InputError(InputProblem::empty, {name, 0, 0}, "has no record");
  return *record;
}

}  // namespace uketsuke::record
