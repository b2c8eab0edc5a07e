#include "oqs/xml/xml_declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "oqs/xml/xml_node.h"

namespace uketsuke::oqs {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

[[noreturn]] void fail_at_start(XmlProblem problem, const std::string& name, const std::string& message) {
  throw XmlError(problem, {name, 1, 1}, message);
}

/// The encoding with this IANA name, which is case-insensitive.
Encoding named_encoding(std::string word, const std::string& name) {
  const std::string written = word;
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (const auto encoding = from_name<Encoding>(word)) return *encoding;
  fail_at_start(
      XmlProblem::unknown_encoding, name,
      fmt::format("encoding \"{}\" is declared; these files are in Shift_JIS or in UTF-8, so write one of "
                  "them",
                  written));
}

struct Declaration {
  std::size_t length = 0;  ///< in bytes; all are ASCII
  Encoding encoding = Encoding::utf8;
  bool names_encoding = false;
};

/// Parses XML 1.0, production XMLDecl. A file without a declaration is UTF-8.
Declaration read_declaration(std::string_view bytes, const std::string& name) {
  static const std::regex form(
      R"re(<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*("1\.[0-9]+"|'1\.[0-9]+'))re"
      R"re(([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*("([A-Za-z][A-Za-z0-9._-]*)"|'([A-Za-z][A-Za-z0-9._-]*)'))?)re"
      R"re(([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*("(yes|no)"|'(yes|no)'))?[ \t\r\n]*\?>)re");
  if (bytes.substr(0, 5) != "<?xml" || bytes.size() < 6 ||
      std::string_view(" \t\r\n").find(bytes[5]) == std::string_view::npos)
    return {};
  constexpr std::size_t kLongest = 256;
  const std::string start(bytes.substr(0, kLongest));
  std::smatch found;
  if (!std::regex_search(start, found, form, std::regex_constants::match_continuous)) {
    fail_at_start(XmlProblem::not_well_formed, name,
                  "not an XML declaration; it reads <?xml version=\"1.0\" encoding=\"Shift_JIS\" "
                  "standalone=\"no\"?>");
  }
  Declaration declaration;
  declaration.length = static_cast<std::size_t>(found.length(0));
  declaration.names_encoding = found[2].matched;
  if (declaration.names_encoding) {
    declaration.encoding = named_encoding(found[4].matched ? found.str(4) : found.str(5), name);
  }
  return declaration;
}

/// Whether bytes declared as Shift_JIS are in fact UTF-8. Two bytes of half-width kana can look like one
/// UTF-8 character; a three-byte kanji or kana cannot occur by chance if the rest is valid too.
bool is_japanese_utf8(std::string_view bytes) {
  if (decode(bytes, Encoding::utf8).bad) return false;
  return std::any_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE2 && byte <= 0xEF;
  });
}

std::string hex_at(std::string_view bytes, std::size_t offset) {
  std::string text;
  for (std::size_t i = offset; i < std::min(offset + 2, bytes.size()); ++i) {
    text += fmt::format("{}{:02X}", text.empty() ? "" : " ", static_cast<unsigned char>(bytes[i]));
  }
  return text;
}

[[noreturn]] void fail_bytes(std::string_view bytes, Encoding encoding, const BadBytes& bad, bool declared,
                             const std::string& name) {
  LineCounter counter(bad.before);
  counter.move_to(bad.before.size());
  const Place place{name, counter.line(), counter.column()};
  const std::string what =
      fmt::format("byte {} ({}) is not {}", bad.offset, hex_at(bytes, bad.offset), iana_name(encoding));
  if (encoding == Encoding::utf8 && !decode(bytes, Encoding::shift_jis).bad) {
    throw XmlError(XmlProblem::wrong_encoding, place,
                   fmt::format("{}, but all of the file is Shift_JIS; {} encoding=\"Shift_JIS\"", what,
                               declared ? "declare" : "without a declaration it counts as UTF-8: declare"));
  }
  const bool windows = encoding == Encoding::shift_jis && is_cp932(bytes);
  throw XmlError(XmlProblem::bad_bytes, place,
                 windows ? what + "; it is a character that Windows (CP932) added: write ● (81 9C) instead"
                         : what + "; the file is damaged, or in another encoding than it says");
}

}  // namespace

void LineCounter::move_to(std::size_t offset) {
  while (at_ < offset && at_ < text_.size()) {
    if (text_[at_] == '\n') {
      ++line_;
      column_ = 1;
      ++at_;
      continue;
    }
    ++column_;
    at_ += length_of_character(text_, at_);
  }
}

XmlText decode_xml(std::string_view bytes, const std::string& name) {
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
    fail_at_start(XmlProblem::unknown_encoding, name, "UTF-16; write the file in Shift_JIS or in UTF-8");
  }
  const bool marked = bytes.substr(0, kMark.size()) == kMark;
  if (marked) bytes.remove_prefix(kMark.size());
  const Declaration declaration = read_declaration(bytes, name);
  if (declaration.encoding == Encoding::shift_jis && (marked || is_japanese_utf8(bytes))) {
    fail_at_start(XmlProblem::wrong_encoding, name,
                  fmt::format("Shift_JIS is declared, but {}; declare encoding=\"UTF-8\"",
                              marked ? "the file begins with the mark of UTF-8" : "the bytes are UTF-8"));
  }
  Decoded decoded = decode(bytes, declaration.encoding);
  if (decoded.bad) {
    fail_bytes(bytes, declaration.encoding, *decoded.bad, declaration.names_encoding, name);
  }
  return {declaration.encoding, std::move(decoded.text), declaration.length};
}

}  // namespace uketsuke::oqs
