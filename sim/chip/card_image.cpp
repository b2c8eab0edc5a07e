#include "sim/chip/card_image.h"

namespace uketsuke::chip {

int CardImage::find_secret(std::string_view secret_name) const {
  for (std::size_t i = 0; i < secrets.size(); ++i) {
    if (secrets[i].name == secret_name) return static_cast<int>(i);
  }
  return -1;
}

std::vector<std::string> CardImage::assumptions() const {
  std::vector<std::string> lines;
  if (policies.pinless == Pinless::assumed) {
    lines.emplace_back(
        "pinless: what follows SET PUBLIC IC KEY (EXTERNAL AUTHENTICATE, then SIGN without a PIN) is "
        "assumed");
  }
  return lines;
}

}  // namespace uketsuke::chip
