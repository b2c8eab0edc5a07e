#include "reader_model/firmware/firmware.h"

#include <algorithm>

#include "kernel/time.h"

namespace uketsuke::reader {

Firmware::Firmware(sc_core::sc_module_name name, const ReaderProfile& profile, const FlowSettings& settings,
                   const Parts& parts, std::uint64_t seed)
    : sc_module(name), profile_(profile), flow_(settings), parts_(parts), card_(parts.rf), random_(seed) {
  SC_HAS_PROCESS(Firmware);
  SC_THREAD(run);
}

void Firmware::run() {
  parts_.record.add(record::Source::reader, record::ReaderIdle{});
  parts_.display.show(record::Screen::idle, flow_.idle_buttons(), -1);
  for (;;) {
    Input input = next();
    if (tampering_.input) tampering_.input(input);
    Actions actions = flow_.handle(input);
    if (tampering_.actions) tampering_.actions(actions);
    for (const Action& action : actions) carry_out(action);
  }
}

Input Firmware::next() {
  for (;;) {
    if (!inbox_.empty()) {
      const Input input = inbox_.front();
      inbox_.pop_front();
      return input;
    }
    if (const auto judged = judge_frame()) return *judged;
    if (!inbox_.empty()) continue;  // an input arrived while a frame was judged
    const sc_core::sc_time now = sc_core::sc_time_stamp();
    if (timer_ && now >= deadline_) {
      const TimerPurpose purpose = *timer_;
      timer_.reset();
      return input::TimedOut{purpose};
    }
    if (watching_ && now >= camera_deadline_) return fail_camera(record::CameraTrouble::silent);
    if (!timer_ && !watching_) {
      wait(arrived_);
    } else if (timer_ && watching_) {
      wait(std::min(deadline_, camera_deadline_) - now, arrived_);
    } else {
      wait((timer_ ? deadline_ : camera_deadline_) - now, arrived_);
    }
  }
}

void Firmware::push(Input input) {
  inbox_.push_back(std::move(input));
  arrived_.notify(sc_core::SC_ZERO_TIME);
}

void Firmware::pin_typed(const record::Secret& pin) {
  held_.pin = pin;
  push(input::PinTyped{});
}

void Firmware::deliver(const ServiceReply& reply) {
  if (reply.request != open_request_) return;  // a duplicate, or no longer waited for
  open_request_.reset();
  struct ToInput {
    Input operator()(record::CertificateStatus status) const { return input::CertificateAnswer{status}; }
    Input operator()(bool registered) const { return input::RegistrationAnswer{registered}; }
    Input operator()(const EligibilityReply& reply) const {
      return input::EligibilityAnswer{reply.validity, reply.specific_disease};
    }
    Input operator()(std::monostate) const { return input::OrderDone{}; }
  };
  push(std::visit(ToInput{}, reply.body));
}

void Firmware::deliver(const camera::Frame& frame) {
  frame_ = frame;
  camera_deadline_ = sc_core::sc_time_stamp() + to_sc_time(profile_.limits.camera);
  arrived_.notify(sc_core::SC_ZERO_TIME);
}

Duration Firmware::limit(TimerPurpose purpose) const {
  switch (purpose) {
    case TimerPurpose::screen:
      return profile_.limits.screen;
    case TimerPurpose::face:
      return profile_.limits.face;
    case TimerPurpose::notice:
      return profile_.limits.notice;
    case TimerPurpose::done_before_limit:
      return profile_.limits.done_before_limit;
    case TimerPurpose::card_left:
      return profile_.limits.card_left;
    case TimerPurpose::service:
      return profile_.limits.service;
    case TimerPurpose::done_without_card:
      return profile_.limits.done_without_card;
  }
  return {};
}

void Firmware::set_timer(TimerPurpose purpose) {
  timer_ = purpose;
  deadline_ = sc_core::sc_time_stamp() + to_sc_time(limit(purpose));
}

}  // namespace uketsuke::reader
