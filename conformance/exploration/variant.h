#pragma once

#include <string>
#include <vector>

#include "conformance/consent_engine/setting.h"
#include "conformance/rules/rules.h"

namespace uketsuke::conformance {

/// Everything that is constant during a reception: a policy period, a site's switches, a kind of card, the
/// age of its holder and a kind of reader.
struct Variant {
  Date day{};          ///< a day in the policy period: its last, or its first if it is open-ended
  std::string period;  ///< `from 2024-10-07`
  std::string asks;    ///< the site's four switches: 手術 診療 薬剤 特定健診, `0011` as delivered
  std::string card;    ///< `standard`, `pinless`, `infant`, `photo_unusable`
  std::string age;     ///< age of the holder: `child`, `under 40`, `40 to 74`, `from 75`
  /// `camera`, `no_camera`, `cancel` (its questions have a button `cancel`), `form_question` (the site asks
  /// for the form of a prescription), `smartphone` and names that begin with it (an external reader for
  /// phones)
  std::string reader;
  Setting setting;

  bool reads_phones() const { return reader.compare(0, 10, "smartphone") == 0; }

  std::string name() const {
    return period + ", asks " + asks + ", " + card + " card, " + age + ", " + reader;
  }
};

/// Every combination: policy periods x 16 switches x kinds of card x ages, with a reader that has a camera;
/// the other kinds of reader with all of these but the ages. A card issued under the age of one is valid
/// until five, so only a child has one. A reader for phones, in the periods of smartphone.yaml, is combined
/// with a standard card.
std::vector<Variant> all_variants(const Rules& rules);

/// All variants with only one age for each combination of the rest: for the firmware, which does not know the
/// age.
std::vector<Variant> variants_of_one_age(const Rules& rules);

/// The variants of a site with these switches; all if `asks` is empty.
std::vector<Variant> of_site(std::vector<Variant> variants, const std::string& asks);

}  // namespace uketsuke::conformance
