#include "record/json_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "record/field_types.h"

namespace uketsuke::record {

namespace {

// Written directly and not through a tree of values: a run writes every event, and building trees was a
// seventh of the cost of a case.

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

// A kind only lists its fields; the rest is not a template of the kind, which saves most of the compile time.

struct Field {
  const char* name;
  const void* value;  ///< null if the field is an empty optional
  void (*write)(const void* value, std::string& out);
};

/// The fields of an event, in the order in which its kind lists them.
struct FieldList {
  static constexpr std::size_t kMost = 32;

  std::array<Field, kMost> fields;
  std::size_t size = 0;

  template <class T>
  void operator()(const char* name, const T& value) {
    if (size == kMost) throw std::length_error("a kind of event has too many fields");
    if constexpr (IsOptional<T>::value) {
      fields[size++] = {name, value ? &*value : nullptr, &write_erased<typename T::value_type>};
    } else {
      fields[size++] = {name, &value, &write_erased<T>};
    }
  }

  template <class T>
  static void write_erased(const void* value, std::string& out) {
    write_value(*static_cast<const T*>(value), out);
  }
};

/// The positions of fields when sorted by name, as the canonical form requires.
std::vector<std::size_t> sorted(const FieldList& list) {
  std::vector<std::size_t> order(list.size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::string_view(list.fields[a].name) < list.fields[b].name;
  });
  return order;
}

void write(const FieldList& list, const std::vector<std::size_t>& order, std::string& out) {
  bool first = true;
  for (const std::size_t position : order) {
    const Field& field = list.fields[position];
    if (field.value == nullptr) continue;
    if (!first) out += ',';
    first = false;
    out += '"';
    out += field.name;
    out += "\":";
    field.write(field.value, out);
  }
}

template <class Kind>
const std::vector<std::size_t>& sorted_positions() {
  static const std::vector<std::size_t> positions = [] {
    FieldList list;
    const Kind kind{};
    Kind::fields(kind, list);
    return sorted(list);
  }();
  return positions;
}

template <class Kind>
void write_fields(const Kind& payload, std::string& out) {
  FieldList list;
  Kind::fields(payload, list);
  write(list, sorted_positions<Kind>(), out);
}

}  // namespace

std::string header_line(const Header& header) {
  return fmt::format(
      "{{\"case\":{},\"device\":{},\"record\":\"uketsuke\",\"seed\":{},\"start\":\"{}\",\"version\":{}}}\n",
      nlohmann::json(header.case_id).dump(), nlohmann::json(header.device).dump(), header.seed,
      format_time(header.start), kVersion);
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

}  // namespace uketsuke::record
