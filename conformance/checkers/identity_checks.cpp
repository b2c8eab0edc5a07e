// Identity of the patient: nothing is done in their name before the device knows it, and only a success
// proves it.

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

/// FACE-02  Identity is confirmed by face only after a match.
/// Source: leaflet step 2.
class FaceNeedsMatch : public CheckerOf<FaceNeedsMatch, CardInserted, FaceCompared, IdentityConfirmed> {
 public:
  static constexpr CheckerDescription kDescription{"face_needs_match", {"FACE-02"}};
  void see(const CardInserted&, const Event&) { last_.reset(); }
  void see(const FaceCompared& event, const Event&) { last_ = event.result; }
  void see(const IdentityConfirmed& event, const Event& at) {
    if (event.method != Method::face) return;
    exercise();
    if (!last_) fail(at, "identity confirmed by face, but no face was compared in this reception");
    if (last_ && *last_ != FaceResult::match) {
      fail(at, "identity confirmed by face, but the last comparison was " + std::string(to_name(*last_)));
    }
  }

 private:
  std::optional<FaceResult> last_;
};

/// FACE-09, FACE-10  Only the holder is accepted as the holder: no stranger, no picture of the holder.
/// Source: leaflet step 2 (the face is compared); liveness corresponds to presentation attack detection in
/// ISO/IEC 30107. A look-alike is not judged here: look-alikes are covered by the false match rate.
class OnlyTheHolderMatches
    : public CheckerOf<OnlyTheHolderMatches, CardInserted, FaceShown, IdentityConfirmed, IdentityRefused> {
 public:
  static constexpr CheckerDescription kDescription{"only_the_holder_matches", {"FACE-09", "FACE-10"}};
  void see(const CardInserted&, const Event&) { last_.reset(); }
  void see(const FaceShown& event, const Event&) {
    if (event.shown != Shown::nobody) last_ = event.shown;  // a person who steps aside has been seen before
  }
  void see(const IdentityConfirmed& event, const Event& at) {
    const std::string_view forbids = forbidding(event.method);
    if (forbids.empty()) return;
    exercise(forbids);
    fail(at, "identity confirmed by face, but " + std::string(to_name(*last_)) + " was before the camera",
         forbids);
  }
  void see(const IdentityRefused& event, const Event&) {
    const std::string_view forbids = forbidding(event.method);
    if (!forbids.empty()) exercise(forbids);
  }

 private:
  std::optional<Shown> last_;

  /// The requirement that forbids confirming the person before the camera; empty if none does.
  std::string_view forbidding(Method method) const {
    if (method != Method::face || !last_ || *last_ == Shown::holder || *last_ == Shown::lookalike) return {};
    return *last_ == Shown::other ? "FACE-09" : "FACE-10";
  }
};

/// PIN-02  Identity is confirmed by PIN only after the chip accepted it.
/// Source: leaflet step 2.
class PinNeedsAcceptance : public CheckerOf<PinNeedsAcceptance, CardInserted, PinChecked, IdentityConfirmed> {
 public:
  static constexpr CheckerDescription kDescription{"pin_needs_acceptance", {"PIN-02"}};
  void see(const CardInserted&, const Event&) { last_.reset(); }
  void see(const PinChecked& event, const Event&) { last_ = event.result; }
  void see(const IdentityConfirmed& event, const Event& at) {
    if (event.method != Method::pin) return;
    exercise();
    if (last_ != SecretCheck::accepted) {
      fail(at, "identity confirmed by PIN, but the chip did not accept a PIN in this reception");
    }
  }

 private:
  std::optional<SecretCheck> last_;
};

/// VISUAL-01, VISUAL-03  Identity is confirmed by staff only if staff found the same person, for the card of
/// this reception. Source: MHLW Q&A on visual check.
class VisualNeedsDecision
    : public CheckerOf<VisualNeedsDecision, CardInserted, VisualCheckDecided, IdentityConfirmed> {
 public:
  static constexpr CheckerDescription kDescription{"visual_needs_decision", {"VISUAL-01", "VISUAL-03"}};
  void see(const CardInserted&, const Event&) {
    served_before_ = served_before_ || now_.has_value();
    now_.reset();
  }
  void see(const VisualCheckDecided& event, const Event&) { now_ = event.same_person; }
  void see(const IdentityConfirmed& event, const Event& at) {
    if (served_before_) exercise("VISUAL-03");
    if (event.method != Method::visual) return;
    exercise("VISUAL-01");
    if (now_ == true) return;
    fail(at, "identity confirmed by staff, but staff did not find the same person for this card",
         served_before_ && !now_ ? "VISUAL-03" : "VISUAL-01");
  }

 private:
  std::optional<bool> now_;
  bool served_before_ = false;
};

