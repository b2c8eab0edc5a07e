#include "harness/receipt/exchange.h"

#include <gmock/gmock.h>

#include "base/atomic_file.h"
#include "oqs/delivery.h"
#include "oqs/file_names.h"
#include "oqs/reader.h"
#include "tests/unit/oqs/samples.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::oqs {
namespace exchange_test {

namespace fs = std::filesystem;

const DateTime kNow = Date(2024_y / 10 / 7) + std::chrono::hours(9);

class AnswerRequests : public testing::Test {
 protected:
  TemporaryFolder temporary;
  fs::path folder = temporary.path();

  void SetUp() override { fs::create_directory(folder / "req"); }

  void put(const std::string& name, const std::string& bytes) { write_file(folder / "req" / name, bytes); }

  std::vector<Handled> run() {
    return answer_requests(folder, {std::make_shared<const scenario::Persona>(sample_persona())}, clinic(),
                           kNow);
  }

  /// Files below the folder, `.partial` and hidden ones too.
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder).string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  Result result(const std::string& name) const { return read_result(load_xml(folder / "res" / name)); }
};

TEST_F(AnswerRequests, WritesAResultAndMovesTheRequest) {
  put("OQSsiquc01req_a.xml", golden("request.shift_jis.xml"));
  const auto handled = run();
  ASSERT_EQ(handled.size(), 1u);
  EXPECT_EQ(handled[0].fate, Fate::answered);
  EXPECT_EQ(handled[0].note, "1 有効");
  EXPECT_THAT(files(), testing::ElementsAre("processed/OQSsiquc01req_a.xml", "res/OQSsiquc01res_a.xml"));
  EXPECT_EQ(read_bytes(folder / "processed/OQSsiquc01req_a.xml"), golden("request.shift_jis.xml"));
  EXPECT_EQ(load_xml(folder / "res/OQSsiquc01res_a.xml").encoding, Encoding::shift_jis);
  EXPECT_EQ(result("OQSsiquc01res_a.xml").body.qualification_validity, "1");
  EXPECT_TRUE(run().empty());
}

TEST_F(AnswerRequests, AnUnreadableRequestGoesToTrashWithAnErrorResult) {
  put("OQSsiquc01req_b.xml", golden("request.utf-8.xml").substr(0, 300));
  const auto handled = run();
  EXPECT_EQ(handled.at(0).fate, Fate::refused);
  EXPECT_THAT(files(), testing::ElementsAre("res/OQSsiquc01res_b.xml", "trash/OQSsiquc01req_b.xml"));
  const Result refused = result("OQSsiquc01res_b.xml");
  EXPECT_EQ(refused.header.segment_of_result, "9");
  EXPECT_EQ(refused.header.error_code, "UKETSUKE-E01");
  EXPECT_THAT(*refused.header.error_message, testing::HasSubstr("OQSsiquc01req_b.xml:"));
  EXPECT_THAT(*refused.header.error_message, testing::Not(testing::HasSubstr(folder.string())));
}

TEST_F(AnswerRequests, ARequestWithAnErrorInItIsRefused) {
  put("OQSsiquc01req_c.xml", with(golden("request.utf-8.xml"), "19850412", "19850431"));
  EXPECT_EQ(run().at(0).fate, Fate::refused);
}

TEST_F(AnswerRequests, AnInterruptedRunIsFinishedByTheNext) {
  put("OQSsiquc01req_d.xml", golden("request.utf-8.xml"));
  run();
  fs::rename(folder / "processed/OQSsiquc01req_d.xml", folder / "req/OQSsiquc01req_d.xml");
  const auto before = read_bytes(folder / "res/OQSsiquc01res_d.xml");
  EXPECT_EQ(run().at(0).fate, Fate::finished);
  EXPECT_EQ(read_bytes(folder / "res/OQSsiquc01res_d.xml"), before);
  EXPECT_THAT(files(), testing::ElementsAre("processed/OQSsiquc01req_d.xml", "res/OQSsiquc01res_d.xml"));
}

