#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "base/text.h"
#include "record/secret.h"
#include "record/words/consent_words.h"
#include "scenarios/model/head_profile.h"
#include "scenarios/model/phone.h"
#include "scenarios/model/specific_disease.h"

namespace uketsuke::scenario {

UKETSUKE_ENUM(Sex, male, female, other)

/// Kinds of My Number Card.
UKETSUKE_ENUM(CardType,
              standard,  ///< photo, PIN, both certificates
              pinless,  ///< 顔認証マイナンバーカード, from 2023-12-15: no PIN, no signing certificate; face
                        ///< or visual check only
              infant,  ///< issued under the age of one, from 2024-12-02: no photo; PIN only
)

/// What is printed on the card and stored in its chip.
struct CardProfile {
  CardType type = CardType::standard;
  Date issued{};
  Date expires{};              ///< of the card: 10th birthday after issue, 5th for minors
  Date certificate_expires{};  ///< of the authentication certificate: 5th birthday after issue
  record::Secret pin;          ///< 利用者証明用, four digits; empty on a pinless card
  record::Secret
      signing_password;  ///< 署名用, 6 to 16 of A-Z and 0-9; empty if there is no signing certificate
  record::Secret security_code;  ///< four digits printed on the face, part of 照合番号B
  record::Secret my_number;      ///< 個人番号, 12 digits; synthetic
};

UKETSUKE_ENUM(InsuranceKind,
              insurance,  ///< 医療保険
              medical_aid,  ///< 医療扶助 of 生活保護: no insurance, but answered on line from 2024-03-01
)

/// Why a membership ended: ReasonOfLoss 01, 02, 03 and 99 of the eligibility result.
UKETSUKE_ENUM(LossReason,
              death,            ///< 死亡
              medical_aid,      ///< 生活保護受給開始
              other_insurance,  ///< 医療保険等の資格取得: the old insurer knows that a newer one exists
              other,            ///< その他
)

/// One membership in an insurance, as in the registry.
struct Insurance {
  std::string insurer_number;  ///< 8 digits; shorter ones are left-padded with spaces
  std::string symbol;          ///< 記号
  std::string number;          ///< 番号
  std::string branch;          ///< 枝番, two digits
  std::string insurer_name;
  Date from{};
  std::optional<Date> until;  ///< last day of membership; none: still a member
  InsuranceKind kind = InsuranceKind::insurance;
  std::optional<Date> registered_on;  ///< first day on which the registry knows of it; none: known in time
  std::optional<LossReason> reason_of_loss;  ///< why it ended; none: not reported
};

/// Papers that a patient can bring.
struct Papers {
  std::optional<Date> legacy_certificate;       ///< 健康保険証: last day printed on it
  std::optional<Date> eligibility_certificate;  ///< 資格確認書: last day printed on it
  bool eligibility_notice = false;              ///< 資格情報のお知らせ
};

/// A fictitious patient.
struct Persona {
  std::string id;  ///< `sato-hanako`; records use it instead of the name
  Text name;
  std::string kana;
  Date born{};
  Sex sex{};
  HeadProfile head;  ///< what the camera sees
  std::string address;
  std::optional<CardProfile> card;    ///< none: never applied for a card
  std::optional<PhoneProfile> phone;  ///< none: no phone with a certificate
  bool registered = true;             ///< for use as insurance card (利用登録)
  std::vector<Insurance> insurance;
  std::set<record::Category> information;                     ///< what the service stores about them
  std::vector<SpecificDiseaseCertificate> specific_diseases;  ///< 特定疾病療養受療証
  Papers papers;
};

/// Personas by id. Never changed after loading.
using Personas = std::map<std::string, std::shared_ptr<const Persona>>;

}  // namespace uketsuke::scenario
