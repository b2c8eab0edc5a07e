#pragma once

#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {

inline constexpr const char* kPhoneDay = "2025-10-20";

/// The idle screen with its button, and a patient who touches it.
Story phone_chosen(const std::string& patient = "sato");
/// The patient's iPhone is on the reader, to be checked.
Story iphone_held(const std::string& patient = "sato");
/// The patient's Android phone is on the reader, its digits entered.
Story android_held(const std::string& patient = "sato");
/// The patient's iPhone was accepted; the screen is `checking`.
Story phone_accepted(const std::string& patient = "sato");

Story& check_phone(Story& story, PhoneCheck result, std::optional<std::int64_t> tries_left = std::nullopt);

/// Everything is agreed to and stored; the screen is `done`.
Story phone_done(const std::string& patient = "sato");

/// The last screen was shown for its time: the reader wipes its data and is idle.
Story& part(Story& story);
Story part(Story&& story);

/// Adds stories of receptions by phone, with their days.
void add_phones(std::vector<GoodStory>& stories);

}  // namespace uketsuke::conformance::test
