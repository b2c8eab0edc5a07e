#include "record/json_lines.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "base/error.h"
#include "tests/unit/record/every_kind.h"

namespace uketsuke::record {
namespace json_lines_test {

using namespace std::chrono_literals;

constexpr const char* kHeader =
    R"({"case":"c","device":"d","record":"uketsuke","seed":7,"start":"2024-10-07T09:00:00","version":1})"
    "\n";

std::string message(const std::string& lines) {
  try {
    from_json_lines(lines, "r.jsonl");
  } catch (const InputError& error) {
    return error.what();
  }
  ADD_FAILURE() << "was read without an error";
  return {};
}

std::string with_event(const std::string& event) { return message(kHeader + event + "\n"); }

TEST(JsonLines, HeaderIsTheFirstLine) {
  const Record record({"c", "d", Date(date::year{2024} / 10 / 7) + 9h, 7});
  EXPECT_EQ(to_json_lines(record), kHeader);
}

TEST(JsonLines, EventIsOneLineWithSortedKeysAndTimeInNanoseconds) {
  const Event event{1500ms, 3, Source::reader, ButtonTouched{Screen::consent_all, Button::agree_all}};
  EXPECT_EQ(event_line(event),
            R"({"fields":{"button":"agree_all","screen":"consent_all"},"kind":"button_touched",)"
            R"("sequence":3,"source":"reader","time":1500000000})"
            "\n");
}

TEST(JsonLines, FieldThatIsAbsentIsNotWritten) {
  const Event event{0s, 0, Source::service,
                    ConsentRecorded{"sato-hanako", Category::operation_info, false, {}, {}}};
  EXPECT_EQ(event_line(event),
            R"({"fields":{"category":"OperationInfo","given":false,"patient":"sato-hanako"},)"
            R"("kind":"consent_recorded","sequence":0,"source":"service","time":0})"
            "\n");
}

TEST(JsonLines, JapaneseIsWrittenAsItIsAndLineFeedsAreEscaped) {
  const Event event{0s, 0, Source::clerk, DeskDecided{DeskDecision::accept, {"有効\n期限内", "in date"}}};
  EXPECT_NE(event_line(event).find(R"("ja":"有効\n期限内")"), std::string::npos);
}

TEST(JsonLines, EveryKindOfEventComesBackAsItWas) {
  const Record record = every_kind();
  ASSERT_GT(record.events().size(), std::variant_size_v<Payload>);
  const Record again = from_json_lines(to_json_lines(record), "r.jsonl");
  ASSERT_EQ(again.events().size(), record.events().size());
  for (std::size_t i = 0; i < record.events().size(); ++i) {
    EXPECT_EQ(event_line(again.events()[i]), event_line(record.events()[i]));
    EXPECT_EQ(again.events()[i].payload.index(), record.events()[i].payload.index());
  }
}

TEST(JsonLines, HeaderComesBackAsItWas) {
  const Record again = from_json_lines(to_json_lines(every_kind()), "r.jsonl");
  EXPECT_EQ(again.header().case_id, "sample/date=2024-10-07");
  EXPECT_EQ(again.header().device, "none");
  EXPECT_EQ(again.header().seed, 7u);
  EXPECT_EQ(format_compact(again.header().start), "20241007090000");
}

TEST(JsonLines, FormIsCanonical) {
  const std::string lines = to_json_lines(every_kind());
  EXPECT_EQ(to_json_lines(from_json_lines(lines, "r.jsonl")), lines);
}

TEST(JsonLines, OrderOfKeysInTheInputDoesNotMatter) {
  const std::string shuffled =
      R"({"time":1,"sequence":0,"source":"reader","kind":"lamp","fields":{"color":"red"}})"
      "\n";
  const Record record = from_json_lines(kHeader + shuffled, "r.jsonl");
  EXPECT_EQ(event_line(record.events()[0]),
            R"({"fields":{"color":"red"},"kind":"lamp","sequence":0,"source":"reader","time":1})"
            "\n");
}

TEST(JsonLines, NoTwoKindsHaveOneName) {
  std::set<std::string_view> names;
  const Record record = every_kind();
  for (std::size_t i = 0; i < std::variant_size_v<Payload>; ++i) names.insert(kind_of(record.events()[i]));
  EXPECT_EQ(names.size(), std::variant_size_v<Payload>);
}

TEST(JsonLines, GapInTheSequenceIsRefused) {
  EXPECT_EQ(with_event(R"({"fields":{},"kind":"card_removed","sequence":1,"source":"reader","time":0})"),
            "r.jsonl:2:1: sequence numbers have a gap");
}

TEST(JsonLines, UnknownFieldIsRefused) {
  EXPECT_EQ(with_event(
                R"({"fields":{"pin":"1234"},"kind":"card_removed","sequence":0,"source":"reader","time":0})"),
            "r.jsonl:2:1: \"card_removed\" has no field \"pin\"");
}

TEST(JsonLines, MissingFieldIsRefused) {
  EXPECT_EQ(with_event(R"({"fields":{},"kind":"lamp","sequence":0,"source":"reader","time":0})"),
            "r.jsonl:2:1: the field \"color\" is missing");
}

TEST(JsonLines, UnknownKindIsRefused) {
  EXPECT_EQ(with_event(R"({"fields":{},"kind":"card_eaten","sequence":0,"source":"reader","time":0})"),
            "r.jsonl:2:1: unknown kind \"card_eaten\"");
}

TEST(JsonLines, UnknownWordIsRefused) {
  EXPECT_EQ(
      with_event(R"({"fields":{"color":"pink"},"kind":"lamp","sequence":0,"source":"reader","time":0})"),
      "r.jsonl:2:1: unknown word \"pink\"");
}

TEST(JsonLines, FieldOfAnotherTypeIsRefused) {
  EXPECT_EQ(with_event(
                R"({"fields":{"on":"yes"},"kind":"card_left_alarm","sequence":0,"source":"reader","time":0})")
                .rfind("r.jsonl:2:1: ", 0),
            0u);
}

TEST(JsonLines, LineThatIsNotJsonIsRefusedWithItsNumber) {
  EXPECT_EQ(with_event("{").rfind("r.jsonl:2:1: ", 0), 0u);
}

TEST(JsonLines, AnotherVersionIsRefused) {
  EXPECT_EQ(
      message(
          R"({"case":"c","device":"d","record":"uketsuke","seed":7,"start":"2024-10-07T09:00:00","version":2})"),
      "r.jsonl:1:1: version 2 is not read by this program (it reads 1)");
}

TEST(JsonLines, FileOfAnotherProgramIsRefused) {
  EXPECT_EQ(message(R"({"version":1})"), "r.jsonl:1:1: not a record of this program");
}

TEST(JsonLines, AnEmptyTextIsNotARecord) { EXPECT_EQ(message(""), "r.jsonl: has no record"); }

}  // namespace json_lines_test
}  // namespace uketsuke::record
