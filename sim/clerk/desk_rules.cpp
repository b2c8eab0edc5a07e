#include "sim/clerk/desk_rules.h"

#include <algorithm>

#include "base/yaml/document.h"

namespace uketsuke::sim {

using record::Certificate;
using record::DeskDecision;

namespace {

const Text kInDate{"有効期限内です", "within its date"};
const Text kWithCard{"マイナンバーカードと合わせて確認しました", "checked together with the My Number Card"};
const Text kLookUp{"番号でオンライン照会します（経過措置）",
                   "looked up on line by its number (transitional)"};
const Text kTooLate{"使用できる期間が終わりました", "no longer usable"};
const Text kDeclaration{"被保険者資格申立書を書いてもらいます",
                        "the patient fills in a declaration of insurance"};

}  // namespace

DeskAnswer DeskRules::decide(const PaperAtDesk& paper, Date today) const {
  const DeskAnswer too_late = today <= last_look_up_day ? DeskAnswer{DeskDecision::look_up, kLookUp}
                                                        : DeskAnswer{DeskDecision::refuse, kTooLate};
  switch (paper.certificate) {
    case Certificate::legacy_certificate: {
      const Date last = std::min(paper.valid_until.value_or(last_legacy_day), last_legacy_day);
      return today <= last ? DeskAnswer{DeskDecision::accept, kInDate} : too_late;
    }
    case Certificate::eligibility_certificate:
      return paper.valid_until && today <= *paper.valid_until ? DeskAnswer{DeskDecision::accept, kInDate}
                                                              : too_late;
    case Certificate::eligibility_notice:
      return paper.card_shown ? DeskAnswer{DeskDecision::accept_with_card, kWithCard} : too_late;
    case Certificate::nothing:
      break;
  }
  return {DeskDecision::declaration, kDeclaration};
}

DeskRules load_desk_rules(const std::filesystem::path& file) {
  const yaml::Value value = yaml::load_one(file);
  yaml::Map map = value.map();
  DeskRules rules{map.required("last_legacy_day").date(), map.required("last_look_up_day").date()};
  map.finish();
  return rules;
}

}  // namespace uketsuke::sim
