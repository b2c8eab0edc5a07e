#include "base/yaml/value.h"

#include <cerrno>
#include <cstdlib>

namespace uketsuke::yaml {

namespace {

const char* kind_name(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "nothing";
    case Node::Kind::scalar:
      return "a single value";
    case Node::Kind::sequence:
      return "a list";
    case Node::Kind::map:
      return "a map";
  }
  return "?";
}

}  // namespace

bool Value::is_null() const { return node_->kind == Node::Kind::null; }
bool Value::is_scalar() const { return node_->kind == Node::Kind::scalar; }
bool Value::is_sequence() const { return node_->kind == Node::Kind::sequence; }
bool Value::is_map() const { return node_->kind == Node::Kind::map; }

Place Value::place() const { return {*node_->file, node_->line, node_->column}; }

void Value::fail(InputProblem problem, const std::string& message) const {
  throw InputError(problem, place(), message);
}

std::string Value::text() const {
  if (!is_scalar())
    fail(InputProblem::wrong_type, fmt::format("expected a single value, found {}", kind_name(node_->kind)));
  return node_->scalar;
}

bool Value::boolean() const {
  const std::string word = text();
  if (word == "true") return true;
  if (word == "false") return false;
  fail(InputProblem::wrong_type, fmt::format("expected true or false, found \"{}\"", word));
}

long Value::integer(long least, long most) const {
  const std::string word = text();
  char* end = nullptr;
  errno = 0;
  const long number = std::strtol(word.c_str(), &end, 10);
  if (word.empty() || *end != '\0')
    fail(InputProblem::wrong_type, fmt::format("expected a whole number, found \"{}\"", word));
  if (errno == ERANGE || number < least || number > most) {
    fail(InputProblem::bad_value,
         fmt::format("expected a number from {} to {}, found {}", least, most, word));
  }
  return number;
}

Date Value::date() const {
  const std::string word = text();
  if (const auto day = parse_date(word)) return *day;
  fail(InputProblem::bad_value, fmt::format("\"{}\" is not a date (write 2024-10-07)", word));
}

Duration Value::duration() const {
  const std::string word = text();
  if (const auto duration = parse_duration(word)) return *duration;
  fail(InputProblem::bad_value,
       fmt::format("\"{}\" is not a duration (write 800ms, 2s, 1.5min or 24h)", word));
}

Text Value::bilingual() const {
  Map both = map();
  Text text{both.required("ja").text(), both.required("en").text()};
  both.finish();
  return text;
}

std::vector<Value> Value::items() const {
  if (!is_sequence())
    fail(InputProblem::wrong_type, fmt::format("expected a list, found {}", kind_name(node_->kind)));
  std::vector<Value> values;
  values.reserve(node_->children.size());
  for (const auto& child : node_->children) values.emplace_back(child);
  return values;
}

std::vector<std::string> Value::texts() const {
  std::vector<std::string> words;
  for (const Value& item : items()) words.push_back(item.text());
  return words;
}

Map Value::map() const {
  if (!is_map())
    fail(InputProblem::wrong_type, fmt::format("expected a map, found {}", kind_name(node_->kind)));
  return Map(*this);
}

Map::Map(Value value) : value_(std::move(value)) {}

std::optional<Value> Map::optional(const std::string& key) {
  known_.insert(key);
  const auto& children = value_.node_->children;
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    if (children[i]->scalar == key) return Value(children[i + 1]);
  }
  return std::nullopt;
}

Value Map::required(const std::string& key) {
  if (auto value = optional(key)) return *value;
  value_.fail(InputProblem::missing_key, fmt::format("the key \"{}\" is missing", key));
}

bool Map::has(const std::string& key) const {
  const auto& children = value_.node_->children;
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    if (children[i]->scalar == key) return true;
  }
  return false;
}

std::vector<std::pair<Value, Value>> Map::entries() {
  std::vector<std::pair<Value, Value>> pairs;
  const auto& children = value_.node_->children;
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    known_.insert(children[i]->scalar);
    pairs.emplace_back(Value(children[i]), Value(children[i + 1]));
  }
  return pairs;
}

void Map::finish() const {
  const auto& children = value_.node_->children;
  for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
    const std::string& key = children[i]->scalar;
    if (known_.count(key) != 0) continue;
    const std::vector<std::string> known(known_.begin(), known_.end());
    Value(children[i])
        .fail(InputProblem::unknown_key, fmt::format("unknown key \"{}\"{}", key, suggestion(key, known)));
  }
}

}  // namespace uketsuke::yaml
