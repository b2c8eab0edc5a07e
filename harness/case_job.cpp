#include "harness/case_job.h"

#include <chrono>
#include <memory>

#include "conformance/director/director.h"
#include "conformance/judge/judge.h"
#include "harness/devices/named_errors.h"
#include "harness/output_folder.h"
#include "record/json_lines.h"
#include "reports/results/results_file.h"

namespace uketsuke::harness {

namespace {

/// What the case needs and the device lacks; empty if it lacks nothing.
std::string missing(const scenario::Case& test_case, const std::set<scenario::Capability>& there) {
  for (const scenario::Capability need : test_case.needs) {
    if (there.count(need) == 0) return "the device has no " + std::string(to_name(need));
  }
  return "";
}

conformance::CaseVerdict perform_and_judge(const scenario::Case& test_case, const CaseContext& context,
                                           process::Outbox& outbox, Duration& simulated) {
  const dut::Attachments attachments{OutputFolder::file_stem(test_case.id), test_case.title,
                                     test_case.requirements, context.traces, context.pictures};
  const std::unique_ptr<dut::DeviceUnderTest> opened =
      naming("open", [&] { return context.devices.open(test_case, attachments); });
  NamedErrors device(*opened);
  conformance::perform(test_case, device, [&](const record::Record& record, const record::Event& event) {
    if (event.sequence == 0) outbox.write_record(record::header_line(record.header()));
    outbox.write_record(record::event_line(event));
  });
  simulated = device.now();
  if (context.oqs) write_oqs_files(test_case, device.record(), *context.oqs);
  return conformance::judge(test_case, device.record(), context.catalogue, context.rules,
                            device.capabilities());
}

}  // namespace

reports::CaseResult describe(const scenario::Case& test_case, const std::filesystem::path& data) {
  reports::CaseResult result;
  result.id = test_case.id;
  result.scenario = test_case.scenario;
  result.title = test_case.title;
  std::string root = data.native();
  if (root.empty() || root.back() != '/') root += '/';
  const std::string& file = test_case.place.file;
  result.suite_file = file.compare(0, root.size(), root) == 0 ? file.substr(root.size()) : file;
  result.line = test_case.place.line;
  result.requirements = test_case.requirements;
  result.tags = test_case.tags;
  result.parameters = test_case.parameters;
  return result;
}

void run_case(const scenario::Case& test_case, const CaseContext& context, process::Outbox& outbox) {
  const auto begin = std::chrono::steady_clock::now();
  context.devices.keep_note(outbox.note(), process::kNoteBytes);  // the parent reads it after a crash
  reports::CaseResult result = describe(test_case, context.data);
  conformance::CaseVerdict verdict;
  try {
    const std::string lacking = missing(
        test_case, naming("capabilities", [&] { return context.devices.capabilities(test_case.reader); }));
    verdict = lacking.empty() ? perform_and_judge(test_case, context, outbox, result.simulated)
                              : conformance::skipped(lacking);
  } catch (const std::exception& error) {
    verdict = conformance::harness_error(error.what());
  }
  result.result = verdict.result;
  result.findings = std::move(verdict.findings);
  result.exercised = std::move(verdict.exercised);
  result.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  outbox.write_result(reports::case_line(result));
}

}  // namespace uketsuke::harness
