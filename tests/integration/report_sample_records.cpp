#include "tests/integration/report_sample_records.h"

#include <utility>
#include <vector>

namespace uketsuke::sample {

namespace {

using namespace record;
using std::chrono::milliseconds;

/// Builds a record in steps of milliseconds.
class Story {
 public:
  Story(const std::string& case_id, const std::string& date)
      : record_(
            {case_id, "camera-slot (model)",
             std::chrono::time_point_cast<std::chrono::seconds>(*parse_date(date) + std::chrono::hours(9)),
             7}) {
    add(Source::patient, PatientArrived{"sato-hanako"});
    show(Screen::idle, {"マイナンバーカードをカードリーダーに入れてください", "Insert your My Number Card"});
  }

  template <class Kind>
  void add(Source source, Kind payload, int after = 0) {
    now_ += milliseconds(after);
    record_.add(now_, source, std::move(payload));
  }

  void step(const std::string& text) { add(Source::harness, StepStarted{++steps_, text}, 300); }

  void show(Screen screen, Text title, Text text = {}, std::vector<ButtonShown> buttons = {},
            const std::string& code = "", int after = 100) {
    add(Source::reader, ScreenShown{screen, std::move(title), std::move(text), std::move(buttons), code},
        after);
  }

  void touch(Screen screen, Button button, int after = 1200) {
    add(Source::patient, ButtonTouched{screen, button}, after);
  }

  void apdu(const std::string& command, const std::string& name, int sent, int received,
            const std::string& status = "9000", int after = 9) {
    add(Source::chip, Apdu{command, name, sent, received, status}, after);
  }

  void insert_card() {
    step("insert_card");
    add(Source::patient, CardInserted{"sato-hanako"}, 800);
    show(Screen::reading, {"カードを読み取っています", "Reading the card"},
         {"そのままお待ちください", "Please wait"});
    add(Source::reader, Lamp{LampColor::blue});
    apdu("00A4040C", "SELECT", 10, 0);
    apdu("00A4020C", "SELECT", 2, 0);
    add(Source::reader, CardRead{CardKind::individual_number}, 20);
  }

  void choose_method(Button choice) {
    show(Screen::choose_method, {"顔認証または暗証番号のどちらかを選んでください", "Choose face or PIN"}, {},
         {{Button::face, {"顔認証", "Face"}}, {Button::pin, {"暗証番号", "PIN"}}});
    step(choice == Button::face ? "choose: face" : "choose: pin");
    touch(Screen::choose_method, choice);
  }

  void face() {
    apdu("00A4040C", "SELECT", 16, 0);
    apdu("00200082", "VERIFY", 14, 0);
    add(Source::chip, CardFaceNumberChecked{SecretCheck::accepted, 10});
    for (int block = 0; block < 6; ++block) apdu("00B08000", "READ BINARY", 0, 224);
    add(Source::reader, PhotoRead{1344});
    apdu("00880000", "INTERNAL AUTHENTICATE", 16, 256);
    face_guide();
    step("look_at_camera");
    add(Source::camera, FrameCaptured{31}, 1030);
    add(Source::reader, FaceCompared{FaceResult::match}, 412);
    add(Source::reader, IdentityConfirmed{Method::face});
  }

  void face_guide() {
    show(Screen::face_guide, {"画面の枠に顔が収まるようにすると自動的に撮影されます。",
                              "Fit your face into the frame; the picture is taken by itself."});
  }

  void guide(Guidance guidance, const std::string& text, int after = 330) {
    add(Source::reader, GuidanceShown{guidance, text}, after);
  }

  void keep(int frame, const std::string& file) { add(Source::harness, PictureKept{frame, file}); }

  void check(CertificateStatus status = CertificateStatus::valid) {
    show(Screen::checking, {"資格を確認しています", "Checking your insurance"});
    add(Source::service, CertificateChecked{"sato-hanako", status}, 300);
    if (status == CertificateStatus::suspended) return;
    add(Source::service, RegistrationChecked{"sato-hanako", true}, 300);
    add(Source::service, EligibilityAnswered{"sato-hanako", Validity::valid, "06130012"}, 300);
  }

  void ask(Screen screen, Text title, Text text, Text refuse = {"同意しない", "Do not agree"}) {
    show(screen, std::move(title), std::move(text),
         {{Button::agree, {"同意する", "Agree"}}, {Button::refuse, std::move(refuse)}});
    touch(screen, Button::agree, 2400);
  }

  void ask_all() {
    show(Screen::consent_all,
         {"医師・薬剤師に提供する情報を選んでください", "Choose what is given to doctor and pharmacist"},
         {"過去の診療・薬剤情報、手術情報、特定健診情報",
          "Past treatment and medicines, operations, health check-ups"},
         {{Button::agree_all, {"全て同意する", "Agree to all"}},
          {Button::individually, {"個別に同意する", "One by one"}}});
    step("answer: { all: agree }");
    touch(Screen::consent_all, Button::agree_all, 2400);
  }

