#pragma once

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "base/error.h"
#include "base/nearest.h"
#include "base/text.h"

namespace uketsuke::yaml {

class Map;
struct Node;

/// A node of a YAML file that knows where it stands. Cheap to copy; never changes.
///
/// Every reading function throws InputError (`wrong_type` or `bad_value`) with the node's place.
class Value {
 public:
  explicit Value(std::shared_ptr<const Node> node) : node_(std::move(node)) {}

  bool is_null() const;
  bool is_scalar() const;
  bool is_sequence() const;
  bool is_map() const;

  Place place() const;

  /// The node itself, for a loader that makes a changed copy of a tree (parameters put in).
  const std::shared_ptr<const Node>& node() const { return node_; }

  std::string text() const;  ///< any scalar, as written
  bool boolean() const;      ///< `true` or `false`
  long integer(long least, long most) const;
  Date date() const;                       ///< `2024-10-07`
  Duration duration() const;               ///< `800ms`, `2s`
  Text bilingual() const;                  ///< `{ ja: …, en: … }`
  std::vector<Value> items() const;        ///< of a sequence
  std::vector<std::string> texts() const;  ///< of a sequence of scalars
  Map map() const;

  /// A word out of an enumeration that has `enum_names`.
  template <class Enum>
  Enum one_of() const {
    const std::string word = text();
    if (const auto value = from_name<Enum>(word)) return *value;
    fail(InputProblem::bad_value,
         fmt::format("\"{}\" is not a value of this key{}", word, suggestion(word, names_of<Enum>())));
  }

  /// Throws an InputError at this node.
  [[noreturn]] void fail(InputProblem problem, const std::string& message) const;

 private:
  friend class Map;
  std::shared_ptr<const Node> node_;
};

/// A map that is being read. Every key must be asked for before `finish()`: a key that nothing reads is an
/// error.
class Map {
 public:
  explicit Map(Value value);

  Value required(const std::string& key);
  std::optional<Value> optional(const std::string& key);
  bool has(const std::string& key) const;

  /// All pairs in order of writing, keys as values that know their place; counts as reading all of them.
  std::vector<std::pair<Value, Value>> entries();

  /// @throws InputError `unknown_key` at the first key that was not asked for, with the nearest one that was.
  void finish() const;

  Place place() const { return value_.place(); }

 private:
  Value value_;
  std::set<std::string> known_;
};

/// How a loader builds nodes; readers of YAML do not need it.
struct Node {
  enum class Kind { null, scalar, sequence, map };
  Kind kind = Kind::null;
  bool quoted = false;
  bool substituted = false;  ///< the text is not as written: a loader has put parameters in
  std::shared_ptr<const std::string> file;
  int line = 0;
  int column = 0;
  std::string scalar;
  std::vector<std::shared_ptr<Node>> children;  ///< of a map: key, value, key, value, …
  std::size_t expanded = 1;  ///< nodes below and including this one, aliases counted each time
  bool open = false;         ///< still being read: an alias to it would be a circle
};

}  // namespace uketsuke::yaml
