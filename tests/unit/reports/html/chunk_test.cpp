#include "reports/html/chunk.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using Json = nlohmann::json;

class ChunkOfCases : public InFolder {
 protected:
  /// A case whose record has an idle reader at 1 s and at 3 s.
  CaseResult with_record(const std::string& id) const {
    CaseResult result = passed(id);
    result.record_path = id + ".jsonl";
    record::Record record({id, "device", {}, 1});
    for (const int time : {1, 3})
      record.add(std::chrono::seconds(time), record::Source::reader, record::ReaderIdle{});
    write(result.record_path, to_json_lines(record));
    return result;
  }
};

TEST_F(ChunkOfCases, EventThatRepeatsStandsInThePaletteOnce) {
  Chunk chunk;
  chunk.add(with_record("a"), folder);
  chunk.add(with_record("b"), folder);
  const Json json = Json::parse(chunk.take());
  EXPECT_EQ(json["palette"], Json::parse(R"([{"fields":{},"kind":"reader_idle","source":"reader"}])"));
}

TEST_F(ChunkOfCases, EventsAreTimesSinceTheOneBeforeAndPlacesInThePalette) {
  Chunk chunk;
  chunk.add(with_record("a"), folder);
  const Json json = Json::parse(chunk.take());
  EXPECT_EQ(json["cases"][0]["events"]["events"], Json::parse("[[1000000000,0],[2000000000,0]]"));
  EXPECT_EQ(json["cases"][0]["events"]["header"]["case"], "a");
}

TEST_F(ChunkOfCases, TextThatLooksLikeAKeyIsNotTakenForOne) {
  CaseResult result = passed("a");
  result.record_path = "a.jsonl";
  record::Record record({"a", "device", {}, 1});
  const std::string trap = R"(x,"time":5,"sequence":9,)";
  record.add(std::chrono::nanoseconds(70), record::Source::patient, record::PatientArrived{trap});
  write("a.jsonl", to_json_lines(record));
  Chunk chunk;
  chunk.add(result, folder);
  const Json json = Json::parse(chunk.take());
  EXPECT_EQ(json["palette"][0]["fields"]["patient"], trap);
  EXPECT_EQ(json["cases"][0]["events"]["events"], Json::parse("[[70,0]]"));
}

TEST_F(ChunkOfCases, CaseWithoutARecordHasNoEvents) {
  Chunk chunk;
  chunk.add(passed("a"), folder);
  EXPECT_TRUE(Json::parse(chunk.take())["cases"][0]["events"].is_null());
}

TEST_F(ChunkOfCases, MissingRecordIsTold) {
  CaseResult result = passed("a");
  result.record_path = "none.jsonl";
  Chunk chunk;
  chunk.add(result, folder);
  EXPECT_THAT(Json::parse(chunk.take())["cases"][0]["record_error"],
              HasSubstr("none.jsonl: the record cannot be read"));
}

TEST_F(ChunkOfCases, RecordThatIsCutOffIsToldWithItsLineAndBreaksNothing) {
  CaseResult cut = with_record("cut");
  const std::string text = text_of("cut.jsonl");
  write("cut.jsonl", text.substr(0, text.size() - 40));
  Chunk chunk;
  chunk.add(cut, folder);
  chunk.add(with_record("whole"), folder);
  const Json json = Json::parse(chunk.take());
  EXPECT_THAT(json["cases"][0]["record_error"], HasSubstr("cut.jsonl:3:1"));
  EXPECT_EQ(json["cases"][1]["events"]["events"].size(), 2U);
}

TEST_F(ChunkOfCases, TakeEmptiesIt) {
  Chunk chunk;
  chunk.add(with_record("a"), folder);
  chunk.take();
  EXPECT_EQ(chunk.size(), 0U);
  EXPECT_EQ(chunk.take(), "{\"palette\":[],\"cases\":[]}");
}

}  // namespace
}  // namespace uketsuke::reports
