#include "reports/results/record_file.h"

#include "base/error.h"
#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace record_file_test {

class RecordFile : public testing::InFolder {};

TEST_F(RecordFile, IsReadFromTheFolderOfTheRecords) {
  record::Record record({"a", "device", {}, 1});
  record.add(record::Source::reader, record::ReaderIdle{});
  write("a.jsonl", to_json_lines(record));
  EXPECT_EQ(to_json_lines(read_record(folder, "a.jsonl")), to_json_lines(record));
}

TEST_F(RecordFile, PathMustNotLeadOut) {
  for (const char* path : {"../secret.jsonl", "a/../../secret.jsonl", "/etc/passwd", ""})
    EXPECT_THROW(read_record(folder, path), InputError) << path;
}

TEST_F(RecordFile, MissingRecordIsUnreadable) {
  try {
    read_record(folder, "none.jsonl");
    FAIL() << "was read";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::unreadable);
  }
}

}  // namespace record_file_test
}  // namespace uketsuke::reports
