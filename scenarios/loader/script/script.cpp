#include "scenarios/loader/script/script.h"

#include <fmt/format.h>

#include <functional>
#include <utility>

#include "scenarios/loader/persona/phone_keys.h"
#include "scenarios/loader/script/appearance.h"
#include "scenarios/loader/script/clock_shift.h"
#include "scenarios/loader/script/network.h"
#include "scenarios/loader/script/script_words.h"
#include "scenarios/loader/words.h"

namespace uketsuke::scenario {

using yaml::Map;
using yaml::Value;

namespace {

// ---- the text of a step, for people ----

std::string flow(const Value& value) {
  if (value.is_scalar()) return value.text();
  std::string inside;
  if (value.is_map()) {
    for (const auto& [key, below] : value.map().entries()) {
      inside += fmt::format("{}{}: {}", inside.empty() ? "" : ", ", key.text(), flow(below));
    }
    return fmt::format("{{ {} }}", inside);
  }
  if (value.is_null()) return "null";
  for (const Value& item : value.items()) inside += (inside.empty() ? "" : ", ") + flow(item);
  return fmt::format("[{}]", inside);
}

// ---- the reader of one script ----

/// Reads step by step; knows who is before the reader and whose card was used last.
class ScriptReader {
 public:
  ScriptReader(std::shared_ptr<const Persona> patient, const Library& library, bool pixels)
      : patient_(std::move(patient)),
        first_(patient_),
        holder_(patient_),
        library_(library),
        pixels_(pixels) {}

  void read(const Value& item) {
    if (!item.is_map()) {
      const std::string word = item.text();
      script_.steps.push_back({bare(item, word), word, item.place()});
      return;
    }
    auto entries = item.map().entries();
    if (entries.size() != 1) {
      item.fail(InputProblem::bad_value,
                "a step is one word, or one key with its value; begin the next with \"-\"");
    }
    const auto& [key, value] = entries.front();
    Action action = keyed(key, value);
    const auto* pin = std::get_if<step::EnterPin>(&action);
    const std::string shown = pin != nullptr && pin->digits ? "****" : flow(value);
    script_.steps.push_back({std::move(action), key.text() + ": " + shown, item.place()});
  }

  Script take() { return std::move(script_); }

 private:
  using Form = Action (ScriptReader::*)(const Value&);

  std::shared_ptr<const Persona> patient_;  ///< the person before the reader
  std::shared_ptr<const Persona> first_;    ///< the case's own patient
  std::shared_ptr<const Persona> holder_;   ///< holder of the card inserted last
  const Library& library_;
  bool by_phone_ = false;  ///< an entered PIN is the phone's
  bool pixels_;            ///< the camera's pictures are rendered or recorded
  Script script_;

  static const std::vector<std::pair<std::string, Form>>& keyed_forms() {
    static const std::vector<std::pair<std::string, Form>> forms = {
        {"insert_card", &ScriptReader::insert_card},
        {"remove_card", &ScriptReader::remove_card},
        {"choose", &ScriptReader::choose},
        {"look_at_camera", &ScriptReader::look_at_camera},
        {"enter_pin", &ScriptReader::enter_pin},
        {"answer", &ScriptReader::answer},
        {"touch", &ScriptReader::touch},
        {"wait", &ScriptReader::wait},
        {"wait_for", &ScriptReader::wait_for},
        {"next_patient", &ScriptReader::next_patient},
        {"staff_mode", &ScriptReader::staff_mode},
        {"visual_check", &ScriptReader::visual_check},
        {"show_certificate", &ScriptReader::show_certificate},
        {"network", &ScriptReader::network},
        {"service_clock", &ScriptReader::service_clock},
        {"camera", &ScriptReader::camera},
        {"choose_phone", &ScriptReader::choose_phone},
        {"hold_phone", &ScriptReader::hold_phone}};
    return forms;
  }

  /// Reads a step that is one word.
  Action bare(const Value& item, const std::string& word) {
    if (const auto step = from_name<BareStep>(word)) return bare(item, *step);
    std::vector<std::string> known = names_of<BareStep>();
    for (const auto& [name, form] : keyed_forms()) {
      if (name == word) item.fail(InputProblem::wrong_type, fmt::format("\"{}\" needs a value", word));
      known.push_back(name);
    }
    item.fail(InputProblem::unknown_key, fmt::format("unknown step \"{}\"{}", word, suggestion(word, known)));
  }

