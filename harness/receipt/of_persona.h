#pragma once

#include "oqs/message.h"
#include "scenarios/model/persona.h"

namespace uketsuke::oqs {

/// The insurer's data about a persona's membership on a day, without consents. Data that a persona does not
/// have (shares, certificates of elderly people, income classes) are not invented.
ResultOfQualificationConfirmation membership(const scenario::Persona& persona,
                                             const scenario::Insurance& insurance, Date day);

/// The insurer's data about a 特定疾病療養受療証. The issue date is its first day.
SpecificDiseasesCertificateInfo specific_disease(const scenario::SpecificDiseaseCertificate& certificate);

/// Whether a person counts as below school age: until 31 March after the sixth birthday. An age is reached on
/// the day before the birthday.
bool before_school(Date born, Date day);

/// Whether a membership is in force on a day.
bool in_force(const scenario::Insurance& insurance, Date day);

}  // namespace uketsuke::oqs
