#pragma once

#include "reader_model/ports/phone_body.h"
#include "sim/personalisation/phone_factory.h"

namespace uketsuke::sim {

/// A smartphone that stores a certificate. Keeps its tries counter during its lifetime, across receptions.
///
/// An iPhone answers once its owner has unlocked it. An Android phone checks four digits: a success resets
/// the counter, and too many wrong entries lock it. No source states the limit for phones.
class Phone : public reader::PhoneInField {
 public:
  static constexpr int kTries = 3;

  /// @param issued  null: no certificate was ever installed; must outlive the phone
  Phone(record::PhoneKind kind, record::Secret pin, const personalisation::PersonalisedPhone* issued,
        int tries_left = kTries);

  record::PhoneKind kind() const { return kind_; }

  /// Whether the owner unlocks it when it is next held to the reader.
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
