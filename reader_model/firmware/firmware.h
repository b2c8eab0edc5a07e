#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <random>
#include <systemc>

#include "camera_model/camera.h"
#include "reader_model/display/display.h"
#include "reader_model/face_match/face_matcher.h"
#include "reader_model/firmware/card_session.h"
#include "reader_model/firmware/flow/flow.h"
#include "reader_model/firmware/profile.h"
#include "reader_model/ports/firmware_input_if.h"
#include "reader_model/ports/phone_body.h"
#include "reader_model/ports/picture_keeper.h"
#include "reader_model/ports/service_line.h"
#include "reader_model/slot/card_slot.h"
#include "record/record.h"

namespace uketsuke::reader {

/// Changes the flow's inputs or its actions. This is how a defect is planted.
struct Tampering {
  std::function<void(Input&)> input;
  std::function<void(Actions&)> actions;
};

/// The firmware: carries out the flow's actions with clock, card, screen, camera and line, and gives it the
/// results.
///
/// It has one thread. Inputs that arrive while it talks to the card wait in its inbox.
class Firmware : public sc_core::sc_module,
                 public FirmwareInputIf,
                 public ServiceRepliesIf,
                 public camera::FrameSinkIf {
 public:
  sc_core::sc_port<ServiceLineIf> service_line{"service_line"};

  struct Parts {
    RfFrontEnd& rf;
    CardSlot& slot;
    Display& display;
    camera::Camera& camera;
    FaceMatcher& matcher;
    const GuidanceBook& guidance;
    record::Record& record;
  };

  Firmware(sc_core::sc_module_name name, const ReaderProfile& profile, const FlowSettings& settings,
           const Parts& parts, std::uint64_t seed);

  void tamper(Tampering tampering) { tampering_ = std::move(tampering); }
  void keep_pictures(PictureKeeper& keeper) { keeper_ = &keeper; }

  void card_in() override { push(input::CardIn{}); }
  void card_out() override { push(input::CardOut{}); }
  void touched(record::Button button) override { push(input::Touched{button}); }
  void pin_typed(const record::Secret& pin) override;
  void phone_held(const PhoneBody& phone) override;
  void staff_mode_set(record::StaffMode mode) override { flow_.set_staff_mode(mode); }
  void visual_check_decided(bool same_person) override { push(input::VisualCheckDecided{same_person}); }
  void deliver(const ServiceReply& reply) override;
  void deliver(const camera::Frame& frame) override;
  bool ready() const override { return watching_ && !matching_; }

 private:
  ReaderProfile profile_;
  Flow flow_;
  Parts parts_;
  CardSession card_;
  Tampering tampering_;
  PictureKeeper* keeper_ = nullptr;
  std::mt19937_64 random_;  // for challenges; seeded, so that a run is repeatable

  std::deque<Input> inbox_;
  sc_core::sc_event arrived_{"arrived"};
  std::optional<TimerPurpose> timer_;
  sc_core::sc_time deadline_;
  std::optional<camera::Frame> frame_;
  bool watching_ = false;
  bool matching_ = false;             ///< the matcher is busy: a picture taken now would be ignored
  sc_core::sc_time camera_deadline_;  ///< the next picture must arrive by then, while the reader watches
  std::optional<Guidance> guidance_;  ///< the guidance on the screen
  bool alarm_ = false;
  record::LampColor lamp_ = record::LampColor::off;

  /// What is held of a patient. Deleted by `wipe`.
  struct Held {
    record::Secret pin;
    record::Secret card_face_number;
    int print_readings = 0;
    Bytes photo;
    bool photo_read = false;  ///< a photo was held; its bytes are deleted as soon as a comparison is over
    std::optional<camera::Frame> probe;
    bool probe_taken = false;
    Bytes certificate;
    Bytes challenge;
    Bytes signature;
    std::optional<PhoneBody> phone;  ///< the phone that was held last
    bool from_phone = false;         ///< the certificate is a phone's
  };
  Held held_;
  std::uint64_t requests_ = 0;                 ///< number of requests sent; also the number of the last one
  std::optional<std::uint64_t> open_request_;  ///< request whose reply is awaited
  std::string pending_request_;                ///< what the service was last asked, for the record

  void run();
  Input next();
  std::optional<Input> judge_frame();
  Input fail_camera(record::CameraTrouble trouble);
  void note_measures(const camera::Frame& frame, const FaceJudgement& judgement);
  void guide(const camera::Frame& frame, const FaceJudgement& judgement);
  void keep_picture(const camera::Frame& frame, const FaceJudgement& judgement, std::string_view why);
  void forget_face();
  void push(Input input);
  Duration limit(TimerPurpose purpose) const;
  void set_timer(TimerPurpose purpose);

  void carry_out(const Action& action);
  void identify_card();
  std::optional<record::Refusal> open_with_printed_number();
  void read_print();
  void prepare_face();
  void check_pin();
  void ask_certificate();
  void read_phone(record::PhoneKind kind);
  void send(decltype(ServiceRequest::body) body);
  void watch();
  void stop_watching();
  void set_alarm(bool on);
  void set_lamp(record::LampColor color);
  void wipe();
  void become_idle();
  Bytes make_challenge();
};

}  // namespace uketsuke::reader
