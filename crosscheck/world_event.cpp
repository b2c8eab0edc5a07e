#include "crosscheck/world_event.h"

#include <fmt/format.h>

#include <iterator>

#include "reader_model/firmware/flow/flow_input.h"
#include "record/words/card_words.h"
#include "record/words/desk_words.h"
#include "record/words/display_words.h"
#include "record/words/face_words.h"
#include "record/words/phone_words.h"
#include "record/words/service_words.h"

namespace uketsuke::crosscheck {

using namespace record;
using Kind = WorldEvent::Kind;

namespace {

using Value = std::string (*)(int value);

std::string nothing(int /*value*/) { return ""; }

template <class Enum>
std::string word(int value) {
  return std::string(to_name(static_cast<Enum>(value)));
}

std::string person(int value) { return value != 0 ? "the same person" : "another person"; }
std::string registered(int value) { return value != 0 ? "registered" : "not registered"; }

/// How a world event of a kind is printed; `{}` is its value.
struct Phrase {
  Kind kind;
  const char* text;
  Value value = nothing;
};

// In order of WorldEvent::Kind.
constexpr Phrase kPhrases[] = {
    {Kind::card_in, "card in: {}", word<CardKind>},
    {Kind::card_out, "card taken"},
    {Kind::touch, "touch {}", word<Button>},
    {Kind::timer, "{} time is over", word<reader::TimerPurpose>},
    {Kind::staff_mode, "staff mode {}", word<StaffMode>},
    {Kind::staff_decides, "staff finds {}", person},
    {Kind::card_identified, "card identified"},
    {Kind::face_ready, "photo read, card genuine"},
    {Kind::number_wrong, "照合番号B wrong"},
    {Kind::number_blocked, "照合番号B blocked"},
    {Kind::no_photo, "no photo on the card"},
    {Kind::photo_unusable, "the card's photo cannot be used"},
    {Kind::not_genuine, "card is not genuine"},
    {Kind::face_judged, "face {}", word<FaceResult>},
    {Kind::camera_fails, "the camera fails"},
    {Kind::pin_tries_told, "PIN tries told"},
    {Kind::pin_typed, "PIN typed"},
    {Kind::pin_right, "PIN right"},
    {Kind::pin_wrong, "PIN wrong"},
    {Kind::certificate, "certificate {}", word<CertificateStatus>},
    {Kind::registration, "{}", registered},
    {Kind::enrolled, "registration stored"},
    {Kind::eligibility, "eligibility {}", word<Validity>},
    {Kind::eligibility_of_holder, "eligibility {} with a specific disease", word<Validity>},
    {Kind::stored, "consents stored"},
    {Kind::phone_pin_typed, "PIN of the phone typed"},
    {Kind::phone_held, "phone held"},
    {Kind::phone_checked, "phone {}", word<PhoneCheck>},
    {Kind::phone_locks, "phone wrong, no try left"},
};
static_assert(std::size(kPhrases) == static_cast<std::size_t>(Kind::phone_locks) + 1);

}  // namespace

std::string to_string(const WorldEvent& h) {
  const Phrase& phrase = kPhrases[static_cast<std::size_t>(h.kind)];
  return fmt::format(fmt::runtime(phrase.text), phrase.value(h.value));
}

}  // namespace uketsuke::crosscheck
