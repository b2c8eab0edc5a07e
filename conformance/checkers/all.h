#pragma once

#include <memory>
#include <vector>

#include "conformance/checkers/checker.h"

namespace uketsuke::conformance {

// One function per theme; each adds the checkers of its file.

using CheckerList = std::vector<std::unique_ptr<Checker>>;

void add_identity_checkers(CheckerList& checkers);
void add_tries_checkers(CheckerList& checkers);
void add_service_checkers(CheckerList& checkers);
void add_consent_checkers(CheckerList& checkers);
void add_consent_screen_checkers(CheckerList& checkers);
void add_limit_checkers(CheckerList& checkers);
void add_specific_disease_checkers(CheckerList& checkers);
void add_release_checkers(CheckerList& checkers);
void add_reception_checkers(CheckerList& checkers);
void add_card_checkers(CheckerList& checkers);
void add_privacy_checkers(CheckerList& checkers);
void add_record_checkers(CheckerList& checkers);
void add_desk_checkers(CheckerList& checkers);
void add_phone_checkers(CheckerList& checkers);

template <class... Checkers>
void add(CheckerList& list) {
  (list.push_back(std::make_unique<Checkers>()), ...);
}

}  // namespace uketsuke::conformance
