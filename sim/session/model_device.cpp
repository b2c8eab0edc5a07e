#include "sim/session/model_device.h"

#include <systemc>
#include <utility>

#include "base/overloaded.h"
#include "kernel/time.h"
#include "reader_model/reader.h"
#include "sim/clerk/clerk.h"
#include "sim/eligibility/eligibility_service.h"
#include "sim/eligibility/foreseen_revocations.h"
#include "sim/patient/card_field.h"
#include "sim/patient/patient.h"
#include "sim/personalisation/card_numbers.h"
#include "sim/phone/phone.h"
#include "sim/session/air_trace.h"
#include "sim/session/chip_in_field.h"
#include "sim/session/view.h"
#include "sim/vision/presentations.h"

namespace uketsuke::sim {

namespace {

reader::ReaderSettings reader_settings(const WarmState& warm, const scenario::World& test_case,
                                       std::optional<reader::Defect> defect) {
  const auto profile = warm.readers().profiles.find(test_case.reader);
  if (profile == warm.readers().profiles.end())
    throw dut::DeviceError("no reader profile \"" + test_case.reader + "\"");
  reader::ReaderSettings settings{profile->second, warm.readers().release_on(test_case.date),
                                  test_case.site->asks, defect, test_case.seed};
  settings.asks_prescription_form = test_case.site->asks_prescription_form;
  if (test_case.vision != scenario::Vision::declared) {
    if (warm.patient_models() == nullptr)
      throw dut::DeviceError("the models for cases with pixels are not loaded");
    const camera::CameraProfile& camera = warm.patient_models()->chain().profile();
    settings.camera = {profile->second.picture_interval, camera.start_up, camera.transport};
  }
  return settings;
}

camera::CameraFault fault_of(scenario::CameraState state) {
  switch (state) {
    case scenario::CameraState::frozen:
      return camera::CameraFault::frozen;
    case scenario::CameraState::black:
      return camera::CameraFault::black;
    case scenario::CameraState::unplugged:
      return camera::CameraFault::unplugged;
    case scenario::CameraState::works:
      break;
  }
  return camera::CameraFault::none;
}

ServiceRules service_rules(const WarmState& warm, const scenario::World& test_case) {
  ServiceRules rules = warm.service_rules();
  rules.revocation = test_case.given.revocation.value_or(rules.revocation);
  return rules;
}

ServiceStart service_start(const scenario::World& test_case) {
  const scenario::Given& given = test_case.given;
  return {given.network_delay.value_or(test_case.site->network_delay), given.network.value_or(true),
          given.service_clock, given.revocation_statement, test_case.site->medical_aid};
}

/// A pointer without a reference count, to an object that outlives the case. The counter would lie in the
/// parent's memory, and changing it would cost a child the copy of a page.
template <class T>
std::shared_ptr<T> borrowed(const std::shared_ptr<T>& owned) {
  return {std::shared_ptr<void>(), owned.get()};
}

}  // namespace

/// The modules of one case. Built under sc_main and never destroyed: the process ends with the case.
struct ModelDevice::World {
  World(const WarmState& warm_state, const scenario::World& case_world, std::optional<reader::Defect> defect,
        record::Record& record)
      : warm(warm_state),
        test_case(case_world),
        patient("patient", Habits{}, case_world.seed, record),
        view("view", warm_state, case_world, patient),
        reader("reader", reader_settings(warm_state, case_world, defect), warm_state.screens(),
               view.matcher(), warm_state.guidance(), record),
        clerk("clerk", warm_state.desk_rules(), record),
        service("service", service_rules(warm_state, case_world), warm_state.trust(),
                warm_state.status_issuers(), service_start(case_world), record) {
    patient.card_slot.bind(reader.card_slot);
    patient.card_field.bind(field);
    patient.touch_screen.bind(reader.touch_screen);
    patient.pin_pad.bind(reader.pin_pad);
    patient.phone_reader.bind(reader.phone_reader);
    clerk.terminal.bind(reader.staff_terminal);
    reader.card_field.bind(field);
    reader.frames.bind(view);
    reader.service_line.bind(service);
    service.replies.bind(reader.service_replies);
    enrol(borrowed(case_world.patient), case_world.given);
    for (const auto& [name, persona] : case_world.others) enrol(borrowed(persona), {});
    present = borrowed(case_world.patient);
    holder = present;
    reader.camera_body->set_fault(fault_of(case_world.given.camera));
  }

  const WarmState& warm;
  const scenario::World& test_case;
  Patient patient;
  CardField field{"field"};
  View view;
  reader::Reader reader;
  Clerk clerk;
  EligibilityService service;
  std::map<std::string, HeldCard> cards;  ///< by holder; a chip keeps its counters between receptions
  /// By owner; a phone keeps its counters between receptions.
  std::map<std::string, std::shared_ptr<Phone>> phones;
  std::shared_ptr<const scenario::Persona> present;  ///< the person in front of the reader
  std::shared_ptr<const scenario::Persona> holder;   ///< holder of the card that was inserted last
  bool card_shown = false;                           ///< the present patient has inserted their card

