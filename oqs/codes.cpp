#include "oqs/codes.h"

#include <algorithm>
#include <filesystem>

#include "base/data_root.h"
#include "base/yaml/document.h"
#include "base/yaml/value.h"

namespace uketsuke::oqs {

namespace {

std::vector<CodeTable> load_tables(const std::filesystem::path& file) {
  std::vector<CodeTable> tables;
  for (const auto& [number, value] : yaml::load_one(file).map().entries()) {
    yaml::Map map = value.map();
    CodeTable table{number.text(), map.required("ja").text(), map.required("en").text(), {}};
    for (const yaml::Value& code : map.required("codes").items()) {
      const std::vector<std::string> words = code.texts();
      if (words.size() != 3) code.fail(InputProblem::bad_value, "a code is [value, Japanese, English]");
      table.codes.push_back({words[0], words[1], words[2]});
    }
    map.finish();
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace

const std::vector<CodeTable>& code_tables() {
  static const std::vector<CodeTable> tables = load_tables(data_root() / "oqs/codes.yaml");
  return tables;
}

const CodeTable* code_table(std::string_view number) {
  for (const CodeTable& table : code_tables()) {
    if (table.number == number) return &table;
  }
  return nullptr;
}

const Code* CodeTable::find(std::string_view value) const {
  const auto found =
      std::find_if(codes.begin(), codes.end(), [&](const Code& code) { return code.value == value; });
  return found == codes.end() ? nullptr : &*found;
}

std::string CodeTable::listed() const {
  std::string text;
  for (const Code& code : codes) {
    if (!text.empty()) text += ", ";
    text += std::string(code.value) + " " + std::string(code.ja);
  }
  return text;
}

}  // namespace uketsuke::oqs
