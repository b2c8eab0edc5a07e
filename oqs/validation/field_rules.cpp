#include <fmt/format.h>

#include <algorithm>

#include "oqs/codes.h"
#include "oqs/validation/field_values.h"
#include "oqs/validation/validator.h"
#include "oqs/vocabulary.h"
#include "oqs/xml/encoding.h"
#include "oqs/xml/half_width_kana.h"

namespace uketsuke::oqs {

namespace {

/// A value as quoted in a one-line message.
std::string in_quotes(std::string_view value) {
  constexpr std::size_t kShown = 60;
  std::size_t end = 0;
  while (end < value.size() && end < kShown) end += length_of_character(value, end);
  std::string shown(value.substr(0, end));
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  return fmt::format("\"{}{}\"", shown, end < value.size() ? "…" : "");
}

struct Verdict {
  Severity severity = Severity::error;
  Rule rule{};
  std::string message;
};

/// Explains values that one public program uses but the code table lacks; empty for others.
std::string_view known_disagreement(std::string_view element, std::string_view value) {
  if (element == "CharacterCodeIdentifier" && value == "2") {
    return "one program counts 1 UTF-8, 2 Shift_JIS; captures and others 0 UTF-8, 1 Shift_JIS";
  }
  if (element == "SegmentOfResult" && value == "3") {
    return "one program has 3 for a request that failed; the code tables have 9";
  }
  if (element == "ReferenceClassification" && (value == "B" || value == "C")) {
    return "one program has B and C for home visits and on-line consultation, perhaps for itself only";
  }
  return {};
}

std::optional<Verdict> check_code(const Word& word, const std::string& value) {
  const CodeTable* table = code_table(word.codes);
  if (table == nullptr || table->find(value) != nullptr) return std::nullopt;
  const std::string_view known = known_disagreement(word.name, value);
  if (!known.empty()) return Verdict{Severity::warning, Rule::other_spelling, std::string(known)};
  return Verdict{Severity::error, Rule::unknown_code,
                 fmt::format("{} is no {} ({} {}: {})", in_quotes(value), word.en, table->number, table->ja,
                             table->listed())};
}

Verdict misspelt(std::string_view value, std::string_view what) {
  return {Severity::error, Rule::bad_spelling, fmt::format("{} is not {}", in_quotes(value), what)};
}

std::optional<Verdict> check_insurer_number(std::string_view value) {
  const std::string_view digits = trimmed(value);
  if (value.size() != 8 || digits.empty() || !all_digits(digits)) {
    return misspelt(value, "an insurer number: eight characters, digits with spaces on the left");
  }
  if (value.substr(0, 2) == "00") {
    return Verdict{Severity::warning, Rule::bad_spelling,
                   fmt::format("\"{}\" is filled up with zeros; captures have spaces there", value)};
  }
  return std::nullopt;
}

std::optional<Verdict> check_spelling(Spelling spelling, const std::string& value) {
  switch (spelling) {
    case Spelling::text:
      return std::nullopt;
    case Spelling::insurer_number:
      return check_insurer_number(value);
    case Spelling::branch_number:
      if (value.size() == 2 && all_digits(value)) return std::nullopt;
      return misspelt(value, "a branch number (枝番): two digits");
    case Spelling::institution:
      if (value.size() == 10 && all_digits(value)) return std::nullopt;
      return misspelt(value, "a code of a medical institution: ten digits");
    case Spelling::month:
      if (value.size() == 6 && compact_date(value + "01")) return std::nullopt;
      return misspelt(value, "a month (yyyyMM)");
    case Spelling::ratio:
      if (value.size() == 3 && all_digits(value) && value <= "100") return std::nullopt;
      return misspelt(value, "a share: three digits, 10 % being 010");
    case Spelling::kana: {
      const std::string_view wide = full_width_kana_in(value);
      if (wide.empty()) return std::nullopt;
      return Verdict{Severity::warning, Rule::bad_spelling,
                     fmt::format("\"{}\" is full width; captures have half-width kana: {}", wide,
                                 in_quotes(half_width_kana(value)))};
    }
    case Spelling::reference:
      if (value.size() <= 50) return std::nullopt;
      return misspelt(value, "a 照会番号: at most 50 characters");
  }
  return std::nullopt;
}

std::optional<Verdict> check_value(const Element& element, const std::string& value) {
  if (element.form == Form::date && !compact_date(value)) {
    return Verdict{Severity::error, Rule::bad_date,
                   fmt::format("{} is not a day (yyyyMMdd)", in_quotes(value))};
  }
  if (element.form == Form::time && !compact_time(value)) {
    return Verdict{Severity::error, Rule::bad_time,
                   fmt::format("{} is not a time (yyyyMMddHHmmss, 000000 to 235959)", in_quotes(value))};
  }
  const Word* word = oqs::word(element.name);
  if (word == nullptr) return std::nullopt;
  if (!word->codes.empty()) return check_code(*word, value);
  return check_spelling(word->spelling, value);
}

}  // namespace

void check_field(const XmlFile& file, const XmlNode& node, const Element& element, Findings& findings) {
  if (node.text.empty()) {
    const std::string message = element.required ? fmt::format("<{}> is empty, and must not be", node.name)
                                                 : fmt::format("<{}> is empty; leave it out", node.name);
    findings.push_back({element.required ? Severity::error : Severity::warning,
                        element.required ? Rule::missing_element : Rule::empty_element, file.place_of(node),
                        message});
    return;
  }
  if (const auto verdict = check_value(element, node.text)) {
    findings.push_back({verdict->severity, verdict->rule, file.place_of(node),
                        fmt::format("<{}>: {}", node.name, verdict->message)});
  }
}

}  // namespace uketsuke::oqs