  void enrol(const std::shared_ptr<const scenario::Persona>& who, const scenario::Given& given) {
    const scenario::Persona& persona = *who;
    if (!persona.card) return;
    const auto& [card, issuer] = warm.card(persona, given, test_case.vision != scenario::Vision::declared);
    InsuredPerson insured{who,
                          card.authentication_serial,
                          issuer,
                          card.authentication_expires,
                          given.registered.value_or(persona.registered),
                          given.insurance ? &*given.insurance : nullptr,
                          given.eligibility,
                          given.specific_diseases ? &*given.specific_diseases : nullptr};
    insured.phone = hand_out_phone(persona, given.phone);
    service.enrol(std::move(insured));
    if (given.phone.certificate) service.revoke_phone(persona.id, reason_for(*given.phone.certificate));
    if (given.certificate) service.revoke(persona.id, reason_for(*given.certificate));
    chip::ChipState state(*card.image);
    if (given.pin_tries_left)
      state.set_tries(*card.image, chip::secret::kAuthenticationPin, *given.pin_tries_left);
    if (given.card_face_number_tries_left) {
      state.set_tries(*card.image, chip::secret::kCardFaceNumberB, *given.card_face_number_tries_left);
    }
    auto chip = card_in_field(chip::Chip(borrowed(card.image), warm.chip_timing(), state, test_case.seed),
                              warm.card_link(), test_case.seed, persona.id);
    const reader::PrintedFace printed{personalisation::card_face_number_b(persona.born, *persona.card),
                                      given.print_misreads};
    cards[persona.id] = {{persona.id, printed}, chip};
  }

  /// Gives a persona their phone, if the case needs it. @return what the service knows of the phone
  std::optional<InsuredPerson::Phone> hand_out_phone(const scenario::Persona& persona,
                                                     const scenario::GivenPhone& given) {
    if (!persona.phone || !test_case.phones) return std::nullopt;
    const auto* issued = given.has_certificate ? warm.phone(persona, given) : nullptr;
    phones[persona.id] = std::make_shared<Phone>(given.kind.value_or(persona.phone->kind), persona.phone->pin,
                                                 issued, given.pin_tries_left.value_or(Phone::kTries));
    if (issued == nullptr) return std::nullopt;
    return InsuredPerson::Phone{issued->serial, issued->certificate_issuer, issued->expires,
                                given.registered.value_or(true)};
  }

  reader::PhoneBody phone_in_hand(const dut::HoldPhone& hold) {
    const auto& phone = phones.at(hold.owner);
    phone->set_unlocked(hold.unlock);
    return {hold.owner, phone->kind(), phone, hold.lift_after};
  }

  HeldCard card_in_hand(const dut::InsertCard& insert) {
    switch (insert.card) {
      case scenario::CardInHand::own:
        return cards.at(insert.holder);
      case scenario::CardInHand::other:
        return {{"other", std::nullopt},
                std::make_shared<chip::TypeBCard>(std::make_shared<ForeignCard>(), warm.card_link(),
                                                  test_case.seed)};
      case scenario::CardInHand::unreadable:
        break;
    }
    return {{"unreadable", std::nullopt}, nullptr};
  }

  std::shared_ptr<const scenario::Persona> persona(const std::string& id) const {
    return borrowed(id == test_case.patient->id ? test_case.patient : test_case.others.at(id));
  }

