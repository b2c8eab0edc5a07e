// What a reader wipes, and what is never on the card.

#include "conformance/checkers/all.h"
#include "conformance/consent_engine/state.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

/// Items that must be wiped by the end of a reception because it used them.
class UsedItems {
 public:
  void reset() { used_ = wiped_ = {}; }
  void use(WipedItem item) { used_.add(item); }
  bool any() const { return !used_.empty(); }
  void wipe(const Wiped& event) {
    for (const auto item : event.items) wiped_.add(item);
  }
  std::string left() const {
    std::string names;
    for (const auto& [item, name] : enum_names(WipedItem{})) {
      if (used_.has(item) && !wiped_.has(item)) names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names;
  }

 private:
  HeldItems used_;
  HeldItems wiped_;
};

/// Common part: `wiped` with every used item precedes `reader_idle`.
template <class Derived, class... Uses>
class WipedBeforeIdle : public CheckerOf<Derived, CardInserted, Uses..., Wiped, ReaderIdle> {
 public:
  void see(const CardInserted&, const Event&) { items_.reset(); }
  void see(const Wiped& event, const Event&) { items_.wipe(event); }
  void see(const ReaderIdle&, const Event& at) {
    if (items_.any()) this->exercise();
    const std::string left = items_.left();
    if (!left.empty()) this->fail(at, "idle, but not wiped: " + left);
    items_.reset();
  }
  template <class Use>
  void see(const Use&, const Event&) {
    items_.use(Derived::item(static_cast<Use*>(nullptr)));
  }

 private:
  UsedItems items_;
};

/// PRIV-01  The PIN does not outlive the reception.
class PinWiped : public WipedBeforeIdle<PinWiped, PinEntered> {
 public:
  static constexpr CheckerDescription kDescription{"pin_wiped", {"PRIV-01"}};
  static WipedItem item(PinEntered*) { return WipedItem::pin; }
};

/// PRIV-02  照合番号B and the certificate do not outlive the reception.
class NumberAndCertificateWiped
    : public WipedBeforeIdle<NumberAndCertificateWiped, CardFaceNumberChecked, CertificateChecked> {
 public:
  static constexpr CheckerDescription kDescription{"number_and_certificate_wiped", {"PRIV-02"}};
  static WipedItem item(CardFaceNumberChecked*) { return WipedItem::card_face_number; }
  static WipedItem item(CertificateChecked*) { return WipedItem::certificate; }
};

/// PRIV-03  The card's photo and the picture taken do not outlive the reception.
class PhotoAndProbeWiped : public WipedBeforeIdle<PhotoAndProbeWiped, PhotoRead, FrameCaptured> {
 public:
  static constexpr CheckerDescription kDescription{"photo_and_probe_wiped", {"PRIV-03"}};
  static WipedItem item(PhotoRead*) { return WipedItem::photo; }
  static WipedItem item(FrameCaptured*) { return WipedItem::probe; }
};

/// PRIV-04  Medical and insurance information comes from the service, never from the card.
/// Source: leaflet, safety.
class CardHoldsNoInformation : public CheckerOf<CardHoldsNoInformation, DataReleased, EligibilityAnswered> {
 public:
  static constexpr CheckerDescription kDescription{"card_holds_no_information", {"PRIV-04"}};
  template <class Information>
  void see(const Information&, const Event& at) {
    exercise();
    if (at.source == Source::chip) fail(at, std::string(kind_of(at)) + " comes from the card's chip");
  }
};

}  // namespace

void add_privacy_checkers(CheckerList& checkers) {
  add<PinWiped, NumberAndCertificateWiped, PhotoAndProbeWiped, CardHoldsNoInformation>(checkers);
}

}  // namespace uketsuke::conformance
