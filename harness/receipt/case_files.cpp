#include "harness/receipt/case_files.h"

#include "harness/output_folder.h"
#include "harness/receipt/exchange.h"
#include "harness/receipt/of_record.h"
#include "oqs/writer.h"

namespace uketsuke::harness {

void write_oqs_files(const scenario::Case& test_case, const record::Record& record, const OqsOutput& output) {
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

}  // namespace uketsuke::harness