  PaperAtDesk paper(record::Certificate certificate) const {
    const scenario::Papers& papers = present->papers;
    switch (certificate) {
      case record::Certificate::legacy_certificate:
        return {certificate, papers.legacy_certificate, card_shown};
      case record::Certificate::eligibility_certificate:
        return {certificate, papers.eligibility_certificate, card_shown};
      default:
        return {certificate, std::nullopt, card_shown};
    }
  }
};

ModelDevice::ModelDevice(const WarmState& warm, std::optional<reader::Defect> defect)
    : warm_(warm), defect_(defect) {}

ModelDevice::~ModelDevice() = default;

void ModelDevice::trace_to(trace::TraceOptions options, std::string file_stem, Text title,
                           std::vector<std::string> requirements) {
  trace_options_ = std::move(options);
  trace_stem_ = std::move(file_stem);
  trace_title_ = std::move(title);
  trace_requirements_ = std::move(requirements);
}

void ModelDevice::keep_pictures(std::filesystem::path folder, std::string file_stem) {
  pictures_ = std::make_unique<PictureFiles>(std::move(folder), std::move(file_stem));
}

std::string model_name(std::optional<reader::Defect> defect) {
  return defect ? "model with the defect " + std::string(to_name(*defect)) : "model";
}

std::set<scenario::Capability> model_capabilities(const reader::ReaderCatalogue& readers,
                                                  const std::string& reader) {
  using scenario::Capability;
  const auto profile = readers.profiles.find(reader);
  if (profile == readers.profiles.end()) throw dut::DeviceError("no reader profile \"" + reader + "\"");
  std::set<Capability> capabilities = {Capability::pin_pad};
  if (profile->second.camera) capabilities.insert({Capability::camera, Capability::pixels});
  if (profile->second.visual_check) capabilities.insert(Capability::visual_check);
  if (profile->second.smartphone) capabilities.insert(Capability::smartphone);
  return capabilities;
}

std::string ModelDevice::name() const { return model_name(defect_); }

std::set<scenario::Capability> ModelDevice::capabilities() const {
  if (world_ == nullptr) throw dut::DeviceError("the kind of reader is known only after a case has begun");
  return model_capabilities(warm_.readers(), world_->test_case.reader);
}

void ModelDevice::begin(const scenario::World& test_case) {
  if (world_ != nullptr) throw dut::DeviceError("a simulated device runs one case per process");
  record_ = record::Record({test_case.id, name(), test_case.start(), test_case.seed});
  record_.set_clock([] { return sc_now(); });
  world_ = std::make_unique<World>(warm_, test_case, defect_, record_);
  if (trace_options_) {
    trace_ = std::make_unique<AirTrace>(
        *trace_options_, trace::TracedCase{trace_stem_, test_case.id, trace_title_, trace_requirements_,
                                           name(), test_case.start()});
    trace_->listen(record_);
    world_->reader.observe(*trace_);
  }
  if (pictures_ != nullptr) world_->reader.keep_pictures(*pictures_);
  record_.listen([this](const record::Event& event) {
    if (const auto* guidance = record::as<record::GuidanceShown>(event))
      world_->view.guide(guidance->guidance);
    if (until_ == nullptr || reached_ || !(*until_)(event)) return;
    reached_ = true;
    sc_core::sc_pause();
  });
  world_->patient.arrive(test_case.patient->id);
  advance([](const record::Event& event) { return record::as<record::ScreenShown>(event) != nullptr; },
          std::chrono::seconds(1));
}

void ModelDevice::apply(const dut::Stimulus& stimulus) {
  World& world = *world_;
  std::visit(
      Overloaded{
          [&](const dut::Arrive& arrive) {
            world.present = world.persona(arrive.patient);
            world.card_shown = false;
            world.patient.arrive(arrive.patient);
          },
          [&](const dut::InsertCard& insert) {
            world.card_shown |=
                insert.card != scenario::CardInHand::other && insert.holder == world.present->id;
            if (insert.card == scenario::CardInHand::own) world.holder = world.persona(insert.holder);
            world.patient.insert(world.card_in_hand(insert));
          },
          [&](const dut::RemoveCard&) { world.patient.remove(); },
          [&](const dut::Touch& touch) { world.patient.touch(touch.button); },
          [&](const dut::EnterPin& pin) { world.patient.type_pin(pin.pin); },
          [&](const dut::ShowFace& show) {
            world.patient.show_face(declared_subject(show.as), [this, &world, as = show.as] {
              record_.add(record::Source::patient, record::FaceShown{shown(as)});
              world.view.show(*world.holder, as);
            });
          },
          [&](const dut::SetCamera& set) { world.reader.camera_body->set_fault(fault_of(set.state)); },
          [&](const dut::SetStaffMode& set) { world.clerk.set_staff_mode(set.mode); },
          [&](const dut::DecideVisualCheck& decide) { world.clerk.decide_visual_check(decide.same_person); },
          [&](const dut::ShowCertificate& show) { world.clerk.take(world.paper(show.certificate)); },
          [&](const dut::ReportLost& lost) { world.service.suspend(lost.patient); },
          [&](const dut::SetNetwork& network) { world.service.change_network(network.change); },
          [&](const dut::HoldPhone& hold) { world.patient.hold_phone(world.phone_in_hand(hold)); },
          [&](const dut::ShiftServiceClock& clock) { world.service.shift_clock(clock.by); },
      },
      stimulus);
}

bool ModelDevice::advance(const Until& until, Duration at_most) {
  if (at_most <= Duration::zero()) return false;
  until_ = &until;
  reached_ = false;
  sc_core::sc_start(to_sc_time(at_most));
  until_ = nullptr;
  return reached_;
}

void ModelDevice::end() {
  if (trace_ != nullptr) trace_->finish();
}

Duration ModelDevice::now() const { return sc_now(); }

}  // namespace uketsuke::sim
