#pragma once

#include <cstdint>
#include <set>

#include "record/words/consent_words.h"
#include "record/words/display_words.h"

namespace uketsuke::conformance {

/// A set of categories in one byte, so that the engine's state stays a small value.
class CategorySet {
 public:
  constexpr CategorySet() = default;
  constexpr CategorySet(std::initializer_list<record::Category> categories) {
    for (const auto category : categories) add(category);
  }
  explicit CategorySet(const std::set<record::Category>& categories) {
    for (const auto category : categories) add(category);
  }

  constexpr bool has(record::Category category) const { return (bits_ & bit(category)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr void add(record::Category category) { bits_ = static_cast<std::uint8_t>(bits_ | bit(category)); }
  constexpr std::uint8_t bits() const { return bits_; }

  friend constexpr CategorySet operator&(CategorySet a, CategorySet b) {
    return CategorySet(a.bits_ & b.bits_);
  }
  friend constexpr CategorySet operator|(CategorySet a, CategorySet b) {
    return CategorySet(a.bits_ | b.bits_);
  }
  friend constexpr bool operator==(CategorySet a, CategorySet b) { return a.bits_ == b.bits_; }
  friend constexpr bool operator!=(CategorySet a, CategorySet b) { return a.bits_ != b.bits_; }

 private:
  static_assert(kEnumCount<record::Category> <= 8, "a category is a bit of one byte");

  std::uint8_t bits_ = 0;

  explicit constexpr CategorySet(int bits) : bits_(static_cast<std::uint8_t>(bits)) {}
  static constexpr int bit(record::Category category) { return 1 << static_cast<int>(category); }
};

/// The four medical categories of the consent screens.
inline constexpr CategorySet kMedicalCategories{
    record::Category::diagnosis_info, record::Category::pharmacists_info, record::Category::operation_info,
    record::Category::specific_health_checkups_info};

/// The categories that a consent screen asks about; 診療 and 薬剤 share a screen. For `consent_all`: all.
constexpr CategorySet categories_of(record::Screen screen) {
  using record::Category;
  switch (screen) {
    case record::Screen::consent_all:
      return kMedicalCategories;
    case record::Screen::consent_medicines:
      return {Category::diagnosis_info, Category::pharmacists_info};
    case record::Screen::consent_operations:
      return {Category::operation_info};
    case record::Screen::consent_health_checkups:
      return {Category::specific_health_checkups_info};
    case record::Screen::limit:
      return {Category::limit_application_certificate};
    case record::Screen::specific_disease:
      return {Category::specific_diseases_certificate};
    default:
      return {};
  }
}

}  // namespace uketsuke::conformance
