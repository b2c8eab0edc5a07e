#pragma once

#include <string_view>
#include <vector>

#include "record/words/reception_words.h"

// Events: the reception. See record/events.h.

namespace uketsuke::record {

/// 受付完了
struct ReceptionCompleted {
  static constexpr std::string_view kKind = "reception_completed";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
};

struct ReceptionAborted {
  static constexpr std::string_view kKind = "reception_aborted";
  AbortReason reason{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("reason", self.reason);
  }
};

/// The reader deleted these items of the reception that ends.
struct Wiped {
  static constexpr std::string_view kKind = "wiped";
  std::vector<WipedItem> items;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("items", self.items);
  }
};

/// The reader waits for the next card.
struct ReaderIdle {
  static constexpr std::string_view kKind = "reader_idle";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
};

}  // namespace uketsuke::record
