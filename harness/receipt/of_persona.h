#pragma once

#include "oqs/message.h"
#include "scenarios/model/persona.h"

namespace uketsuke::oqs {

/// What the insurer's data say about a persona's membership on a day. No consents; nothing that a persona
/// does not have (shares, certificates of elderly people, income classes) is made up.
ResultOfQualificationConfirmation membership(const scenario::Persona& persona,
                                             const scenario::Insurance& insurance, Date day);

/// What the insurer's data say about a 特定疾病療養受療証. Issued on the day it begins.
SpecificDiseasesCertificateInfo specific_disease(const scenario::SpecificDiseaseCertificate& certificate);

/// Whether somebody counts as not yet at school: to 31 March after the sixth birthday, an age being reached
/// on the birthday's eve.
bool before_school(Date born, Date day);

/// Whether a membership is in force on a day.
bool in_force(const scenario::Insurance& insurance, Date day);

}  // namespace uketsuke::oqs
