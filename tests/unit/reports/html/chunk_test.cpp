#include "reports/html/chunk.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace chunk_test {

using namespace testing;
using ::testing::HasSubstr;
using Json = nlohmann::json;

class ChunkOfCases : public InFolder {
 protected:
  void SetUp() override {
    InFolder::SetUp();
    album = Album(folder);
  }

  Album album{""};

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
  chunk.add(with_record("a"), folder, album);
  chunk.add(with_record("b"), folder, album);
  const Json json = Json::parse(chunk.take());
  EXPECT_EQ(json["palette"], Json::parse(R"([{"fields":{},"kind":"reader_idle","source":"reader"}])"));
}

TEST_F(ChunkOfCases, EventsAreTimesSinceTheOneBeforeAndPlacesInThePalette) {
  Chunk chunk;
  chunk.add(with_record("a"), folder, album);
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
  chunk.add(result, folder, album);
  const Json json = Json::parse(chunk.take());
  EXPECT_EQ(json["palette"][0]["fields"]["patient"], trap);
  EXPECT_EQ(json["cases"][0]["events"]["events"], Json::parse("[[70,0]]"));
}

TEST_F(ChunkOfCases, CaseWithoutARecordHasNoEvents) {
  Chunk chunk;
  chunk.add(passed("a"), folder, album);
  EXPECT_TRUE(Json::parse(chunk.take())["cases"][0]["events"].is_null());
}

TEST_F(ChunkOfCases, MissingRecordIsTold) {
  CaseResult result = passed("a");
  result.record_path = "none.jsonl";
  Chunk chunk;
  chunk.add(result, folder, album);
  EXPECT_THAT(Json::parse(chunk.take())["cases"][0]["record_error"],
              HasSubstr("none.jsonl: the record cannot be read"));
}

TEST_F(ChunkOfCases, RecordThatIsCutOffIsToldWithItsLineAndBreaksNothing) {
  CaseResult cut = with_record("cut");
  const std::string text = text_of("cut.jsonl");
  write("cut.jsonl", text.substr(0, text.size() - 40));
  Chunk chunk;
  chunk.add(cut, folder, album);
  chunk.add(with_record("whole"), folder, album);
  const Json json = Json::parse(chunk.take());
  EXPECT_THAT(json["cases"][0]["record_error"], HasSubstr("cut.jsonl:3:1"));
  EXPECT_EQ(json["cases"][1]["events"]["events"].size(), 2U);
}

/// A record that names these pictures.
std::string keeping(const std::vector<std::string>& files) {
  record::Record record({"a", "device", {}, 1});
  for (const std::string& file : files)
    record.add(std::chrono::seconds(1), record::Source::harness, record::PictureKept{7, file});
  return to_json_lines(record);
}

TEST_F(ChunkOfCases, PicturesOfARecordAreTheCasesAndStandInTheAlbum) {
  CaseResult result = passed("a");
  result.record_path = "a.jsonl";
  write("a.jsonl", keeping({"one.jpg", "none.jpg", "\"}<b>.jpg", "one.jpg"}));
  write("one.jpg", "\xFF\xD8\xFF 1");
  write("\"}<b>.jpg", "\xFF\xD8\xFF 2");
  Chunk chunk;
  chunk.add(result, folder, album);
  EXPECT_EQ(Json::parse(chunk.take())["cases"][0]["pictures"],
            (Json{{"one.jpg", 0}, {"none.jpg", "missing"}, {"\"}<b>.jpg", 1}}));
  EXPECT_EQ(album.embedded(), 2U);
}

TEST_F(ChunkOfCases, CaseWithoutPicturesSaysNothingOfThem) {
  Chunk chunk;
  chunk.add(with_record("a"), folder, album);
  EXPECT_FALSE(Json::parse(chunk.take())["cases"][0].contains("pictures"));
}

TEST_F(ChunkOfCases, TextOfAnotherEventIsNotTakenForAPicture) {
  CaseResult result = passed("a");
  result.record_path = "a.jsonl";
  record::Record record({"a", "device", {}, 1});
  record.add({}, record::Source::reader,
             record::GuidanceShown{record::Guidance::hold_still, R"("kind":"picture_kept")"});
  write("a.jsonl", to_json_lines(record));
  Chunk chunk;
  chunk.add(result, folder, album);
  EXPECT_FALSE(Json::parse(chunk.take())["cases"][0].contains("pictures"));
}

TEST_F(ChunkOfCases, PictureWithoutAFileIsARecordThatCannotBeRead) {
  CaseResult result = passed("a");
  result.record_path = "a.jsonl";
  std::string lines = keeping({"one.jpg"});
  lines.replace(lines.find("\"file\""), 6, "\"folder\"");
  write("a.jsonl", lines);
  Chunk chunk;
  chunk.add(result, folder, album);
  EXPECT_THAT(Json::parse(chunk.take())["cases"][0]["record_error"], HasSubstr("a.jsonl:2:1"));
}

TEST_F(ChunkOfCases, CaseThatPassedIsOneForTheAlbum) {
  album = Album(folder, {12, 1000, 5});
  CaseResult result = passed("a");
  result.record_path = "a.jsonl";
  write("a.jsonl", keeping({"one.jpg"}));
  write("one.jpg", "\xFF\xD8\xFF 1234");
  Chunk chunk;
  chunk.add(result, folder, album);
  result.result = record::Result::fail;
  chunk.add(result, folder, album);
  const Json json = Json::parse(chunk.take());
  EXPECT_EQ(json["cases"][0]["pictures"]["one.jpg"], "report_full");
  EXPECT_EQ(json["cases"][1]["pictures"]["one.jpg"], 0);
}

TEST_F(ChunkOfCases, TakeEmptiesIt) {
  Chunk chunk;
  chunk.add(with_record("a"), folder, album);
  chunk.take();
  EXPECT_EQ(chunk.size(), 0U);
  EXPECT_EQ(chunk.take(), "{\"palette\":[],\"cases\":[]}");
}

}  // namespace chunk_test
}  // namespace uketsuke::reports
