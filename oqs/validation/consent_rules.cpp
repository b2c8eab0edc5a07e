#include <fmt/format.h>

#include <array>

#include "oqs/validation/field_values.h"
#include "oqs/validation/validator.h"

namespace uketsuke::oqs {

namespace {

constexpr std::array<std::string_view, 10> kCategories = {"SpecificHealthCheckupsInfo",
                                                          "PharmacistsInfo",
                                                          "DiagnosisInfo",
                                                          "OperationInfo",
                                                          "DiagnosisName",
                                                          "InfectiousInfo",
                                                          "AllergyInfo",
                                                          "ContraindicationInfo",
                                                          "TestInfo",
                                                          "PrescriptionInfo"};

constexpr std::array<std::string_view, 2> kOpenEnded = {"LimitApplicationCertificateRelated",
                                                        "SpecificDiseasesCertificateRelated"};

class ConsentRules {
 public:
  ConsentRules(const XmlFile& file, const XmlNode& result, Findings& findings)
      : file_(file), result_(result), findings_(findings) {}

  /// Checks flag and times: a flag of 1 has both, any other flag has none. Source: samples of 2023 and 2024
  /// in public programs.
  void category(std::string_view name) {
    const XmlNode* flag = field(name, "ConsFlg");
    const XmlNode* given = field(name, "ConsTime");
    const XmlNode* until = field(name, "AvailableTime");
    belongs(flag, given, Severity::error, fmt::format("{}ConsTime", name));
    belongs(flag, until, Severity::error, fmt::format("{}AvailableTime", name));
    if (flag != nullptr && (flag->text == "2" || flag->text == "3")) {
      add(Severity::warning, Rule::consent_flag, *flag,
          fmt::format("<{}> is {}, which only home visits, on-line consultation and emergencies have",
                      flag->name, flag->text));
    }
    if (given != nullptr && until != nullptr) life(*given, *until);
  }

  /// Checks 限度額 or 特定疾病, which have one time. Source: a single sample.
  void open_ended(std::string_view name) {
    belongs(field(name, "ConsFlg"), field(name, "ConsTime"), Severity::warning,
            fmt::format("{}ConsTime", name));
  }

 private:
  const XmlFile& file_;
  const XmlNode& result_;
  Findings& findings_;

  const XmlNode* field(std::string_view category, std::string_view part) const {
    const XmlNode* node = find_child(result_, fmt::format("{}{}", category, part));
    return node == nullptr || node->text.empty() ? nullptr : node;
  }

  void add(Severity severity, Rule rule, const XmlNode& node, std::string message) {
    findings_.push_back({severity, rule, file_.place_of(node), std::move(message)});
  }

  void belongs(const XmlNode* flag, const XmlNode* time, Severity severity, const std::string& time_name) {
    if (flag != nullptr && flag->text == "1" && time == nullptr) {
      add(severity, Rule::consent_flag, *flag,
          fmt::format("<{}> is 1, and there is no <{}>", flag->name, time_name));
    }
    if (time == nullptr || (flag != nullptr && flag->text != "0")) return;
    add(severity, Rule::consent_flag, *time,
        fmt::format("<{}> without consent: {}", time->name,
                    flag == nullptr ? "there is no flag; a category that the site does not ask has no element"
                                    : "the flag is 0, which comes without times"));
  }

  void life(const XmlNode& given, const XmlNode& until) {
    const auto from = compact_time(given.text);
    const auto to = compact_time(until.text);
    if (!from || !to || *to - *from == std::chrono::hours(24)) return;
    const auto seconds = (*to - *from).count();
    add(Severity::error, Rule::consent_life, until,
        fmt::format("<{}> is {} s after <{}>; a consent is valid for exactly 86400 s, to {}", until.name,
                    seconds, given.name, format_compact(*from + std::chrono::hours(24))));
  }
};

}  // namespace

void check_consents(const XmlFile& file, const XmlNode& result, Findings& findings) {
  ConsentRules rules(file, result, findings);
  for (const std::string_view name : kCategories) rules.category(name);
  for (const std::string_view name : kOpenEnded) rules.open_ended(name);
}

}  // namespace uketsuke::oqs
