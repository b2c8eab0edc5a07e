#include <fmt/format.h>

#include "oqs/validation/field_values.h"
#include "oqs/validation/validator.h"

namespace uketsuke::oqs {

namespace {

using namespace date::literals;

// Since this day, 限度額情報 is given without asking (ministry, 医療保険部会 of 2024-02-29 and 2024-09-30).
constexpr Date kReform = 2024_y / 10 / 7;

class ResultRules {
 public:
  ResultRules(const XmlFile& file, const XmlNode& header, const XmlNode& body, Findings& findings)
      : file_(file), header_(header), body_(body), findings_(findings) {}

  void check() {
    encoding();
    states();
    const XmlNode* list = find_child(body_, "ResultList");
    const std::size_t results = list == nullptr ? 0 : list->children.size();
    validity(results);
    if (list == nullptr) return;
    for (const XmlNode& result : list->children) {
      check_consents(file_, result, findings_);
      limit(result);
    }
  }

 private:
  const XmlFile& file_;
  const XmlNode& header_;
  const XmlNode& body_;
  Findings& findings_;

  void add(Severity severity, Rule rule, const XmlNode& node, std::string message) {
    findings_.push_back({severity, rule, file_.place_of(node), std::move(message)});
  }

  static std::string text(const XmlNode& node, std::string_view name) {
    const XmlNode* child = find_child(node, name);
    return child == nullptr ? "" : child->text;
  }

  void encoding() {
    const XmlNode* identifier = find_child(header_, "CharacterCodeIdentifier");
    if (identifier == nullptr || identifier->text.size() != 1) return;
    const std::string expected = file_.encoding == Encoding::utf8 ? "0" : "1";
    if (identifier->text == expected || (identifier->text != "0" && identifier->text != "1")) return;
    add(Severity::warning, Rule::wrong_encoding, *identifier,
        fmt::format(
            "<CharacterCodeIdentifier> is {}, and the file is {}; public programs disagree (0/1, or 1/2)",
            identifier->text, iana_name(file_.encoding)));
  }

  void states() {
    const std::string segment = text(header_, "SegmentOfResult");
    const std::string status = text(body_, "ProcessingResultStatus");
    if ((segment == "9" || segment == "3") && text(header_, "ErrorCode").empty()) {
      add(Severity::error, Rule::state, *find_child(header_, "SegmentOfResult"),
          "the request failed, and there is no <ErrorCode>");
    }
    if (segment == "1" && status.empty()) {
      add(Severity::error, Rule::missing_element, body_,
          "<MessageBody> has no <ProcessingResultStatus>, and the request is finished");
    }
    if (status == "2" && text(body_, "ProcessingResultCode").empty()) {
      add(Severity::error, Rule::state, *find_child(body_, "ProcessingResultStatus"),
          "the inquiry is an error, and there is no <ProcessingResultCode>");
    }
  }

  void validity(std::size_t results) {
    const XmlNode* validity = find_child(body_, "QualificationValidity");
    if (validity == nullptr) return;
    if ((validity->text == "1" || validity->text == "6") && results == 0) {
      add(Severity::error, Rule::state, *validity,
          "the qualification is valid, and there is no <ResultOfQualificationConfirmation>");
    }
    if (validity->text == "4" && results != 0) {
      add(Severity::error, Rule::state, *validity, "no such qualification, and there is a result of one");
    }
  }

  void limit(const XmlNode& result) {
    const auto day = compact_date(text(header_, "QualificationConfirmationDate"));
    const XmlNode* flag = find_child(result, "LimitApplicationCertificateRelatedConsFlg");
    const bool by_card = text(header_, "ReferenceClassification") == "1";
    const bool valid = text(body_, "QualificationValidity") == "1";
    if (!day || *day < kReform || !by_card || !valid || flag == nullptr || flag->text != "0") return;
    add(Severity::warning, Rule::limit_after_2024, *flag,
        fmt::format("<{}> is 0 on {}; from 2024-10-07 limit information is given without asking", flag->name,
                    format_date(*day)));
  }
};

}  // namespace

void check_result(const XmlFile& file, Findings& findings) {
  const XmlNode* header = find_child(file.root, "MessageHeader");
  const XmlNode* body = find_child(file.root, "MessageBody");
  if (header != nullptr && body != nullptr) ResultRules(file, *header, *body, findings).check();
}

}  // namespace uketsuke::oqs
