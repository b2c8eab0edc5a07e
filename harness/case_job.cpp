#include "harness/case_job.h"

#include <chrono>

#include "conformance/director/director.h"
#include "conformance/judge/judge.h"
#include "harness/output_folder.h"
#include "harness/receipt/exchange.h"
#include "harness/receipt/of_record.h"
#include "oqs/writer.h"
#include "reader_model/face_match/plugin/current_call.h"
#include "record/json_lines.h"
#include "reports/results/results_file.h"
#include "sim/session/model_device.h"

namespace uketsuke::harness {

namespace {

/// What the case needs and the device lacks.
std::string missing(const scenario::Case& test_case, const sim::WarmState& warm) {
  const auto profile = warm.readers().profiles.find(test_case.reader);
  if (profile == warm.readers().profiles.end()) return "";
  for (const scenario::Capability need : test_case.needs) {
    const bool camera = need == scenario::Capability::camera || need == scenario::Capability::pixels;
    const bool there = camera                                       ? profile->second.camera
                       : need == scenario::Capability::visual_check ? profile->second.visual_check
                                                                    : true;
    if (!there) return "the device has no " + std::string(to_name(need));
  }
  return "";
}

/// The result file of the last completed reception; none where no reception was completed.
void write_oqs_file(const scenario::Case& test_case, const record::Record& record, const OqsOutput& output) {
  const std::string patient = oqs::patient_of_last_reception(record);
  if (patient.empty()) return;
  const bool own = patient == test_case.patient->id;
  scenario::Persona persona = own ? *test_case.patient : *test_case.others.at(patient);
  if (own && test_case.given.insurance) persona.insurance = *test_case.given.insurance;
  if (own && test_case.given.specific_diseases)
    persona.specific_diseases = *test_case.given.specific_diseases;
  const auto result = oqs::result_of(record, persona, *test_case.site);
  if (!result) return;
  oqs::deliver_face_result(output.folder / OutputFolder::file_stem(test_case.id), *result,
                           oqs::write(*result, output.encoding).bytes);
}

conformance::CaseVerdict perform_and_judge(const scenario::Case& test_case, const CaseContext& context,
                                           process::Outbox& outbox, Duration& simulated) {
  sim::ModelDevice device(context.warm, context.defect);
  if (context.trace) device.trace_to(*context.trace, OutputFolder::file_stem(test_case.id));
  if (!context.pictures.empty() && test_case.vision != scenario::Vision::declared)
    device.keep_pictures(context.pictures, OutputFolder::file_stem(test_case.id));
  conformance::perform(test_case, device, [&](const record::Record& record, const record::Event& event) {
    if (event.sequence == 0) outbox.write_record(record::header_line(record.header()));
    outbox.write_record(record::event_line(event));
  });
  simulated = device.now();
  if (context.oqs) write_oqs_file(test_case, device.record(), *context.oqs);
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
  reader::CurrentCall::keep_in(outbox.note(),
                               process::kNoteBytes);  // where the parent finds it after a crash
  reports::CaseResult result = describe(test_case, context.data);
  conformance::CaseVerdict verdict;
  try {
    const std::string lacking = missing(test_case, context.warm);
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
