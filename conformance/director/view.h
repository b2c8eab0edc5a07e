#pragma once

#include <optional>

#include "record/record.h"

namespace uketsuke::conformance {

/// What somebody before the device sees now. Reads on in the record whenever it is asked.
class View {
 public:
  explicit View(const record::Record& record) : record_(record) {}

  /// The screen that is up; nothing before the first.
  const std::optional<record::ScreenShown>& screen();
  bool shows(record::Screen screen);
  bool offers(record::Button button);

  bool card_in() { return now().card_in; }
  bool idle() { return now().idle; }    ///< the device waits for a card
  bool alarm() { return now().alarm; }  ///< it calls for a card that was left
  bool aborted() { return now().aborted; }
  bool by_phone() { return now().by_phone; }  ///< this reception, or the last one, goes by a phone

  /// Nothing more will be asked in this reception, but perhaps for the card to be taken.
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