/// VISUAL-02  If staff finds another person, the reception ends.
/// Source: MHLW Q&A on visual check.
class VisualMismatchEnds : public CheckerOf<VisualMismatchEnds, CardInserted, VisualCheckDecided> {
 public:
  static constexpr CheckerDescription kDescription{"visual_mismatch_ends", {"VISUAL-02"}};
  void see(const CardInserted&, const Event&) { mismatch_ = false; }
  void see(const VisualCheckDecided& event, const Event&) {
    if (!facts().open) return;
    mismatch_ = !event.same_person;
    if (mismatch_) exercise();
  }
  void ended(Duration time) override {
    if (mismatch_ && facts().completed)
      fail_missing(time, "staff found another person, but the reception completed");
    mismatch_ = false;
  }

 private:
  bool mismatch_ = false;
};

/// FACE-01  The photo is not read before the chip has accepted 照合番号B.
class PhotoNeedsNumber : public CheckerOf<PhotoNeedsNumber, CardInserted, CardFaceNumberChecked, PhotoRead> {
 public:
  static constexpr CheckerDescription kDescription{"photo_needs_number", {"FACE-01"}};
  void see(const CardInserted&, const Event&) { accepted_ = false; }
  void see(const CardFaceNumberChecked& event, const Event&) {
    accepted_ = accepted_ || event.result == SecretCheck::accepted;
  }
  void see(const PhotoRead&, const Event& at) {
    exercise();
    if (!accepted_) fail(at, "the photo was read before the chip had accepted 照合番号B");
  }

 private:
  bool accepted_ = false;
};

/// FACE-05  If 照合番号B is blocked, face is refused.
class NumberLockedRefusesFace : public CheckerOf<NumberLockedRefusesFace, CardInserted, CardFaceNumberChecked,
                                                 PhotoRead, IdentityConfirmed> {
 public:
  static constexpr CheckerDescription kDescription{"number_locked_refuses_face", {"FACE-05"}};
  void see(const CardInserted&, const Event&) { blocked_ = false; }
  void see(const CardFaceNumberChecked& event, const Event&) {
    blocked_ = event.result == SecretCheck::blocked;
    if (blocked_) exercise();
  }
  void see(const PhotoRead&, const Event& at) {
    if (blocked_) fail(at, "the photo was read although 照合番号B is blocked");
  }
  void see(const IdentityConfirmed& event, const Event& at) {
    if (blocked_ && event.method == Method::face) fail(at, "confirmed by face although 照合番号B is blocked");
  }

 private:
  bool blocked_ = false;
};

/// FACE-07  Face is refused for a card that cannot prove that it is genuine.
class NotGenuineIsRefused
    : public CheckerOf<NotGenuineIsRefused, CardInserted, IdentityRefused, IdentityConfirmed> {
 public:
  static constexpr CheckerDescription kDescription{"not_genuine_is_refused", {"FACE-07"}};
  void see(const CardInserted&, const Event&) { refused_ = false; }
  void see(const IdentityRefused& event, const Event&) {
    if (event.reason != Refusal::not_genuine) return;
    refused_ = true;
    exercise();
  }
  void see(const IdentityConfirmed& event, const Event& at) {
    if (refused_ && event.method == Method::face)
      fail(at, "confirmed by face although the card is not genuine");
  }

 private:
  bool refused_ = false;
};

/// PRIV-05  No picture is taken unless the patient chose face.
class PictureNeedsChoice : public CheckerOf<PictureNeedsChoice, CardInserted, ButtonTouched, FrameCaptured> {
 public:
  static constexpr CheckerDescription kDescription{"picture_needs_choice", {"PRIV-05"}};
  void see(const CardInserted&, const Event&) { chosen_ = false; }
  void see(const ButtonTouched& event, const Event&) { chosen_ = chosen_ || event.button == Button::face; }
  void see(const FrameCaptured&, const Event& at) {
    exercise();
    if (!chosen_ || !facts().open) fail(at, "a picture was taken, but nobody chose face in this reception");
  }

