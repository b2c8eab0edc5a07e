#include "conformance/exploration/variant.h"

#include <fmt/format.h>

#include <array>

namespace uketsuke::conformance {

using record::Category;

namespace {

/// In the order in which public guides to the readers name the switches.
constexpr std::array kSwitches{Category::operation_info, Category::diagnosis_info, Category::pharmacists_info,
                               Category::specific_health_checkups_info};

struct Card {
  const char* name;
  CardTraits traits;
};

std::vector<Card> cards() {
  std::vector<Card> all;
  for (const auto& [type, name] : enum_names(scenario::CardType{}))
    all.push_back({name.data(), traits_of(type)});
  CardTraits unusable;
  unusable.photo_usable = false;
  all.push_back({"photo_unusable", unusable});
  return all;
}

}  // namespace

std::vector<Variant> all_variants(const Rules& rules) {
  std::vector<Variant> all;
  for (const auto& [period, policy] : rules.consent.entries()) {
    for (unsigned mask = 0; mask < 1U << kSwitches.size(); ++mask) {
      std::set<Category> asks;
      for (std::size_t i = 0; i < kSwitches.size(); ++i) {
        if ((mask >> (kSwitches.size() - 1 - i) & 1U) != 0) asks.insert(kSwitches[i]);
      }
      for (const Card& card : cards()) {
        for (const char* reader : {"camera", "no_camera", "cancel", "form_question"}) {
          const std::string kind = reader;
          const Date day = period.until.value_or(std::max(period.from, rules.first_day()));
          Variant one{day,
                      period.until
                          ? fmt::format("{} to {}", format_date(period.from), format_date(*period.until))
                          : fmt::format("from {}", format_date(period.from)),
                      fmt::format("{:04b}", mask),
                      card.name,
                      kind,
                      setting_on(rules.on(day), asks, kind == "form_question")};
          one.setting.card = card.traits;
          one.setting.camera = kind != "no_camera";
          one.setting.cancel = kind == "cancel";
          all.push_back(std::move(one));
        }
      }
    }
  }
  return all;
}

}  // namespace uketsuke::conformance
