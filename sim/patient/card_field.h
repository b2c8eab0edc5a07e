#pragma once

#include <memory>
#include <systemc>
#include <utility>

#include "reader_model/ports/card_field_if.h"

namespace uketsuke::sim {

/// The space in front of the reader's antenna, where patients put their cards.
class CardField : public sc_core::sc_module, public reader::CardFieldIf {
 public:
  explicit CardField(sc_core::sc_module_name name) : sc_module(name) {}

  void place(std::shared_ptr<reader::CardInField> card) override { card_ = std::move(card); }
  std::shared_ptr<reader::CardInField> card() override { return card_; }

 private:
  std::shared_ptr<reader::CardInField> card_;
};

}  // namespace uketsuke::sim
