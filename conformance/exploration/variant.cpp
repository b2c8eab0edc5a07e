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

/// Ages that the rules tell apart, by one age each.
struct Age {
  const char* name;
  std::uint8_t years;
};

std::vector<Age> ages_with(const Card& card) {
  if (!card.traits.has_photo) return {{"child", 3}};
  return {{"under 40", 39}, {"40 to 74", 40}, {"from 75", 75}};
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
        for (const Age& age : ages_with(card)) {
          for (const char* reader : {"camera", "no_camera", "cancel", "form_question"}) {
            const std::string kind = reader;
            const Date day = period.until.value_or(std::max(period.from, rules.first_day()));
            Variant one{day,
                        period.until
                            ? fmt::format("{} to {}", format_date(period.from), format_date(*period.until))
                            : fmt::format("from {}", format_date(period.from)),
                        fmt::format("{:04b}", mask),
                        card.name,
                        age.name,
                        kind,
                        setting_on(rules.on(day), asks, kind == "form_question")};
            one.setting.card = card.traits;
            one.setting.age = age.years;
            one.setting.camera = kind != "no_camera";
            one.setting.cancel = kind == "cancel";
            all.push_back(std::move(one));
          }
        }
      }
    }
  }
  return all;
}

std::vector<Variant> variants_of_one_age(const Rules& rules) {
  std::vector<Variant> some;
  for (Variant& one : all_variants(rules)) {
    if (one.age == "child" || one.age == "40 to 74") some.push_back(std::move(one));
  }
  return some;
}

}  // namespace uketsuke::conformance
