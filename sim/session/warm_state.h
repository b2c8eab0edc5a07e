#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "reader_model/display/screen_book.h"
#include "reader_model/face_match/matcher_factory.h"
#include "reader_model/face_match/policy/guidance.h"
#include "reader_model/firmware/profile.h"
#include "scenarios/model/case.h"
#include "sim/chip/chip_timing.h"
#include "sim/chip/rf/link_parameters.h"
#include "sim/clerk/desk_rules.h"
#include "sim/eligibility/service_rules.h"
#include "sim/eligibility/status_issuers.h"
#include "sim/personalisation/card_factory.h"
#include "sim/personalisation/phone_factory.h"
#include "sim/pki/artefact_cache.h"
#include "sim/pki/key_store.h"
#include "sim/pki/verification.h"
#include "sim/vision/patient_models.h"

namespace uketsuke::sim {

/// A card, and what the service must know of its certificate.
struct IssuedCard {
  personalisation::PersonalisedCard card;
  Bytes certificate_issuer;  ///< key identifier of the authority key that issued it
};

/// Everything that is made once and used by every case: reader profiles, screens, rules, keys, cards.
///
/// The warm parent fills it. The cases, which are forked children, only read it.
class WarmState {
 public:
  /// @param data  root of the installed data files
  /// @param data root of the installed data files
  /// @param cache folder for keys and certificates; created if it does not exist
  /// @throws InputError for a data file, SystemError for the cache
  WarmState(const std::filesystem::path& data, const std::filesystem::path& cache);

  /// Loads what cases with rendered or recorded faces need. Call it before the first such case is ordered. A
  /// loaded parent forks slowly, so run the cases without pixels before.
  /// @param spare_processor whether each case has a second processor for itself
  /// @throws InputError for a missing or altered model; PluginError
  void load_pixels(const reader::MatcherSettings& matcher, bool spare_processor);

  /// Notes which cards a case needs.
  void order(const scenario::World& world);

  /// Issues the ordered cards, keys first. The first use takes a while.
  void prepare();

  /// The card that `prepare` issued for a case with this `given`.
  const IssuedCard& card(const scenario::Persona& persona, const scenario::Given& given, bool pixels) const;

  /// The certificate that `prepare` put into a persona's phone for a case with this `given`. Null if they
  /// have no phone.
  const personalisation::PersonalisedPhone* phone(const scenario::Persona& persona,
                                                  const scenario::GivenPhone& given) const;

  const reader::ReaderCatalogue& readers() const { return readers_; }
  const reader::ScreenBook& screens() const { return screens_; }
  const chip::ChipTiming& chip_timing() const { return chip_timing_; }
  const chip::LinkParameters& card_link() const { return card_link_; }
  const PatientModels* patient_models() const { return models_.get(); }  ///< null if no case needs pixels
  bool spare_processor() const { return spare_processor_; }
  reader::FaceMatcher& matcher() const { return *matcher_; }  ///< call it only if there are patient models
  const reader::GuidanceBook& guidance() const { return guidance_; }
  const DeskRules& desk_rules() const { return desk_rules_; }
  const ServiceRules& service_rules() const { return service_rules_; }
  const pki::TrustStore& trust() const { return trust_; }
  const StatusIssuers& status_issuers() const { return status_issuers_; }

 private:
  /// The kind of vision and the photo, as one word. Cards whose photo is never looked at share the drawn one.
  using CardKey = std::tuple<std::string, std::optional<Date>, scenario::Genuineness, std::string>;
  struct Order {
    std::shared_ptr<const scenario::Persona> persona;
    scenario::CardPhoto photo;
    bool pixels = false;
  };

  std::filesystem::path data_;
  std::filesystem::path cache_;
  reader::ReaderCatalogue readers_;
  reader::ScreenBook screens_;
  chip::ChipTiming chip_timing_;
  chip::LinkParameters card_link_;
  DeskRules desk_rules_;
  ServiceRules service_rules_;
  pki::KeyStore keys_;
  pki::ArtefactCache artefacts_;
  personalisation::CardFactory factory_;
  personalisation::PhoneFactory phone_factory_;
  pki::TrustStore trust_;
  StatusIssuers status_issuers_;
  std::map<CardKey, Order> ordered_;
  struct ListOrder {
    CardKey card;
    pki::RevocationReason reason{};
    DateTime from{};
  };
  std::vector<ListOrder> ordered_lists_;
  std::map<CardKey, IssuedCard> cards_;
  /// Persona; last day, if it differs from the persona's.
  using PhoneKey = std::pair<std::string, std::optional<Date>>;
  std::map<PhoneKey, std::shared_ptr<const scenario::Persona>> ordered_phones_;
  std::map<PhoneKey, personalisation::PersonalisedPhone> phones_;

  reader::GuidanceBook guidance_;
  std::unique_ptr<PatientModels> models_;
  bool spare_processor_ = false;
  std::unique_ptr<reader::FaceMatcher> matcher_;

  static CardKey key_of(const scenario::Persona& persona, const scenario::Given& given, bool pixels);
  void order_lists(const scenario::World& world, bool pixels);
  void sign_lists();
  void prepare_phones();
  void warm_up(const Bytes& certificate) const;
  void warm_up(const personalisation::PersonalisedCard& card) const;
  void warm_up(const personalisation::PersonalisedPhone& phone) const;
};

}  // namespace uketsuke::sim
