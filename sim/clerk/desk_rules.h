#pragma once

#include <filesystem>
#include <optional>

#include "base/calendar.h"
#include "base/text.h"
#include "record/words/desk_words.h"

namespace uketsuke::sim {

/// What the clerk sees.
struct PaperAtDesk {
  record::Certificate certificate{};
  std::optional<Date> valid_until;  ///< printed on it
  bool card_shown = false;  ///< his My Number Card was put into the reader in this visit, readable or not
};

struct DeskAnswer {
  record::DeskDecision decision{};
  Text reason;
};

/// The dates by which a clerk knows what to do with papers (desk_rules.yaml).
struct DeskRules {
  Date last_legacy_day{};   ///< last day on which any legacy certificate serves
  Date last_look_up_day{};  ///< last day of the transitional looking-up on line

  DeskAnswer decide(const PaperAtDesk& paper, Date today) const;
};

/// @throws InputError
DeskRules load_desk_rules(const std::filesystem::path& file);

}  // namespace uketsuke::sim