 private:
  bool chosen_ = false;
};

/// PIN-08  A card without PIN is never identified by PIN.
/// Source: pages on 顔認証マイナンバーカード, 2023-12-15.
class PinlessNotByPin : public CheckerOf<PinlessNotByPin, CardInserted, IdentityConfirmed> {
 public:
  static constexpr CheckerDescription kDescription{"pinless_not_by_pin", {"PIN-08"}};
  void see(const CardInserted& event, const Event&) {
    const auto card = context().cards.find(event.card);
    pinless_ = card != context().cards.end() && card->second.type == scenario::CardType::pinless;
  }
  void see(const IdentityConfirmed& event, const Event& at) {
    if (!pinless_) return;
    exercise();
    if (event.method == Method::pin) fail(at, "a card without PIN was identified by PIN");
  }

 private:
  bool pinless_ = false;
};

/// VISUAL-04  A card without a photo is never identified by staff: there is nothing to compare with.
/// Source: medical association on cards issued under the age of one, from 2024-12-02.
class PhotolessNotByStaff
    : public CheckerOf<PhotolessNotByStaff, CardInserted, VisualCheckDecided, IdentityConfirmed> {
 public:
  static constexpr CheckerDescription kDescription{"photoless_not_by_staff", {"VISUAL-04"}};
  void see(const CardInserted& event, const Event&) {
    const auto card = context().cards.find(event.card);
    photoless_ = card != context().cards.end() && card->second.type == scenario::CardType::infant;
  }
  void see(const VisualCheckDecided&, const Event&) {
    if (photoless_) exercise();
  }
  void see(const IdentityConfirmed& event, const Event& at) {
    if (photoless_ && event.method == Method::visual)
      fail(at, "a card without a photo was identified by staff");
  }

 private:
  bool photoless_ = false;
};

/// CARD-05, NET-04  Knowledge of one reception is not used in a later one: the next card is identified anew.
/// NET-04 if the service did not answer in the previous reception.
class IdentityServesOneCard
    : public CheckerOf<IdentityServesOneCard, CardInserted, IdentityConfirmed, ServiceTimedOut,
                       CertificateChecked, ScreenShown, ConsentRecorded, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"identity_serves_one_card", {"CARD-05", "NET-04"}};
  void see(const CardInserted&, const Event&) {
    after_silence_ = silence_;
    silence_ = false;
  }
  void see(const ServiceTimedOut&, const Event&) { silence_ = true; }
  void see(const IdentityConfirmed&, const Event&) { earlier_ = facts().number; }
  void see(const CertificateChecked&, const Event& at) { needs_identity(at); }
  void see(const ConsentRecorded&, const Event& at) { needs_identity(at); }
  void see(const DataReleased&, const Event& at) { needs_identity(at); }
  void see(const ScreenShown& event, const Event& at) {
    const bool first_of_reception =
        event.screen == Screen::choose_method || event.screen == Screen::phone_kind;
    if (first_of_reception && facts().number > 1) exercise(requirement());
    if (asks_sensitive(event.screen)) needs_identity(at);
  }

 private:
  int earlier_ = 0;  ///< number of the last reception with a confirmed identity
  bool silence_ = false;
  bool after_silence_ = false;

  std::string_view requirement() const { return after_silence_ ? "NET-04" : "CARD-05"; }
  void needs_identity(const Event& at) {
    if (facts().number < 2 || facts().identity || earlier_ == 0) return;
    fail(at, "goes on with the identity of an earlier card (" + std::string(kind_of(at)) + ")",
         requirement());
  }
};

}  // namespace

void add_identity_checkers(CheckerList& checkers) {
  add<FaceNeedsMatch, OnlyTheHolderMatches, PinNeedsAcceptance, VisualNeedsDecision, VisualMismatchEnds,
      PhotoNeedsNumber, NumberLockedRefusesFace, NotGenuineIsRefused, PictureNeedsChoice, PinlessNotByPin,
      PhotolessNotByStaff, IdentityServesOneCard>(checkers);
}

}  // namespace uketsuke::conformance
