#include "scenarios/loader/persona/specific_disease.h"

#include <fmt/format.h>

namespace uketsuke::scenario {

namespace {

constexpr long kMostYen = 1'000'000;

SpecificDiseaseCertificate read_one(const yaml::Value& value) {
  yaml::Map map = value.map();
  SpecificDiseaseCertificate certificate;
  certificate.disease = map.required("disease").one_of<SpecificDisease>();
  certificate.from = map.required("from").date();
  if (const auto until = map.optional("until")) {
    certificate.until = until->date();
    if (*certificate.until < certificate.from) {
      until->fail(InputProblem::bad_value, fmt::format("{} is before its first day ({})", until->text(),
                                                       format_date(certificate.from)));
    }
  }
  if (const auto yen = map.optional("self_pay"))
    certificate.self_pay = static_cast<int>(yen->integer(0, kMostYen));
  map.finish();
  return certificate;
}

}  // namespace

std::vector<SpecificDiseaseCertificate> read_specific_diseases(const yaml::Value& value) {
  std::vector<SpecificDiseaseCertificate> read;
  for (const yaml::Value& item : value.items()) read.push_back(read_one(item));
  return read;
}

}  // namespace uketsuke::scenario
