#include "sim/chip/chip_state.h"

#include <fmt/format.h>

#include <stdexcept>

namespace uketsuke::chip {

ChipState::ChipState(const CardImage& image) : secrets(image.secrets.size()) {
  for (std::size_t i = 0; i < secrets.size(); ++i) {
    const SecretObject& secret = image.secrets[i];
    secrets[i].tries_left = secret.value.empty() ? 0 : static_cast<std::uint8_t>(secret.max_tries);
  }
}

void ChipState::set_tries(const CardImage& image, std::string_view secret, int tries) {
  const int index = image.find_secret(secret);
  if (index < 0) throw std::invalid_argument(fmt::format("the card has no secret \"{}\"", secret));
  const SecretObject& object = image.secrets[static_cast<std::size_t>(index)];
  if (object.counter == CounterPolicy::unlimited || tries < 0 || tries > object.max_tries) {
    throw std::invalid_argument(
        fmt::format("\"{}\" cannot have {} tries left (0 to {})", secret, tries, object.max_tries));
  }
  secrets.at(static_cast<std::size_t>(index)).tries_left = static_cast<std::uint8_t>(tries);
}

}  // namespace uketsuke::chip
