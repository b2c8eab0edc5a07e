#pragma once

#include <filesystem>
#include <optional>

#include "base/calendar.h"
#include "base/text.h"
#include "record/words/desk_words.h"

namespace uketsuke::sim {

/// The papers that the clerk sees.
struct PaperAtDesk {
  record::Certificate certificate{};
  std::optional<Date> valid_until;  ///< printed on it
  bool card_shown = false;          ///< their My Number Card was inserted in this visit, readable or not
};

struct DeskAnswer {
  record::DeskDecision decision{};
  Text reason;
};

/// The dates that decide what a clerk does with papers (desk_rules.yaml).
struct DeskRules {
  Date last_legacy_day{};   ///< last day on which a legacy certificate is accepted
  Date last_look_up_day{};  ///< last day of the transitional on-line look-up

  DeskAnswer decide(const PaperAtDesk& paper, Date today) const;
};

/// @throws InputError
DeskRules load_desk_rules(const std::filesystem::path& file);

}  // namespace uketsuke::sim