TEST_F(AnswerRequests, ASecondRequestOfOneNameWaitsAndOverwritesNothing) {
  put("OQSsiquc01req_e.xml", golden("request.utf-8.xml"));
  run();
  const auto before = read_bytes(folder / "res/OQSsiquc01res_e.xml");
  put("OQSsiquc01req_e.xml", with(golden("request.utf-8.xml"), "REQ-1", "REQ-2"));
  EXPECT_EQ(run().at(0).fate, Fate::kept);
  EXPECT_EQ(read_bytes(folder / "res/OQSsiquc01res_e.xml"), before);
  EXPECT_TRUE(fs::exists(folder / "req/OQSsiquc01req_e.xml"));
  fs::remove(folder / "res/OQSsiquc01res_e.xml");
  EXPECT_EQ(run().at(0).fate, Fate::answered);
  EXPECT_TRUE(fs::exists(folder / "processed/OQSsiquc01req_e_2.xml"));
}

TEST_F(AnswerRequests, AnotherQuestionWithAnEqualAnswerIsAnotherRequest) {
  put("OQSsiquc01req_g.xml", with(golden("request.utf-8.xml"), ">4567<", ">4568<"));
  EXPECT_EQ(run().at(0).note, "4 該当資格なし");
  put("OQSsiquc01req_g.xml", with(golden("request.utf-8.xml"), ">4567<", ">4569<"));
  EXPECT_EQ(run().at(0).fate, Fate::kept);
}

TEST_F(AnswerRequests, OtherFilesLinksAndFoldersAreNotMoved) {
  put("OQSmuquc01req_1.xml", "x");
  put("OQSsiquc01req_1.xml.partial", "x");
  put("OQSsiquc01req_.xml", "x");
  fs::create_directory(folder / "req/OQSsiquc01req_dir.xml");
  fs::create_symlink("/etc/passwd", folder / "req/OQSsiquc01req_link.xml");
  for (const Handled& one : run()) EXPECT_EQ(one.fate, Fate::foreign) << one.request;
  EXPECT_TRUE(fs::is_symlink(folder / "req/OQSsiquc01req_link.xml"));
  EXPECT_EQ(files().size(), 3u + 1u);  // the link's target is a file
}

TEST_F(AnswerRequests, AHugeRequestIsRefusedAndKeptWhole) {
  put("OQSsiquc01req_big.xml", std::string(10 << 20, 'x'));
  EXPECT_EQ(run().at(0).fate, Fate::refused);
  EXPECT_EQ(fs::file_size(folder / "trash/OQSsiquc01req_big.xml"), std::size_t{10} << 20);
}

TEST_F(AnswerRequests, WithoutARequestFolderThereIsAnError) {
  fs::remove(folder / "req");
  EXPECT_THROW(run(), InputError);
}

TEST_F(AnswerRequests, AFaceResultNeverTakesTheNameOfAnother) {
  put("OQSsiquc01req_f.xml", golden("request.utf-8.xml"));
  run();
  const Result face = result("OQSsiquc01res_f.xml");
  const fs::path first = deliver_face_result(folder, face, "1");
  const fs::path second = deliver_face_result(folder, face, "2");
  EXPECT_EQ(first.filename(), "OQSsiquc01res_face_131999999900000000000000000001_20241007090000.xml");
  EXPECT_EQ(second.filename(), "OQSsiquc01res_face_131999999900000000000000000002_20241007090000.xml");
  EXPECT_EQ(read_bytes(first), "1");
}

TEST(FileNames, ARequestsResultHasItsName) {
  EXPECT_EQ(result_name("OQSsiquc01req_1690.xml"), "OQSsiquc01res_1690.xml");
  EXPECT_FALSE(is_request_name("OQSsiquc01req_../x.xml"));
  EXPECT_FALSE(is_request_name("OQSsiquc01req_1.xml.partial"));
  EXPECT_TRUE(is_result_name("OQSsiquc01res_face_1_20241007090000.xml"));
}

TEST(Deliver, ATakenNameIsLeftAlone) {
  const TemporaryFolder folder;
  EXPECT_TRUE(deliver(folder.path(), "a.xml", "1"));
  EXPECT_FALSE(deliver(folder.path(), "a.xml", "2"));
  EXPECT_EQ(read_bytes(folder.path() / "a.xml"), "1");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(Deliver, AFolderThatIsNotThereIsAnError) {
  EXPECT_THROW(deliver("/nowhere/at/all", "a.xml", "1"), SystemError);
}

}  // namespace exchange_test
}  // namespace uketsuke::oqs
