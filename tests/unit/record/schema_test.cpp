#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "record/json_lines.h"

namespace uketsuke::record {
namespace schema_test {

TEST(RecordSchema, FileInTheTreeAgreesWithTheEvents) {
  std::ifstream in("record/schema/record.schema.json");  // tests run in the root of the tree
  std::ostringstream text;
  text << in.rdbuf();
  if (text.str() == json_schema()) return;
  const std::string made = testing::TempDir() + "record.schema.json";
  std::ofstream(made) << json_schema();
  FAIL() << "cp " << made << " record/schema/record.schema.json";
}

TEST(RecordSchema, HasTheHeaderAndEveryKindOfEvent) {
  const auto schema = nlohmann::json::parse(json_schema());
  EXPECT_EQ(schema["oneOf"].size(), 1 + std::variant_size_v<Payload>);
}

TEST(RecordSchema, FieldThatMayBeAbsentIsNotRequired) {
  const auto schema = nlohmann::json::parse(json_schema());
  for (const auto& line : schema["oneOf"]) {
    if (!line["properties"].contains("kind")) continue;  // the header
    if (line["properties"]["kind"]["const"] != "consent_recorded") continue;
    EXPECT_EQ(line["properties"]["fields"]["required"], (nlohmann::json{"patient", "category", "given"}));
    return;
  }
  FAIL() << "no consent_recorded in the schema";
}

}  // namespace schema_test
}  // namespace uketsuke::record
