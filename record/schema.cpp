#include <nlohmann/json.hpp>

#include "record/json_lines.h"

namespace uketsuke::record {

namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson schema_of_words(const std::vector<std::string>& words) { return {{"enum", words}}; }

template <class T>
struct Describe {
  static OrderedJson schema() {
    if constexpr (std::is_enum_v<T>) {
      return schema_of_words(names_of<T>());
    } else if constexpr (std::is_same_v<T, bool>) {
      return {{"type", "boolean"}};
    } else if constexpr (std::is_integral_v<T>) {
      return {{"type", "integer"}};
    } else {
      static_assert(std::is_same_v<T, std::string>);
      return {{"type", "string"}};
    }
  }
};

template <>
struct Describe<Text> {
  static OrderedJson schema() {
    return {{"type", "object"},
            {"properties", {{"ja", {{"type", "string"}}}, {"en", {{"type", "string"}}}}},
            {"required", {"ja", "en"}},
            {"additionalProperties", false}};
  }
};

template <>
struct Describe<ButtonShown> {
  static OrderedJson schema() {
    return {{"type", "object"},
            {"properties", {{"button", Describe<Button>::schema()}, {"label", Describe<Text>::schema()}}},
            {"required", {"button", "label"}},
            {"additionalProperties", false}};
  }
};

template <class T>
struct Describe<std::vector<T>> {
  static OrderedJson schema() { return {{"type", "array"}, {"items", Describe<T>::schema()}}; }
};

struct Collector {
  OrderedJson properties = OrderedJson::object();
  OrderedJson required = OrderedJson::array();

  template <class T>
  void operator()(const char* name, const T&) {
    add(name, Describe<T>::schema(), true);
  }
  template <class T>
  void operator()(const char* name, const std::optional<T>&) {
    add(name, Describe<T>::schema(), false);
  }

  void add(const char* name, OrderedJson schema, bool is_required) {
    properties[name] = std::move(schema);
    if (is_required) required.push_back(name);
  }
};

OrderedJson event_schema(std::string_view kind, const Collector& fields) {
  return {{"type", "object"},
          {"properties",
           {{"time", {{"type", "integer"}, {"minimum", 0}}},
            {"sequence", {{"type", "integer"}, {"minimum", 0}}},
            {"source", Describe<Source>::schema()},
            {"kind", {{"const", std::string(kind)}}},
            {"fields",
             {{"type", "object"},
              {"properties", fields.properties},
              {"required", fields.required},
              {"additionalProperties", false}}}}},
          {"required", {"time", "sequence", "source", "kind", "fields"}},
          {"additionalProperties", false}};
}

template <class Kind>
OrderedJson event_schema() {
  Collector fields;
  const Kind payload{};
  Kind::fields(payload, fields);
  return event_schema(Kind::kKind, fields);
}

template <std::size_t... I>
void add_events(OrderedJson& alternatives, std::index_sequence<I...>) {
  (alternatives.push_back(event_schema<std::variant_alternative_t<I, Payload>>()), ...);
}

}  // namespace

std::string json_schema() {
  OrderedJson header = {{"type", "object"},
                        {"properties",
                         {{"record", {{"const", "uketsuke"}}},
                          {"version", {{"const", kVersion}}},
                          {"case", {{"type", "string"}}},
                          {"device", {{"type", "string"}}},
                          {"seed", {{"type", "integer"}, {"minimum", 0}}},
                          {"start", {{"type", "string"}}}}},
                        {"required", {"record", "version", "case", "device", "seed", "start"}},
                        {"additionalProperties", false}};
  OrderedJson alternatives = OrderedJson::array({header});
  add_events(alternatives, std::make_index_sequence<std::variant_size_v<Payload>>());
  const OrderedJson schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                              {"title", "One line of a Uketsuke record"},
                              {"oneOf", alternatives}};
  return schema.dump(2) + "\n";
}

}  // namespace uketsuke::record