  void consent(Category category, const std::string& time, const std::string& until, int after = 0) {
    add(Source::service, ConsentRecorded{"sato-hanako", category, true, time, until}, after);
  }

  void release(Category category, bool any = true) {
    add(Source::service, DataReleased{"sato-hanako", category, any});
  }

  void done() {
    add(Source::reader, ReceptionCompleted{});
    show(Screen::done, {"受付が完了します。カードをカードリーダーからお取りください",
                        "Reception is complete. Take your card."});
    add(Source::reader, Lamp{LampColor::green});
  }

  void take_card() {
    step("remove_card");
    add(Source::patient, CardRemoved{}, 1500);
    add(Source::reader, Lamp{LampColor::off});
    add(Source::reader, Wiped{{WipedItem::pin, WipedItem::card_face_number, WipedItem::photo,
                               WipedItem::probe, WipedItem::certificate}});
    add(Source::reader, ReaderIdle{});
    show(Screen::idle, {"マイナンバーカードをカードリーダーに入れてください", "Insert your My Number Card"},
         {}, {}, "", 0);
  }

  Record take() { return std::move(record_); }

 private:
  Record record_;
  Duration now_{};
  std::int64_t steps_ = 0;
};

void through_new_consent(Story& story) {
  story.insert_card();
  story.choose_method(Button::face);
  story.face();
  story.check();
  story.ask_all();
  const std::string time = "20241007090011";
  const std::string until = "20241008090011";
  story.consent(Category::diagnosis_info, time, until, 300);
  story.consent(Category::pharmacists_info, time, until);
  story.consent(Category::specific_health_checkups_info, time, until);
  story.release(Category::eligibility);
  story.release(Category::diagnosis_info);
  story.release(Category::pharmacists_info);
  story.release(Category::specific_health_checkups_info, false);
}

void through_old_consent(Story& story) {
  story.insert_card();
  story.choose_method(Button::face);
  story.face();
  story.check();
  story.step("answer: { all: agree }");
  story.ask(Screen::consent_medicines,
            {"お薬情報に関する情報提供の同意について", "Consent to giving your medicines"},
            {"過去の診療、処方された薬の情報を医師・薬剤師に提供します。",
             "Past treatment and prescribed medicines are given to doctor and pharmacist."});
  story.ask(Screen::consent_health_checkups,
            {"40歳以上対象 特定健診情報の提供について", "Aged 40 and over: health check-ups"},
            {"メタボ健診（40～74歳）や高齢者健診（75歳以上）の結果を提供します。",
             "Results of check-ups (40 to 74) and of check-ups for the elderly (75 and over) are given."},
            {"同意しない・40歳未満", "Do not agree, or under 40"});
  const std::string time = "20241006090015";
  const std::string until = "20241007090015";
  story.consent(Category::pharmacists_info, time, until, 300);
  story.consent(Category::specific_health_checkups_info, time, until);
  story.release(Category::eligibility);
  story.release(Category::pharmacists_info);
  story.release(Category::specific_health_checkups_info);
}

}  // namespace

Record leaflet_by_face(const std::string& case_id, const std::string& date) {
  Story story(case_id, date);
  if (date >= "2024-10-07") {
    through_new_consent(story);
    story.release(Category::limit_application_certificate);
    story.done();
  } else {
    through_old_consent(story);
    story.done();
    story.show(
        Screen::limit, {"限度額情報を提供しますか", "Give your limit information?"},
        {"高額療養費制度をご利用される方は、カードを取らずに「提供する」を押してください。",
         "To use the high-cost scheme, leave the card and touch “Give”."},
        {{Button::provide, {"提供する", "Give"}}, {Button::do_not_provide, {"提供しない", "Do not give"}}},
        "", 3000);
  }
  story.take_card();
  return story.take();
}

Record limit_held_back(const std::string& case_id) {
  Story story(case_id, "2024-10-07");
  through_new_consent(story);
  story.done();
  story.take_card();
  return story.take();
}

Record pin_locked_then_face(const std::string& case_id) {
  Story story(case_id, "2024-10-07");
  story.insert_card();
  story.choose_method(Button::pin);
  for (int left = 2; left >= 0; --left) {
    story.show(Screen::enter_pin, {"暗証番号の入力", "Enter your PIN"},
               {"カード申請時に設定した4桁の暗証番号を入力します。",
                "The four digits that you chose when you applied."});
    story.step("enter_pin: wrong");
    story.add(Source::patient, PinEntered{4}, 2100);
    story.apdu("00200080", "VERIFY", 4, 0, "63C" + std::to_string(left));
    story.add(Source::chip, PinChecked{SecretCheck::wrong, left});
    story.add(Source::reader,
              IdentityRefused{Method::pin, left > 0 ? Refusal::pin_wrong : Refusal::pin_locked});
    if (left == 0) break;
    story.show(
        Screen::pin_wrong, {"暗証番号が違います", "Wrong PIN"},
        {"あと" + std::to_string(left) + "回間違えるとロックされます", std::to_string(left) + " tries left"},
        {{Button::retry, {"もう一度入力する", "Try again"}}, {Button::face, {"顔認証", "Face"}}});
    story.touch(Screen::pin_wrong, Button::retry);
  }
  story.show(Screen::pin_locked, {"暗証番号がロックされました", "The PIN is locked"},
             {"顔認証をご利用ください", "Please use the face"}, {{Button::face, {"顔認証", "Face"}}});
  story.add(Source::reader, Lamp{LampColor::red});
  story.touch(Screen::pin_locked, Button::face);
  story.face();
  story.check();
  story.ask_all();
  story.consent(Category::pharmacists_info, "20241007090027", "20241008090027", 300);
  story.release(Category::eligibility);
  story.release(Category::pharmacists_info);
  story.release(Category::limit_application_certificate);
  story.done();
  story.take_card();
  return story.take();
}

Record suspended_card(const std::string& case_id) {
  Story story(case_id, "2024-10-07");
  story.add(Source::service, CardSuspended{"sato-hanako"});
  story.insert_card();
  story.choose_method(Button::face);
  story.face();
  story.check(CertificateStatus::suspended);
  story.add(Source::reader, ReceptionAborted{AbortReason::certificate_invalid});
  story.show(Screen::certificate_invalid, {"受付窓口にご連絡ください。", "Please see the reception desk."},
             {"また市区町村で証明書の更新手続きをしてください。",
              "Have your certificate renewed at your municipality."},
             {}, "006");
  story.add(Source::reader, Lamp{LampColor::red});
  story.add(Source::reader, CardLeftAlarm{true}, 15000);
  story.take_card();
  return story.take();
}

Record face_seen(const std::string& case_id) {
  Story story(case_id, "2024-10-21");
  story.insert_card();
  story.choose_method(Button::face);
  story.face_guide();
  story.step("look_at_camera: { attack: printed_photo }");
  story.guide(Guidance::show_face, "画面の枠に顔が収まるようにしてください");
  story.keep(4, picture::kShowFace);
  story.add(Source::patient, FaceShown{Shown::printed_photo}, 48);
  story.guide(Guidance::come_closer, "もう少し近づいてください");
  story.keep(9, picture::kMissing);
  story.guide(Guidance::hold_still, "動かずにお待ちください");
  story.keep(15, picture::kNoJpeg);
  story.guide(Guidance::turn_head, "ゆっくり顔を左右に動かしてください");
  story.keep(22, picture::kBroken);
  story.add(Source::camera, FrameCaptured{25}, 400);
  FaceMeasured measured;
  measured.frame = 25;
  measured.similarity = 967;
  measured.similarity_at_least = 400;
  measured.liveness = 186;
  measured.liveness_at_least = 500;
  measured.parallax_at_least = 43;
  story.add(Source::reader, measured, 30);
  story.keep(25, picture::kHostile);
  story.keep(26, picture::kOutside);
  story.add(Source::reader, FaceCompared{FaceResult::not_live});
  story.add(Source::reader, FaceDataWiped{true, false, true});
  story.add(Source::reader, IdentityRefused{Method::face, Refusal::not_live});
  story.show(Screen::face_failed, {"顔認証ができませんでした。", "Your face was not recognised."}, {},
             {{Button::retry, {"もう一度", "Try again"}}, {Button::pin, {"暗証番号", "PIN"}}});
  story.touch(Screen::face_failed, Button::retry);
  story.face_guide();
  story.add(Source::reader, CameraFailed{CameraTrouble::silent}, 2000);
  story.take_card();
  return story.take();
}

std::string nobody_picture(int number) { return "nobody-seen." + std::to_string(number) + "-show_face.jpg"; }

Record nobody_seen(const std::string& case_id, int times) {
  Story story(case_id, "2024-10-21");
  story.insert_card();
  story.choose_method(Button::face);
  story.face_guide();
  for (int number = 1; number <= times; ++number) {
    story.guide(Guidance::show_face, "画面の枠に顔が収まるようにしてください");
    story.keep(5 * number, nobody_picture(number));
  }
  story.take_card();
  return story.take();
}

Record hostile_screen(const std::string& case_id) {
  Story story(case_id, "2024-10-07");
  story.insert_card();
  story.show(
      Screen::not_insured,
      {"</script><script>document.title='owned'</script>", "<img src=x onerror=\"document.title='owned'\">"},
      {"<!--@script--> \\u003c ]]> & \" '", "javascript:alert(1)"},
      {{Button::confirm, {"<b onclick=alert(1)>確認</b>", "</figure></main>"}}}, "<i>");
  story.touch(Screen::not_insured, Button::confirm);
  story.take_card();
  return story.take();
}

Record broken_off(const std::string& case_id) {
  Story story(case_id, "2024-10-07");
  story.insert_card();
  story.apdu("00B08000", "READ BINARY", 0, 0, "");
  return story.take();
}

}  // namespace uketsuke::sample
