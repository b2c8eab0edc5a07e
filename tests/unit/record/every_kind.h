#pragma once

#include <utility>

#include "record/record.h"

namespace uketsuke::record {

namespace detail {

template <std::size_t I = 0>
void add_kinds_from(Record& record) {
  if constexpr (I < std::variant_size_v<Payload>) {
    record.add(std::chrono::milliseconds(I), Source::harness, std::variant_alternative_t<I, Payload>{});
    add_kinds_from<I + 1>(record);
  }
}

}  // namespace detail

/// A record with an event of every kind, and once more those whose fields can be filled or absent.
inline Record every_kind() {
  Record record(
      {"sample/date=2024-10-07", "none", Date(date::year{2024} / 10 / 7) + std::chrono::hours(9), 7});
  detail::add_kinds_from(record);
  record.add(Source::reader, ScreenShown{Screen::certificate_invalid,
                                         {"受付できません", "cannot be received"},
                                         {"窓口に\"ご連絡\"ください。\n【006】", "see the desk"},
                                         {{Button::confirm, {"確認", "confirm"}}},
                                         "006"});
  record.add(Source::service, ConsentRecorded{"sato-hanako", Category::pharmacists_info, true,
                                              "20241007090000", "20241008090000"});
  record.add(Source::reader, Wiped{{WipedItem::pin, WipedItem::photo}});
  return record;
}

}  // namespace uketsuke::record
