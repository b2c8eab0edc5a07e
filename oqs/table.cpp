#include "oqs/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "oqs/codes.h"
#include "oqs/layout.h"
#include "oqs/validation/field_values.h"
#include "oqs/vocabulary.h"
#include "oqs/xml/half_width_kana.h"

namespace uketsuke::oqs {

namespace {

struct Row {
  std::string label, value, gloss;
};

/// `2024-10-07 09:00:06` for a time, `1 有効` for a code, otherwise the text.
std::string readable(const XmlNode& node, const Word* word) {
  const std::string& text = node.text;
  const CodeTable* table = word == nullptr ? nullptr : code_table(word->codes);
  if (table != nullptr) {
    const Code* code = table->find(text);
    return code == nullptr ? text + " ?" : fmt::format("{} {}", text, code->ja);
  }
  if (const auto time = compact_time(text)) {
    std::string written = format_time(*time);
    written[10] = ' ';
    return written;
  }
  const bool day = node.name.find("Date") != std::string::npos || node.name == "Birthdate";
  if (const auto date = day ? compact_date(text) : std::nullopt) return format_date(*date);
  return text;
}

std::string gloss(const XmlNode& node, const Word* word) {
  if (word == nullptr) return fmt::format("unknown element <{}>", node.name);
  const CodeTable* table = code_table(word->codes);
  const Code* code = table == nullptr ? nullptr : table->find(node.text);
  return code == nullptr ? std::string(word->en) : fmt::format("{}: {}", word->en, code->en);
}

void add_rows(const XmlNode& node, std::size_t depth, std::vector<Row>& rows) {
  const Word* word = oqs::word(canonical(node.name));
  const std::string label = std::string(2 * depth, ' ') + std::string(word == nullptr ? node.name : word->ja);
  rows.push_back({label, node.children.empty() ? readable(node, word) : "", gloss(node, word)});
  for (const XmlNode& child : node.children) add_rows(child, depth + 1, rows);
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t used = columns(text);
  return text + std::string(used < width ? width - used : 0, ' ');
}

}  // namespace

std::string table_of(const XmlFile& file) {
  std::vector<Row> rows;
  for (const XmlNode& part : file.root.children) add_rows(part, 0, rows);
  std::size_t label = 0;
  std::size_t value = 0;
  for (const Row& row : rows) {
    label = std::max(label, columns(row.label));
    value = std::max(value, columns(row.value));
  }
  std::string table;
  for (const Row& row : rows) {
    table += fmt::format("{}  {}  {}\n", padded(row.label, label), padded(row.value, value), row.gloss);
  }
  return table;
}

}  // namespace uketsuke::oqs
