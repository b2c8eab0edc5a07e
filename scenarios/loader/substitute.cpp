#include "scenarios/loader/substitute.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/words/consent_words.h"

namespace uketsuke::scenario {

using yaml::Node;
using yaml::Value;
using NodePtr = std::shared_ptr<const Node>;

namespace {

/// Calls `name(text)` for each `${text}` and `plain(text)` for the text in between. @return false for an
/// unterminated `${`
template <class Plain, class Name>
bool split(const std::string& text, Plain&& plain, Name&& name) {
  std::size_t at = 0;
  for (;;) {
    const std::size_t begin = text.find("${", at);
    plain(text.substr(at, begin - at));
    if (begin == std::string::npos) return true;
    const std::size_t end = text.find('}', begin);
    if (end == std::string::npos) return false;
    name(text.substr(begin + 2, end - begin - 2));
    at = end + 1;
  }
}

void check_scalar(const Value& scalar, const Matrix& matrix, std::set<std::string>& used) {
  const auto check = [&](const std::string& name) {
    std::vector<std::string> known;
    for (const Axis& axis : matrix) known.push_back("${" + axis.name + "}");
    const std::string wanted = "${" + name + "}";
    if (std::find(known.begin(), known.end(), wanted) == known.end()) {
      scalar.fail(InputProblem::unknown_name, fmt::format("no axis of the matrix has the name in {}{}",
                                                          wanted, suggestion(wanted, known)));
    }
    used.insert(name);
  };
  if (!split(
          scalar.text(), [](const std::string&) {}, check)) {
    scalar.fail(InputProblem::bad_value, "\"${\" without \"}\"");
  }
}

std::string put_in(const std::string& text, const Parameters& parameters) {
  std::string out;
  split(
      text, [&](const std::string& plain) { out += plain; },
      [&](const std::string& name) {
        for (const auto& [axis, value] : parameters) {
          if (axis == name) out += value.text();
        }
      });
  return out;
}

NodePtr copy(const NodePtr& node, const Parameters& parameters) {
  if (node->kind == Node::Kind::scalar) {
    if (node->scalar.find("${") == std::string::npos) return node;
    auto changed = std::make_shared<Node>(*node);
    changed->scalar = put_in(node->scalar, parameters);
    changed->substituted = true;
    return changed;
  }
  std::shared_ptr<Node> changed;
  for (std::size_t i = 0; i < node->children.size(); ++i) {
    const NodePtr child = copy(node->children[i], parameters);
    if (child == node->children[i]) continue;
    if (!changed) changed = std::make_shared<Node>(*node);
    changed->children[i] = std::const_pointer_cast<Node>(child);
  }
  if (!changed) return node;
  if (changed->kind == Node::Kind::map) {
    std::set<std::string> keys;
    for (std::size_t i = 0; i + 1 < changed->children.size(); i += 2) {
      const NodePtr& key = changed->children[i];
      if (!keys.insert(key->scalar).second) {
        Value(key).fail(
            InputProblem::duplicate_key,
            fmt::format("the key \"{}\" appears twice in this map once the values of the matrix are inserted",
                        key->scalar));
      }
    }
  }
  return changed;
}

/// The axis value that a map's key stands for: `agree`, or `medicines=agree` if two axes have it.
std::optional<Value> meant(const Axis& axis, const std::string& key) {
  if (auto value = axis.find(key)) return value;
  const std::string prefix = axis.name + "=";
  if (key.compare(0, prefix.size(), prefix) == 0) return axis.find(key.substr(prefix.size()));
  return std::nullopt;
}

/// The axis whose values are the keys of a map: the one that has most of the keys. Null if none has any.
const Axis* axis_of(const Value& map, const Matrix& matrix) {
  const Axis* best = nullptr;
  const Axis* equal = nullptr;
  std::size_t most = 0;
  const auto entries = map.map().entries();
  for (const Axis& axis : matrix) {
    std::size_t shared = 0;
    for (const auto& [key, value] : entries) shared += meant(axis, key.text()) ? 1 : 0;
    if (shared == 0 || shared < most) continue;
    equal = shared == most ? best : nullptr;
    best = &axis;
    most = shared;
  }
  if (equal != nullptr) {
    const Value& key = entries.front().first;
    key.fail(InputProblem::bad_value,
             fmt::format("\"{}\" is a value of \"{}\" and of \"{}\"; write \"{}={}\"", key.text(),
                         equal->name, best->name, best->name, key.text()));
  }
  return best;
}

bool keys_are_categories(const Value& map) {
  for (const auto& [key, value] : map.map().entries()) {
    const bool parameter = key.text().find("${") != std::string::npos;
    if (!parameter && !from_name<record::Category>(key.text())) return false;
  }
  return true;
}

Value chosen(const Axis& axis, const Parameters& parameters) {
  for (const auto& [name, value] : parameters) {
    if (name == axis.name) return value;
  }
  return axis.values.front();  // every combination settles every axis
}

/// The entry of a map by an axis' values that belongs to this case.
Value pick(const Value& map, const Axis& axis, const Parameters& parameters) {
  std::vector<std::string> known;
  for (const Value& value : axis.values) known.push_back(value.text());
  std::optional<Value> picked;
  std::set<std::string> written;
  for (const auto& [key, value] : map.map().entries()) {
    const auto value_meant = meant(axis, key.text());
    if (!value_meant) {
      key.fail(InputProblem::unknown_key, fmt::format("\"{}\" is not a value of the axis \"{}\"{}",
                                                      key.text(), axis.name, suggestion(key.text(), known)));
    }
    written.insert(value_meant->text());
    if (value_meant->text() == chosen(axis, parameters).text()) picked = value;
  }
  for (const std::string& value : known) {
    if (written.count(value) == 0) {
      map.fail(InputProblem::missing_key,
               fmt::format("no entry for {} = {} of the matrix", axis.name, value));
    }
  }
  return *picked;
}

NodePtr with_children(const Value& map, const std::vector<std::pair<Value, Value>>& entries) {
  auto node = std::make_shared<Node>(*map.node());
  node->children.clear();
  for (const auto& [key, value] : entries) {
    node->children.push_back(std::const_pointer_cast<Node>(key.node()));
    node->children.push_back(std::const_pointer_cast<Node>(value.node()));
  }
  return node;
}

Value select_value(const Value& value, bool consents, const Matrix& matrix, const Parameters& parameters) {
  if (!value.is_map()) return value;
  if (consents && keys_are_categories(value)) {
    auto entries = value.map().entries();
    for (auto& [key, state] : entries) state = select_value(state, false, matrix, parameters);
    return Value(with_children(value, entries));
  }
  const Axis* axis = axis_of(value, matrix);
  if (axis == nullptr) return value;
  return select_value(pick(value, *axis, parameters), consents, matrix, parameters);
}

void collect_in_value(const Value& value, bool consents, const Matrix& matrix, std::set<std::string>& used) {
  if (!value.is_map()) return;
  const bool categories = consents && keys_are_categories(value);
  if (!categories) {
    if (const Axis* axis = axis_of(value, matrix)) used.insert(axis->name);
  }
  for (const auto& [key, below] : value.map().entries()) {
    collect_in_value(below, consents && !categories, matrix, used);
  }
}

}  // namespace

void collect_uses(const Value& tree, const Matrix& matrix, std::set<std::string>& used) {
  if (tree.is_scalar()) check_scalar(tree, matrix, used);
  for (const auto& child : tree.node()->children) collect_uses(Value(child), matrix, used);
}

Value substitute(const Value& tree, const Parameters& parameters) {
  return Value(copy(tree.node(), parameters));
}

Value select_by_axis(const Value& expect, const Matrix& matrix, const Parameters& parameters) {
  if (matrix.empty()) return expect;
  auto entries = expect.map().entries();
  for (auto& [key, value] : entries) {
    value = select_value(value, key.text() == "consents", matrix, parameters);
  }
  return Value(with_children(expect, entries));
}

void collect_selectors(const Value& expect, const Matrix& matrix, std::set<std::string>& used) {
  for (const auto& [key, value] : expect.map().entries()) {
    collect_in_value(value, key.text() == "consents", matrix, used);
  }
}

}  // namespace uketsuke::scenario
