#include "oqs/xml/xml_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "oqs/xml/xml_declaration.h"

namespace uketsuke::oqs {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || (c & 0x80) != 0;
}

bool continues_name(char c) { return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }

/// The UTF-8 of a code point, or empty if XML forbids it.
std::string utf8_of(unsigned long code) {
  const bool allowed = code == 9 || code == 10 || code == 13 || (code >= 0x20 && code < 0xD800) ||
                       (code >= 0xE000 && code < 0xFFFE) || (code >= 0x10000 && code <= 0x10FFFF);
  if (!allowed) return "";
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {static_cast<char>(0xC0 | code >> 6), tail(0)};
  if (code < 0x10000) return {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
}

class Parser {
 public:
  Parser(std::string_view text, std::size_t begin, const std::string& name)
      : text_(text), at_(begin), name_(name), counter_(text) {}

  XmlNode document() {
    check_characters();
    skip_between();
    if (!starts_with("<")) fail("no element; an OQS file is <XmlMsg>…</XmlMsg>");
    open_element();
    while (!open_.empty()) content();
    skip_between();
    if (at_ < text_.size()) fail("something follows the end of the document; remove it");
    return std::move(root_);
  }

 private:
  std::string_view text_;
  std::size_t at_;
  const std::string& name_;
  LineCounter counter_;
  std::vector<XmlNode> open_;  ///< from the root inwards
  XmlNode root_;

  bool starts_with(std::string_view word) const { return text_.substr(at_, word.size()) == word; }

  [[noreturn]] void fail_at(std::size_t offset, const std::string& message,
                            XmlProblem problem = XmlProblem::not_well_formed) const {
    LineCounter counter(text_);
    counter.move_to(offset);
    throw XmlError(problem, {name_, counter.line(), counter.column()}, message);
  }

  [[noreturn]] void fail(const std::string& message) const {
    if (at_ < text_.size()) fail_at(at_, message);
    fail_at(text_.size(), open_.empty()
                              ? "the file ends here: " + message
                              : fmt::format("the file ends here, and <{}> of line {} is still open; "
                                            "it was cut off",
                                            open_.back().name, open_.back().line));
  }

  void check_characters() const {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      const bool control = byte < 0x20 && !is_blank(text_[i]);
      const bool no_character = text_.substr(i, 2) == "\xEF\xBF" && text_.size() > i + 2 &&
                                static_cast<unsigned char>(text_[i + 2]) >= 0xBE;
      if (control || no_character) fail_at(i, "a character that XML forbids; remove it");
    }
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  /// Returns the text up to `end` and moves past it.
  std::string_view up_to(std::string_view end, const char* what) {
    const std::size_t found = text_.find(end, at_);
    if (found == std::string_view::npos) fail(fmt::format("{} without an end ({})", what, end));
    const std::string_view inside = text_.substr(at_, found - at_);
    at_ = found + end.size();
    return inside;
  }

  void comment() {
    at_ += 4;
    const std::size_t begin = at_;
    const std::string_view inside = up_to("-->", "a comment");
    if (inside.find("--") != std::string_view::npos || (!inside.empty() && inside.back() == '-'))
      fail_at(begin, "\"--\" inside a comment");
  }

  void instruction() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::string_view inside = up_to("?>", "a processing instruction");
    std::string target(inside.substr(0, inside.find_first_of(" \t\r\n")));
    std::transform(target.begin(), target.end(), target.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (target.empty() || !starts_name(target[0])) fail_at(begin, "a processing instruction without a name");
    if (target == "xml") fail_at(begin, "an XML declaration stands only at the very beginning of a file");
  }

  /// Skips comments, instructions and blanks outside the root.
  void skip_between() {
    while (true) {
      skip_blanks();
      if (starts_with("<!--")) {
        comment();
      } else if (starts_with("<?")) {
        instruction();
      } else if (starts_with("<!")) {
        refuse_markup();
      } else {
        return;
      }
    }
  }

  [[noreturn]] void refuse_markup() const {
    if (starts_with("<!DOCTYPE")) {
      fail_at(at_,
              "a document type (DOCTYPE); an OQS file has none, and what it declares is not read: remove it",
              XmlProblem::doctype);
    }
    if (starts_with("<!ENTITY")) fail_at(at_, "an entity declaration; remove it", XmlProblem::entity);
    fail("\"<!\" begins neither a comment nor a CDATA section");
  }

  std::string name_here(const char* what) {
    const std::size_t begin = at_;
    if (at_ >= text_.size() || !starts_name(text_[at_])) fail(fmt::format("expected {}", what));
    while (at_ < text_.size() && continues_name(text_[at_])) ++at_;
    if (at_ - begin > kLongestName) {
      fail_at(begin, fmt::format("a name of more than {} bytes; no OQS element has such a one", kLongestName),
              XmlProblem::too_large);
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  void open_element() {
    if (open_.size() >= kMostDepth) {
      fail_at(at_, fmt::format("more than {} elements inside each other; no OQS file is so deep", kMostDepth),
              XmlProblem::too_deep);
    }
    XmlNode node;
    counter_.move_to(at_);
    node.line = counter_.line();
    node.column = counter_.column();
    ++at_;
    node.name = name_here("the name of an element behind \"<\" (write &lt; for the character)");
    while (true) {
      const std::size_t before = at_;
      skip_blanks();
      if (starts_with("/>")) {
        at_ += 2;
        close(std::move(node));
        return;
      }
      if (starts_with(">")) {
        ++at_;
        open_.push_back(std::move(node));
        return;
      }
      if (before == at_) fail(fmt::format("expected \">\" at the end of <{}", node.name));
      attribute(node);
    }
  }

  void attribute(XmlNode& node) {
    const std::size_t begin = at_;
    std::string name = name_here(fmt::format("an attribute or \">\" in <{}>", node.name).c_str());
    skip_blanks();
    if (!starts_with("=")) fail(fmt::format("expected = after the attribute \"{}\"", name));
    ++at_;
    skip_blanks();
    const char quote = at_ < text_.size() ? text_[at_] : '\0';
    if (quote != '"' && quote != '\'') fail(fmt::format("the value of \"{}\" is not in quotes", name));
    ++at_;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] == '<') fail("\"<\" in an attribute; write &lt;");
      if (text_[at_] == '&') {
        reference();
      } else {
        ++at_;
      }
    }
    if (at_ >= text_.size()) fail(fmt::format("the value of \"{}\" has no closing quote", name));
    ++at_;
    if (std::find(node.attributes.begin(), node.attributes.end(), name) != node.attributes.end())
      fail_at(begin, fmt::format("attribute \"{}\" stands twice", name));
    node.attributes.push_back(std::move(name));
  }

  void close(XmlNode node) {
    (open_.empty() ? root_ : open_.back().children.emplace_back()) = std::move(node);
  }

  void end_tag() {
    const std::size_t begin = at_;
    at_ += 2;
    const std::string name = name_here("the name of an element behind \"</\"");
    if (at_ >= text_.size()) fail("");
    if (name != open_.back().name) {
      fail_at(begin, fmt::format("</{}> where </{}> of line {} is expected", name, open_.back().name,
                                 open_.back().line));
    }
    skip_blanks();
    if (!starts_with(">")) fail(fmt::format("expected \">\" at the end of </{}", name));
    ++at_;
    XmlNode node = std::move(open_.back());
    open_.pop_back();
    close(std::move(node));
  }

  void content() {
    if (at_ >= text_.size()) fail("");
    if (starts_with("</")) {
      end_tag();
    } else if (starts_with("<!--")) {
      comment();
    } else if (starts_with("<![CDATA[")) {
      at_ += 9;
      append(up_to("]]>", "a CDATA section"));
    } else if (starts_with("<?")) {
      instruction();
    } else if (starts_with("<!")) {
      refuse_markup();
    } else if (starts_with("<")) {
      open_element();
    } else if (starts_with("&")) {
      open_.back().text += reference();
    } else {
      characters();
    }
  }

  void characters() {
    const std::size_t end = std::min(text_.find_first_of("<&", at_), text_.size());
    const std::string_view run = text_.substr(at_, end - at_);
    const std::size_t bad = run.find("]]>");
    if (bad != std::string_view::npos) fail_at(at_ + bad, "\"]]>\" outside a CDATA section; write ]]&gt;");
    append(run);
    at_ = end;
  }

  /// Normalises line ends to one line feed, XML 1.0 §2.11.
  void append(std::string_view run) {
    std::string& text = open_.back().text;
    for (std::size_t i = 0; i < run.size(); ++i) {
      if (run[i] != '\r') {
        text += run[i];
      } else if (i + 1 >= run.size() || run[i + 1] != '\n') {
        text += '\n';
      }
    }
  }

  std::string reference() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kNamed = {
        {{"lt", "<"}, {"gt", ">"}, {"amp", "&"}, {"quot", "\""}, {"apos", "'"}}};
    constexpr std::size_t kLongest = 64;
    const std::size_t begin = at_;
    const std::size_t end = text_.substr(at_, kLongest).find(';');
    if (end == std::string_view::npos) fail("\"&\" that begins no reference; write &amp;");
    const std::string_view inside = text_.substr(at_ + 1, end - 1);
    at_ += end + 1;
    if (!inside.empty() && inside[0] == '#') return character_reference(inside, begin);
    for (const auto& [name, text] : kNamed) {
      if (name == inside) return std::string(text);
    }
    const bool is_name = !inside.empty() && starts_name(inside[0]) &&
                         std::all_of(inside.begin(), inside.end(), continues_name);
    if (!is_name) fail_at(begin, "\"&\" that begins no reference; write &amp;");
    fail_at(begin,
            fmt::format("entity &{};: only &lt; &gt; &amp; &quot; &apos; exist here; write the characters",
                        inside),
            XmlProblem::entity);
  }

  std::string character_reference(std::string_view inside, std::size_t begin) const {
    const bool hexadecimal = inside.substr(0, 2) == "#x";
    const std::string digits(inside.substr(hexadecimal ? 2 : 1));
    const std::string_view known = hexadecimal ? "0123456789abcdefABCDEF" : "0123456789";
    const bool number =
        !digits.empty() && digits.size() <= 8 && digits.find_first_not_of(known) == std::string::npos;
    const std::string character = number ? utf8_of(std::stoul(digits, nullptr, hexadecimal ? 16 : 10)) : "";
    if (character.empty()) fail_at(begin, fmt::format("&{}; is no character that XML allows", inside));
    return character;
  }
};

}  // namespace

XmlFile parse_xml(std::string_view bytes, const std::string& name) {
  if (bytes.size() > kMostBytes) {
    throw XmlError(XmlProblem::too_large, {name, 0, 0},
                   fmt::format("more than {} bytes; a single result has a few thousand", kMostBytes));
  }
  const XmlText text = decode_xml(bytes, name);
  return {name, text.encoding, Parser(text.text, text.begin, name).document()};
}

}  // namespace uketsuke::oqs
