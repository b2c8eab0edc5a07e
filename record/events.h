#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "record/events/card.h"
#include "record/events/consent.h"
#include "record/events/desk.h"
#include "record/events/display.h"
#include "record/events/harness.h"
#include "record/events/identity.h"
#include "record/events/phone.h"
#include "record/events/reception.h"
#include "record/events/service.h"

namespace uketsuke::record {

// Everything that can happen in a run. An event names its kind and lists its fields once; writer, reader,
// schema and equality follow from that. No event has a field of type Secret, so every event may be shown to
// anyone.

using Payload =
    std::variant<StepStarted, StepFailed, PatientArrived, CardInserted, CardRemoved, CardRead, Apdu,
                 ScreenShown, ScreenTimedOut, ButtonTouched, Lamp, CardLeftAlarm, PinEntered, PinChecked,
                 CardFaceNumberChecked, PhotoRead, FrameCaptured, FaceCompared, IdentityConfirmed,
                 IdentityRefused, CertificateChecked, RegistrationChecked, Registered, EligibilityAnswered,
                 ServiceTimedOut, ConsentRecorded, DataReleased, ReceptionCompleted, ReceptionAborted, Wiped,
                 ReaderIdle, StaffModeChanged, VisualCheckDecided, CertificateShown, DeskDecided,
                 CardSuspended, FaceShown, GuidanceShown, FaceMeasured, PictureKept, CameraFailed,
                 FaceDataWiped, PrescriptionFormChosen, PhoneHeld, PhoneChecked>;

/// The origin of an event.
UKETSUKE_ENUM(Source,
              harness,  ///< the test harness itself
              patient,  ///< in front of the reader or at the desk
              clerk,    ///< the member of staff at the reception desk
              reader,   ///< the reader's own firmware
              chip,     ///< the card's IC chip
              camera,   ///< the reader's camera
              service,  ///< the eligibility service behind the network
)

/// One thing that happened.
struct Event {
  Duration time{};             ///< since the case began
  std::uint64_t sequence = 0;  ///< counts from 0, without gaps
  Source source{};
  Payload payload;
};

/// The event's kind as it stands in the record.
std::string_view kind_of(const Event& event);

/// The payload if the event is of this kind, else null.
template <class Kind>
const Kind* as(const Event& event) {
  return std::get_if<Kind>(&event.payload);
}

}  // namespace uketsuke::record
