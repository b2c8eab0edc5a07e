#pragma once

#include "reader_model/ports/phone_body.h"
#include "sim/personalisation/phone_factory.h"

namespace uketsuke::sim {

/// A smartphone with a certificate in it. Keeps its tries as long as it lives, from one reception to the
/// next.
///
/// An iPhone answers when its owner has unlocked it; an Android phone checks four digits, which a success
/// resets and which so many wrong ones lock. How many, for phones, no source says.
class Phone : public reader::PhoneInField {
 public:
  static constexpr int kTries = 3;

  /// @param issued null: no certificate was ever set up in it. Outlives it.
  Phone(record::PhoneKind kind, record::Secret pin, const personalisation::PersonalisedPhone* issued,
        int tries_left = kTries);

  record::PhoneKind kind() const { return kind_; }

  /// Whether its owner unlocks it when it is held next.
  void set_unlocked(bool unlocked) { unlocked_ = unlocked; }

  reader::PhoneAnswer answer(const reader::PhoneRequest& request) override;

 private:
  record::PhoneKind kind_;
  record::Secret pin_;
  const personalisation::PersonalisedPhone* issued_;
  int tries_;
  bool unlocked_ = true;

  reader::PhoneAnswer check_pin(const record::Secret& pin);
};

}  // namespace uketsuke::sim