  Action bare(const Value& item, BareStep which) {
    switch (which) {
      case BareStep::insert_card:
        return insert(item, patient_);
      case BareStep::remove_card:
        return step::RemoveCard{};
      case BareStep::look_at_camera:
        return step::LookAtCamera{};
      case BareStep::enter_pin:
        return right_pin(item);
      case BareStep::leave_card:
        return step::LeaveCard{};
      case BareStep::report_lost:
        return report_lost(item);
      case BareStep::hold_phone:
        break;
    }
    return with_phone(item, patient_, {});
  }

  /// Reads a step that is a key with its value.
  Action keyed(const Value& key, const Value& value) {
    const std::string word = key.text();
    std::vector<std::string> known;
    for (const auto& [name, form] : keyed_forms()) {
      if (name == word) return (this->*form)(value);
      known.push_back(name);
    }
    if (from_name<BareStep>(word)) {
      key.fail(InputProblem::wrong_type, fmt::format("\"{}\" takes no value", word));
    }
    key.fail(InputProblem::unknown_key, fmt::format("unknown step \"{}\"{}", word, suggestion(word, known)));
  }

  void remember(const std::shared_ptr<const Persona>& persona) {
    if (persona->id != first_->id) script_.others.emplace(persona->id, persona);
  }

  Action insert(const Value& where, const std::shared_ptr<const Persona>& holder) {
    if (!holder->card) {
      where.fail(InputProblem::bad_value, fmt::format("{} has no card to insert", holder->id));
    }
    holder_ = holder;
    by_phone_ = false;
    return step::InsertCard{};
  }

  Action insert_card(const Value& value) {
    if (value.is_map()) {
      Map map = value.map();
      const Value of = map.required("of");
      map.finish();
      const auto holder = library_.persona(of);
      insert(of, holder);
      remember(holder);
      return step::InsertCard{CardInHand::own, holder->id};
    }
    const auto card = value.one_of<CardInHand>();
    if (card == CardInHand::own) return insert(value, patient_);
    return step::InsertCard{card, std::nullopt};
  }

  Action remove_card(const Value& value) {
    Map map = value.map();
    step::RemoveCard remove;
    if (const auto at = map.optional("at")) remove.at = at->one_of<record::Screen>();
    if (const auto after = map.optional("after")) remove.after = after->duration();
    map.finish();
    if (remove.at.has_value() == remove.after.has_value()) {
      value.fail(InputProblem::bad_value, "give either a screen (\"at\") or a time (\"after\")");
    }
    return remove;
  }

  Action choose(const Value& value) {
    const auto method = value.one_of<record::Method>();
    if (method == record::Method::visual) {
      value.fail(InputProblem::bad_value,
                 "a patient cannot choose \"visual\"; write \"staff_mode: visual_check\"");
    }
    if (method == record::Method::smartphone) by_phone_ = true;
    return step::Choose{method};
  }

  Action choose_phone(const Value& value) { return step::ChoosePhone{value.one_of<record::PhoneKind>()}; }

  static Action with_phone(const Value& where, const std::shared_ptr<const Persona>& owner,
                           step::HoldPhone hold) {
    if (!owner->phone) where.fail(InputProblem::bad_value, fmt::format("{} has no phone to hold", owner->id));
    return hold;
  }

  Action hold_phone(const Value& value) {
    Map map = value.map();
    step::HoldPhone hold = read_hold_phone(map);
    auto owner = patient_;
    if (const auto of = map.optional("of")) {
      owner = library_.persona(*of);
      remember(owner);
      hold.of = owner->id;
    }
    map.finish();
    return with_phone(value, owner, std::move(hold));
  }

  Action look_at_camera(const Value& value) {
    const step::LookAtCamera look{read_appearance(value)};
    if (look.as.needs_pixels() && !pixels_) {
      value.fail(InputProblem::bad_value,
                 "a declared face cannot express this; write \"vision: rendered\" in the scenario");
    }
    return look;
  }
  Action camera(const Value& value) {
    const auto state = value.one_of<CameraState>();
    if (!pixels_) value.fail(InputProblem::bad_value, "needs \"vision: rendered\" in the scenario");
    return step::SetCamera{state};
  }

