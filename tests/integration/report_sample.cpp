// report_sample FOLDER [CASES]: writes the reports of an invented run, for the tests that check them.
//
// Four suites with every kind of result, Japanese, and text that tries to break out. With CASES, the first
// case is repeated to reach that number.

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#include "base/atomic_file.h"
#include "record/json_lines.h"
#include "reports/console/progress.h"
#include "reports/console/summary.h"
#include "reports/html/html.h"
#include "reports/junit/junit.h"
#include "reports/results/results_file.h"
#include "tests/integration/report_sample_picture.h"
#include "tests/integration/report_sample_records.h"

namespace {

using namespace uketsuke;
using reports::CaseResult;
namespace fs = std::filesystem;

std::vector<reports::RequirementInfo> catalogue() {
  using record::RequirementClass;
  return {
      {"FLOW-01",
       {"カード挿入後に読み取り画面を表示する", "A card put in brings the reading screen"},
       RequirementClass::required,
       "leaflet, step 1"},
      {"IDENT-03",
       {"暗証番号がロックされても顔認証は使える", "A locked PIN does not stop the face"},
       RequirementClass::required,
       "public Q&A"},
      {"CERT-06",
       {"失効した証明書では受付しない", "No reception with a certificate that is stopped"},
       RequirementClass::required,
       "error 006"},
      {"CONSENT-01",
       {"同意は本人確認の後に求める", "Consent is asked for after identity"},
       RequirementClass::required,
       "leaflet, steps 2 and 3"},
      {"LIMIT-02",
       {"2024年10月7日以降、限度額情報は同意なしで提供する",
        "From 2024-10-07 limit information is given without asking"},
       RequirementClass::required,
       "reform of 2024-10-07"},
      {"LIMIT-05",
       {"限度額の画面は2024年10月6日まで表示する", "The limit screen is shown until 2024-10-06"},
       RequirementClass::required,
       "reform of 2024-10-07"},
      {"CARD-09",
       {"カード置き忘れを知らせる", "A card left in the slot raises the alarm"},
       RequirementClass::recommended,
       "reader manuals"},
      {"UI-12",
       {"画面に英語を併記する", "Screens carry English beside the Japanese"},
       RequirementClass::informational,
       ""},
  };
}

CaseResult base(const std::string& scenario, const std::string& suite, int line, Text title) {
  CaseResult result;
  result.id = scenario;
  result.scenario = scenario;
  result.title = std::move(title);
  result.suite_file = suite;
  result.line = line;
  result.wall_seconds = 0.0009;
  return result;
}

record::Finding finding(const std::string& requirement, const std::string& message, std::uint64_t sequence,
                        int milliseconds) {
  return {requirement, record::RequirementClass::required, message, sequence,
          std::chrono::milliseconds(milliseconds)};
}

/// The run: writes each case as it is created.
class Run {
 public:
  explicit Run(fs::path folder)
      : folder_(std::move(folder)),
        writer_((fs::create_directories(folder_ / "records"), folder_ / "results.jsonl"), info()) {}

  static reports::RunInfo info() {
    return {"0.1.0",
            "camera-slot (model)",
            7,
            date::sys_days{date::year{2026} / 4 / 1} + std::chrono::hours(9),
            {"scenarios/suites"}};
  }

  void add(CaseResult result, const record::Record& record) {
    result.record_path = fmt::format("{:05}.jsonl", ++number_);
    result.simulated = record.events().back().time;
    write_file(folder_ / "records" / result.record_path, to_json_lines(record));
    add(result);
  }

  void add(const CaseResult& result) {
    writer_.add(result);
    summary_.add(result);
    reports::write_case_line(std::cout, result, style_);
  }

  void picture(const std::string& name, const std::string& bytes) {
    fs::create_directories(folder_ / "pictures");
    write_file(folder_ / "pictures" / name, bytes);
  }

  void finish() {
    const reports::RunEnd end{0.41, false};
    writer_.commit(end);
    reports::write_table(std::cout, summary_, style_);
    reports::write_summary_line(std::cout, summary_, end, style_);
    reports::write_junit(folder_ / "junit.xml", folder_ / "results.jsonl", folder_ / "records");
    reports::write_html(folder_ / "report.html", info(), catalogue(), folder_ / "results.jsonl",
                        folder_ / "records", folder_ / "pictures");
  }

