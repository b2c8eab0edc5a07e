#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "reader_model/ports/card.h"

namespace uketsuke::reader {

/// A card that answers what the test wrote down, and remembers what it was asked.
class FakeCard : public CardInField {
 public:
  void answers(const std::string& hex) { answers_.push_back(from_hex(hex)); }

  void field_on() override { on = true; }
  void field_off() override { on = false; }
  ChipAnswer transmit(const Bytes& command) override {
    asked.push_back(to_hex(command));
    if (answers_.empty()) return {{0x6F, 0x00}, {}};
    Bytes answer = answers_.front();
    answers_.pop_front();
    return {answer, std::chrono::milliseconds(10)};
  }

  bool on = false;
  std::vector<std::string> asked;

 private:
  std::deque<Bytes> answers_;
};

}  // namespace uketsuke::reader
