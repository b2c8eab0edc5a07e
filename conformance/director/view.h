#pragma once

#include <optional>

#include "record/record.h"

namespace uketsuke::conformance {

/// What a person before the device sees now. Each query first reads the new events of the record.
class View {
 public:
  explicit View(const record::Record& record) : record_(record) {}

  /// The current screen; empty before the first.
  const std::optional<record::ScreenShown>& screen();
  bool shows(record::Screen screen);
  bool offers(record::Button button);

  bool card_in() { return now().card_in; }
  bool idle() { return now().idle; }    ///< the device waits for a card
  bool alarm() { return now().alarm; }  ///< the device raises the card-left alarm
  bool aborted() { return now().aborted; }
  bool by_phone() { return now().by_phone; }  ///< this reception, or the last one, uses a phone

  /// Whether nothing more will be asked in this reception, except that the card be taken.
  bool over() { return aborted() || (idle() && !card_in()); }

 private:
  struct Seen {
    std::optional<record::ScreenShown> screen;
    bool card_in = false;
    bool idle = true;
    bool aborted = false;
    bool by_phone = false;
    bool alarm = false;
  };

  const record::Record& record_;
  std::size_t next_ = 0;
  Seen seen_;

  const Seen& now();
  void see(const record::Event& event);
};

}  // namespace uketsuke::conformance
