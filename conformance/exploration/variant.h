#pragma once

#include <string>
#include <vector>

#include "conformance/consent_engine/setting.h"
#include "conformance/rules/rules.h"

namespace uketsuke::conformance {

/// Something that stays as it is during a reception: a policy period, a site's switches, a kind of card, the
/// age of its holder and a kind of reader.
struct Variant {
  Date day{};          ///< in the policy period: its last, or where it has none its first
  std::string period;  ///< `from 2024-10-07`
  std::string asks;    ///< the site's four switches: 手術 診療 薬剤 特定健診, `0011` as delivered
  std::string card;    ///< `standard`, `pinless`, `infant`, `photo_unusable`
  std::string age;     ///< of the holder: `child`, `under 40`, `40 to 74`, `from 75`
  std::string reader;  ///< `camera`, `no_camera`, `cancel` (its questions have a button
                       ///< `cancel`), `form_question` (the site asks for the form of a prescription),
                       ///< `smartphone` and those that begin so (an external reader for phones)
  Setting setting;

  bool reads_phones() const { return reader.compare(0, 10, "smartphone") == 0; }

  std::string name() const {
    return period + ", asks " + asks + ", " + card + " card, " + age + ", " + reader;
  }
};

/// Every combination: policy periods x 16 switches x kinds of card x ages, with a reader that has a camera;
/// the other kinds of reader with all but the ages. A card issued under the age of one serves until five, so
/// that only a child has one. A reader for phones, by the periods of smartphone.yaml, comes with a standard
/// card.
std::vector<Variant> all_variants(const Rules& rules);

/// Those without the ages, one for each of the rest: for a firmware, which learns of no age.
std::vector<Variant> variants_of_one_age(const Rules& rules);

/// Those of a site with these switches; all where `asks` is empty.
std::vector<Variant> of_site(std::vector<Variant> variants, const std::string& asks);

}  // namespace uketsuke::conformance
