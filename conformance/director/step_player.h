#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>

#include "conformance/director/view.h"
#include "conformance/dut/device_under_test.h"

namespace uketsuke::conformance {

/// Performs the steps of a script, one function per kind of step. Each returns why the step was impossible,
/// or empty.
class StepPlayer {
 public:
  using Failure = std::optional<std::string>;

  StepPlayer(const scenario::Case& test_case, dut::DeviceUnderTest& device);

  Failure perform(const scenario::step::InsertCard& step);
  Failure perform(const scenario::step::RemoveCard& step);
  Failure perform(const scenario::step::Choose& step);
  Failure perform(const scenario::step::LookAtCamera& step);
  Failure perform(const scenario::step::EnterPin& step);
  Failure perform(const scenario::step::Answer& step);
  Failure perform(const scenario::step::Touch& step);
  Failure perform(const scenario::step::Wait& step);
  Failure perform(const scenario::step::WaitFor& step);
  Failure perform(const scenario::step::LeaveCard& step);
  Failure perform(const scenario::step::NextPatient& step);
  Failure perform(const scenario::step::ReportLost& step);
  Failure perform(const scenario::step::SetStaffMode& step);
  Failure perform(const scenario::step::DecideVisualCheck& step);
  Failure perform(const scenario::step::ShowCertificate& step);
  Failure perform(const scenario::step::SetNetwork& step);
  Failure perform(const scenario::step::ShiftServiceClock& step);
  Failure perform(const scenario::step::SetCamera& step);
  Failure perform(const scenario::step::ChoosePhone& step);
  Failure perform(const scenario::step::HoldPhone& step);

  /// Takes the card once the device asks for it, and waits until the device is idle.
  void clear_up();

 private:
  const scenario::Case& test_case_;
  dut::DeviceUnderTest& device_;
  View view_;
  std::string patient_;  ///< the person before the device

  /// Lets time pass until `seen` holds, checked after every event. @return whether it holds
  bool until(const std::function<bool()>& seen, Duration at_most);
  /// As `until`, but gives up as soon as the reception is over.
  bool until_in_reception(const std::function<bool()>& seen);
  const scenario::Persona& persona() const;  ///< the person before the device
  bool asks_for_card();
  void touch(record::Button button);
  Failure answer_consents(const std::function<std::optional<scenario::Reply>(record::Screen)>& reply,
                          bool at_once);
  Failure answer_screen(record::Screen screen, scenario::Reply reply);
  Failure never(const std::string& what);
};

}  // namespace uketsuke::conformance
