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

/// A node of a YAML file that knows its place. Cheap to copy; immutable.
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

  /// The underlying node, for a loader that makes a changed copy of a tree (to substitute parameters).
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

  /// The value of an enumeration that has `enum_names`, by its name.
  template <class Enum>
  Enum one_of() const {
    const std::string word = text();
    if (const auto value = from_name<Enum>(word)) return *value;
    fail(InputProblem::bad_value,
         fmt::format("\"{}\" is not a valid value of this key{}", word, suggestion(word, names_of<Enum>())));
  }

  /// Throws an InputError at this node.
  [[noreturn]] void fail(InputProblem problem, const std::string& message) const;

 private:
  friend class Map;
  std::shared_ptr<const Node> node_;
};

/// A map that is being read. Request every key before `finish()`: a key that nothing reads is an error.
class Map {
 public:
  explicit Map(Value value);

  Value required(const std::string& key);
  std::optional<Value> optional(const std::string& key);
  bool has(const std::string& key) const;

  /// All pairs in file order, with keys as values that know their place; marks all of them as read.
  std::vector<std::pair<Value, Value>> entries();

  /// @throws InputError `unknown_key` at the first key that was not requested, with the nearest one that was.
  void finish() const;

  Place place() const { return value_.place(); }

 private:
  Value value_;
  std::set<std::string> known_;
};

/// A node as a loader builds it; readers of YAML use `Value`.
struct Node {
  enum class Kind { null, scalar, sequence, map };
  Kind kind = Kind::null;
  bool quoted = false;
  bool substituted = false;  ///< the text is not as written: a loader has substituted parameters
  std::shared_ptr<const std::string> file;
  int line = 0;
  int column = 0;
  std::string scalar;
  std::vector<std::shared_ptr<Node>> children;  ///< children of a map: key, value, key, value, …
  std::size_t expanded = 1;  ///< number of nodes in this subtree, including this one; aliases count each time
  bool open = false;         ///< still being read: an alias to it would be cyclic
};

}  // namespace uketsuke::yaml
