#include "base/yaml/document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace uketsuke::yaml {

namespace {

/// Builds the tree from the parser's events, so that limits apply while reading and aliases are recognised.
class Builder : public YAML::EventHandler {
 public:
  Builder(std::string file, const Limits& limits)
      : file_(std::make_shared<const std::string>(std::move(file))), limits_(limits) {}

  std::shared_ptr<Node> take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    // At a stray `,` or `}`, yaml-cpp reports empty documents for ever without reading on.
    if (mark.pos == document_start_)
      fail(InputProblem::syntax, mark, "not YAML: no value can begin with this character");
    document_start_ = mark.pos;
    root_.reset();
    anchors_.clear();
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    auto node = make(mark, Node::Kind::null, anchor);
    // The parser's mark is the position of the next token, often lines below; an omitted value is placed at
    // its key.
    if (!stack_.empty() && stack_.back()->kind == Node::Kind::map &&
        stack_.back()->children.size() % 2 == 1) {
      node->line = stack_.back()->children.back()->line;
      node->column = stack_.back()->children.back()->column;
    }
    add(node);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    auto node = make(mark, Node::Kind::scalar, anchor);
    node->scalar = value;
    node->quoted = tag == "!";
    add(node);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto& target = anchors_.at(anchor);
    if (target->open)
      fail(InputProblem::cyclic_alias, mark, "an alias must not be inside the node that it refers to");
    add(target, &mark);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(make(mark, Node::Kind::sequence, anchor));
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(make(mark, Node::Kind::map, anchor));
  }
  void OnMapEnd() override {
    check_keys(*stack_.back());
    close();
  }

 private:
  std::shared_ptr<const std::string> file_;
  Limits limits_;
  std::shared_ptr<Node> root_;
  int document_start_ = -1;
  std::vector<std::shared_ptr<Node>> stack_;
  std::map<YAML::anchor_t, std::shared_ptr<Node>> anchors_;

  [[noreturn]] void fail(InputProblem problem, const YAML::Mark& mark, const std::string& message) const {
    throw InputError(problem, {*file_, mark.line + 1, mark.column + 1}, message);
  }

  std::shared_ptr<Node> make(const YAML::Mark& mark, Node::Kind kind, YAML::anchor_t anchor) {
    auto node = std::make_shared<Node>();
    node->kind = kind;
    node->file = file_;
    node->line = mark.line + 1;
    node->column = mark.column + 1;
    if (anchor != YAML::NullAnchor) anchors_[anchor] = node;
    return node;
  }

  void open(std::shared_ptr<Node> node) {
    if (static_cast<int>(stack_.size()) >= limits_.depth) {
      throw InputError(InputProblem::too_large, {*file_, node->line, node->column},
                       fmt::format("nested more than {} levels deep", limits_.depth));
    }
    node->open = true;
    stack_.push_back(std::move(node));
  }

  void close() {
    auto node = std::move(stack_.back());
    stack_.pop_back();
    node->open = false;
    add(node);
  }

  void add(const std::shared_ptr<Node>& node, const YAML::Mark* alias = nullptr) {
    if (stack_.empty()) {
      root_ = node;
      return;
    }
    Node& parent = *stack_.back();
    parent.children.push_back(node);
    parent.expanded += node->expanded;
    if (parent.expanded > limits_.nodes) {
      const Place place = alias != nullptr ? Place{*file_, alias->line + 1, alias->column + 1}
                                           : Place{*file_, node->line, node->column};
      throw InputError(InputProblem::too_large, place,
                       fmt::format("more than {} nodes, counting an alias at every use", limits_.nodes));
    }
  }

  void check_keys(const Node& map) const {
    std::set<std::string> seen;
    for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
      const Value key(map.children[i]);
      if (!key.is_scalar()) key.fail(InputProblem::wrong_type, "a key must be a single value");
      if (!seen.insert(key.text()).second) {
        key.fail(InputProblem::duplicate_key,
                 fmt::format("the key \"{}\" appears twice in this map", key.text()));
      }
    }
  }
};

/// The offset of the first byte that is not UTF-8 text, or empty. NUL counts as binary.
std::optional<std::size_t> first_bad_byte(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    std::size_t length = 1;
    if (lead == 0 || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4) return i;
    if (lead >= 0xC2) length = 2;
    if (lead >= 0xE0) length = 3;
    if (lead >= 0xF0) length = 4;
    for (std::size_t k = 1; k < length; ++k) {
      if (i + k >= text.size() || (static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return i;
    }
    i += length;
  }
  return std::nullopt;
}

std::string size_text(std::size_t bytes) {
  if (bytes >= 1 << 20) return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / (1 << 20));
  return fmt::format("{} bytes", bytes);
}

}  // namespace

std::vector<Value> parse(std::string_view text, const std::string& file, const Limits& limits) {
  if (text.size() > limits.bytes) {
    throw InputError(InputProblem::too_large, {file, 0, 0},
                     fmt::format("{} exceeds the limit of {} for a YAML file of this kind; split it",
                                 size_text(text.size()), size_text(limits.bytes)));
  }
  if (const auto bad = first_bad_byte(text)) {
    throw InputError(InputProblem::not_text, {file, 0, 0},
                     fmt::format("not UTF-8 text (byte {}): is this a YAML file?", *bad));
  }
  std::istringstream in{std::string(text)};
  std::vector<Value> documents;
  try {
    YAML::Parser parser(in);
    Builder builder(file, limits);
    while (parser.HandleNextDocument(builder)) {
      auto root = builder.take();
      if (root != nullptr && root->kind != Node::Kind::null) documents.emplace_back(std::move(root));
    }
  } catch (const YAML::Exception& e) {
    throw InputError(InputProblem::syntax, {file, e.mark.line + 1, e.mark.column + 1}, "not YAML: " + e.msg);
  }
  return documents;
}

std::vector<Value> load(const std::filesystem::path& path, const Limits& limits) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw InputError(InputProblem::unreadable, {path.string(), 0, 0}, "is a folder; expected a file");
  }
  const auto size = std::filesystem::file_size(path, error);
  if (!error && size > limits.bytes) {
    throw InputError(InputProblem::too_large, {path.string(), 0, 0},
                     fmt::format("{} exceeds the limit of {} for a YAML file of this kind; split it",
                                 size_text(size), size_text(limits.bytes)));
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf() || in.peek() == std::ifstream::traits_type::eof())) {
    throw InputError(InputProblem::unreadable, {path.string(), 0, 0},
                     "cannot be read; check that it exists and that you may read it");
  }
  return parse(text.str(), path.string(), limits);
}

Value load_one(const std::filesystem::path& path, const Limits& limits) {
  const auto documents = load(path, limits);
  if (documents.empty()) throw InputError(InputProblem::empty, {path.string(), 0, 0}, "the file is empty");
  if (documents.size() > 1)
    documents[1].fail(InputProblem::bad_value, "a second document; this file may have only one");
  return documents.front();
}

}  // namespace uketsuke::yaml
