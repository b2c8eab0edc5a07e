#pragma once

#include <memory>
#include <vector>

#include "reader_model/ports/card_body.h"

namespace uketsuke::chip {

/// Several cards in one field: all hear the reader; if two answer at once, the reader understands neither.
class CardsInField : public reader::CardInField {
 public:
  explicit CardsInField(std::vector<std::shared_ptr<reader::CardInField>> cards) : cards_(std::move(cards)) {}

  void field_on(Duration at) override;
  void field_off(Duration at) override;
  bool receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) override;

 private:
  std::vector<std::shared_ptr<reader::CardInField>> cards_;
  reader::CardFrame other_;
};

}  // namespace uketsuke::chip
