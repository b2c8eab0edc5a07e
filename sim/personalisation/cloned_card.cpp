#include "sim/personalisation/cloned_card.h"

namespace uketsuke::personalisation {

PersonalisedCard cloned(const PersonalisedCard& card, const std::shared_ptr<EVP_PKEY>& key) {
  auto image = std::make_shared<chip::CardImage>(*card.image);
  for (chip::Key& original : image->keys) {
    if (original.key != nullptr) original.key = key;
  }
  PersonalisedCard copy = card;
  copy.image = std::move(image);
  return copy;
}

}  // namespace uketsuke::personalisation
