#include "conformance/exploration/variant.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace uketsuke::conformance {

using record::Category;

namespace {

/// In the order of the switches in public guides to the readers.
constexpr std::array kSwitches{Category::operation_info, Category::diagnosis_info, Category::pharmacists_info,
                               Category::specific_health_checkups_info};

struct Card {
  std::string name;
  CardTraits traits;
};

std::vector<Card> cards() {
  std::vector<Card> all;
  for (const auto& [type, name] : enum_names(scenario::CardType{}))
    all.push_back({std::string(name), traits_of(type)});
  CardTraits unusable;
  unusable.photo_usable = false;
  all.push_back({"photo_unusable", unusable});
  return all;
}

/// Age groups that the rules distinguish, with one age of each.
struct Age {
  const char* name;
  std::uint8_t years;
};

constexpr std::uint8_t kChild = 3, kUsualAge = 40;

std::vector<Age> ages_with(const Card& card) {
  if (!card.traits.has_photo) return {{"child", kChild}};
  return {{"under 40", 39}, {"40 to 74", kUsualAge}, {"from 75", 75}};
}

std::set<Category> asked_by(unsigned mask) {
  std::set<Category> asks;
  for (std::size_t i = 0; i < kSwitches.size(); ++i) {
    if ((mask >> (kSwitches.size() - 1 - i) & 1U) != 0) asks.insert(kSwitches[i]);
  }
  return asks;
}

std::string days_of(const Period& period) {
  return period.until ? fmt::format("{} to {}", format_date(period.from), format_date(*period.until))
                      : fmt::format("from {}", format_date(period.from));
}

Variant with_phones(const Rules& rules, const Period& period, unsigned mask, const char* reader) {
  const std::string kind = reader;
  const Date day = period.until.value_or(std::max(period.from, rules.first_day()));
  Variant one{day,
              days_of(period),
              fmt::format("{:04b}", mask),
              "standard",
              "40 to 74",
              kind,
              setting_on(rules.on(day), asked_by(mask), kind == "smartphone_form", true)};
  one.setting.cancel = kind == "smartphone_cancel";
  if (kind == "smartphone_registers") one.setting.phone_registers = !one.setting.phone_registers;
  return one;
}

/// In a period without phones, one site suffices to show it; in a period with phones, all kinds of sites are
/// added.
void add_phone_readers(const Rules& rules, std::vector<Variant>& all) {
  constexpr unsigned kEverything = (1U << kSwitches.size()) - 1;
  constexpr unsigned kAsDelivered = 0b0011;
  for (const auto& [period, policy] : rules.smartphone.entries()) {
    if (policy.offered == PhoneOffer::never) {
      all.push_back(with_phones(rules, period, kAsDelivered, "smartphone"));
      continue;
    }
    for (unsigned mask = 0; mask <= kEverything; ++mask)
      all.push_back(with_phones(rules, period, mask, "smartphone"));
    for (const char* reader : {"smartphone_form", "smartphone_cancel", "smartphone_registers"}) {
      for (const unsigned mask : {0U, kAsDelivered, kEverything})
        all.push_back(with_phones(rules, period, mask, reader));
    }
  }
}

}  // namespace

std::vector<Variant> all_variants(const Rules& rules) {
  std::vector<Variant> all;
  for (const auto& [period, policy] : rules.consent.entries()) {
    const Date day = period.until.value_or(std::max(period.from, rules.first_day()));
    for (unsigned mask = 0; mask < 1U << kSwitches.size(); ++mask) {
      for (const Card& card : cards()) {
        for (const std::string reader : {"camera", "no_camera", "cancel", "form_question"}) {
          Variant one{day,
                      days_of(period),
                      fmt::format("{:04b}", mask),
                      card.name,
                      "",
                      reader,
                      setting_on(rules.on(day), asked_by(mask), reader == "form_question")};
          one.setting.card = card.traits;
          one.setting.camera = reader != "no_camera";
          one.setting.cancel = reader == "cancel";
          for (const Age& age : ages_with(card)) {
            if (reader != "camera" && age.years != kUsualAge && age.years != kChild) continue;
            one.age = age.name;
            one.setting.age = age.years;
            all.push_back(one);
          }
        }
      }
    }
  }
  add_phone_readers(rules, all);
  return all;
}

std::vector<Variant> of_site(std::vector<Variant> variants, const std::string& asks) {
  const auto other = [&asks](const Variant& one) { return !asks.empty() && one.asks != asks; };
  variants.erase(std::remove_if(variants.begin(), variants.end(), other), variants.end());
  return variants;
}

std::vector<Variant> variants_of_one_age(const Rules& rules) {
  std::vector<Variant> some;
  for (Variant& one : all_variants(rules)) {
    if (one.age == "child" || one.age == "40 to 74") some.push_back(std::move(one));
  }
  return some;
}

}  // namespace uketsuke::conformance