 private:
  fs::path folder_;
  int number_ = 0;
  reports::ResultsWriter writer_;
  reports::RunSummary summary_{catalogue()};
  reports::Style style_;
};

void consent_suite(Run& run, int cases) {
  const std::string suite = "scenarios/suites/consent.yaml";
  for (const std::string day : {"2024-10-06", "2024-10-07"}) {
    CaseResult result = base("leaflet-by-face", suite, 12,
                             {"リーフレットの全手順（顔認証）", "the leaflet's whole path by face"});
    result.id += "/date=" + day;
    result.parameters = {{"date", day}};
    result.requirements = {"FLOW-01", "CONSENT-01"};
    result.exercised = {"FLOW-01", "CONSENT-01"};
    result.tags = {"leaflet", "face"};
    run.add(result, sample::leaflet_by_face(result.id, day));
  }
  for (int extra = 12; extra <= cases; ++extra) {
    CaseResult result = base("leaflet-by-face-again", suite, 30, {"繰り返し", "once more"});
    result.id += fmt::format("/round={}", extra);
    run.add(result, sample::leaflet_by_face(result.id, "2024-10-07"));
  }
  CaseResult result = base("card-pulled-before-limit-question", suite, 41,
                           {"限度額の画面の前にカードを抜く", "card pulled before the limit question"});
  result.id += "/date=2024-10-07";
  result.parameters = {{"date", "2024-10-07"}};
  result.requirements = {"LIMIT-02"};
  result.exercised = {"LIMIT-02", "CONSENT-01"};
  result.tags = {"limit"};
  result.result = record::Result::fail;
  const auto record = sample::limit_held_back(result.id);
  const auto& last = record.events().back();
  result.findings = {
      finding("LIMIT-02", "expected limit_information provided, was not_provided", last.sequence,
              static_cast<int>(last.time / std::chrono::milliseconds(1))),
      {"CARD-09", record::RequirementClass::recommended, "lamp went off before the card was out",
       std::nullopt, std::chrono::milliseconds(9000)}};
  run.add(result, record);
}

void identity_suite(Run& run) {
  const std::string suite = "scenarios/suites/pin.yaml";
  CaseResult locked = base("pin-locked-then-face", suite, 8,
                           {"暗証番号を三回間違え、顔認証で受付", "three wrong PINs, then by face"});
  locked.requirements = {"IDENT-03"};
  locked.exercised = {"IDENT-03", "CONSENT-01", "LIMIT-02"};
  locked.tags = {"pin", "face"};
  run.add(locked, sample::pin_locked_then_face(locked.id));

  CaseResult visual = base("visual-check", suite, 33, {"目視確認モード", "visual check by staff"});
  visual.result = record::Result::skipped;
  visual.findings = {
      {"", record::RequirementClass::required, "the device has no visual_check", std::nullopt, {}}};
  visual.tags = {"visual"};
  run.add(visual);

  CaseResult unseen = base("probe-is-wiped", suite, 52, {"撮影画像の消去", "the picture is wiped"});
  unseen.result = record::Result::inconclusive;
  unseen.requirements = {"FLOW-01"};
  unseen.findings = {finding("FLOW-01", "the device does not report what it wipes", 3, 1200)};
  run.add(unseen, sample::leaflet_by_face(unseen.id, "2024-10-07"));
}

void face_suite(Run& run) {
  const std::string suite = "scenarios/suites/face-pixels.yaml";
  CaseResult seen =
      base("face-seen", suite, 3, {"印刷した写真では受け付けない", "a printed photo is refused"});
  seen.tags = {"face"};
  run.picture(sample::picture::kShowFace, sample::grey_jpeg());
  run.picture(sample::picture::kHostile, sample::grey_jpeg());
  run.picture(sample::picture::kNoJpeg, "<script>document.title='owned'</script>");
  run.picture(sample::picture::kBroken, sample::grey_jpeg().substr(0, 20) + "</script><b>");
  run.add(seen, sample::face_seen(seen.id));

  CaseResult nobody = base("nobody-seen", suite, 20, {"カメラの前に誰もいない", "nobody before the camera"});
  nobody.tags = {"face"};
  constexpr int kTimes = 14;  // two more pictures than the report contains per case
  for (int number = 1; number <= kTimes; ++number)
    run.picture(sample::nobody_picture(number), sample::grey_jpeg());
  run.add(nobody, sample::nobody_seen(nobody.id, kTimes));
}

void lost_suite(Run& run) {
  const std::string suite = "scenarios/suites/lost-card.yaml";
  CaseResult lost = base("lost-card", suite, 5, {"紛失届後のカード", "a card reported lost"});
  lost.requirements = {"CERT-06", "CARD-09"};
  lost.exercised = {"CERT-06"};
  lost.tags = {"certificate"};
  run.add(lost, sample::suspended_card(lost.id));

  CaseResult crash = base("reader-crashes", suite, 24, {"途中で異常終了", "the model crashes"});
  crash.result = record::Result::error;
  crash.crash = "SIGSEGV\n     1.356 s  chip     apdu command=00B08000 name=READ BINARY\n";
  run.add(crash, sample::broken_off(crash.id));

  const std::string nasty =
      "</script><script>document.title='owned'</script>\x1b[31m\x01 ]]> <!-- &amp; \"\xff\xe2\x80\xae";
  CaseResult hostile = base("hostile", suite, 40, {"悪意のある文字列 " + nasty, "hostile text " + nasty});
  hostile.id += "/x=<img src=x onerror=alert(1)>&event=1#%zz";
  hostile.parameters = {{"<x>", nasty}};
  hostile.requirements = {"<u>R</u>"};
  hostile.tags = {nasty};
  hostile.result = record::Result::fail;
  hostile.findings = {finding("<u>R</u>", "found " + nasty + "\nsecond line", 7, 2500)};
  run.add(hostile, sample::hostile_screen("hostile"));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: report_sample FOLDER [CASES]\n";
    return 2;
  }
  Run run(argv[1]);
  consent_suite(run, argc > 2 ? std::stoi(argv[2]) : 0);
  identity_suite(run);
  face_suite(run);
  lost_suite(run);
  run.finish();
}