  Action right_pin(const Value& where) {
    if (by_phone_) return step::EnterPin{};  // the patient's phone has a PIN, even if the card has none
    if (holder_->card && holder_->card->pin.empty()) {
      where.fail(InputProblem::bad_value,
                 fmt::format("the card of {} has no PIN; write \"enter_pin: wrong\"", holder_->id));
    }
    return step::EnterPin{};
  }

  Action enter_pin(const Value& value) {
    std::string text = value.text();
    if (text == to_name(PinChoice::right)) return right_pin(value);
    if (text == to_name(PinChoice::wrong)) return step::EnterPin{PinChoice::wrong, std::nullopt};
    // From here on no message may quote the value.
    if (value.node()->substituted) {
      value.fail(InputProblem::bad_value,
                 "digits of a PIN cannot come from the matrix, whose values are part of the case's name; "
                 "write them here, or \"right\" or \"wrong\" on the axis");
    }
    if (text.size() != 4 || !all_digits(text)) {
      value.fail(InputProblem::bad_value, "expected \"right\", \"wrong\" or four digits in quotes");
    }
    if (!value.node()->quoted) {
      value.fail(
          InputProblem::bad_value,
          "put the digits of a PIN in quotes; otherwise other tools read a number and drop leading zeros");
    }
    return step::EnterPin{PinChoice::right, record::Secret(std::move(text))};
  }

  Action answer(const Value& value) {
    static const std::vector<std::pair<std::string, record::Screen>> kQuestions = {
        {"medicines", record::Screen::consent_medicines},
        {"operations", record::Screen::consent_operations},
        {"health_checkups", record::Screen::consent_health_checkups},
        {"limit", record::Screen::limit},
        {"specific_disease", record::Screen::specific_disease},
        {"registration", record::Screen::registration}};
    Map map = value.map();
    step::Answer answer;
    const auto all = map.optional("all");
    if (all) answer.all = all->one_of<Reply>();
    for (const auto& [key, screen] : kQuestions) {
      if (const auto reply = map.optional(key)) answer.each.emplace_back(screen, reply->one_of<Reply>());
    }
    map.finish();
    if (all && !answer.each.empty()) {
      value.fail(InputProblem::bad_value,
                 "\"all\" answers every consent screen; answer the others in a separate step");
    }
    if (!all && answer.each.empty()) value.fail(InputProblem::empty, "answers nothing");
    return answer;
  }

  Action touch(const Value& value) { return step::Touch{value.one_of<record::Button>()}; }
  Action wait(const Value& value) { return step::Wait{value.duration()}; }
  Action wait_for(const Value& value) { return step::WaitFor{value.one_of<record::Screen>()}; }

  Action next_patient(const Value& value) {
    patient_ = library_.persona(value);
    by_phone_ = false;
    remember(patient_);
    return step::NextPatient{patient_->id};
  }

  Action report_lost(const Value& where) {
    if (!patient_->card) {
      where.fail(InputProblem::bad_value, fmt::format("{} has no card to report lost", patient_->id));
    }
    return step::ReportLost{};
  }

  Action staff_mode(const Value& value) { return step::SetStaffMode{value.one_of<record::StaffMode>()}; }

  Action visual_check(const Value& value) {
    const auto finding = from_name<VisualFinding>(value.text());
    if (!finding) {
      value.fail(InputProblem::bad_value,
                 fmt::format("expected \"same\" or \"other\", found \"{}\"", value.text()));
    }
    return step::DecideVisualCheck{*finding == VisualFinding::same};
  }

  Action show_certificate(const Value& value) {
    return step::ShowCertificate{value.one_of<record::Certificate>()};
  }

  Action network(const Value& value) { return step::SetNetwork{read_network(value)}; }

  Action service_clock(const Value& value) { return step::ShiftServiceClock{read_clock_shift(value)}; }
};

}  // namespace

Script read_script(const Value& script, const std::shared_ptr<const Persona>& patient, const Library& library,
                   bool pixels) {
  ScriptReader reader(patient, library, pixels);
  const std::vector<Value> items = script.items();
  if (items.empty()) script.fail(InputProblem::empty, "the script has no step");
  for (const Value& item : items) reader.read(item);
  return reader.take();
}

}  // namespace uketsuke::scenario
