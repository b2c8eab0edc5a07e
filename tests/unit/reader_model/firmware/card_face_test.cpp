#include "reader_model/firmware/card_face.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace uketsuke::reader {
namespace card_face_test {

/// FF20 { DF22, DF24 { 90 010001, 91 n }, DF27 photo, DF29 }, by hand after the tag table of the card's
/// users.
Bytes card_face_file(const std::string& photo) {
  const std::string birth =
      "DF2208"
      "3139383530343132";
  const std::string key =
      "DF240A"
      "9003010001"
      "9103ABCDEF";
  const std::string value = birth + key + fmt::format("DF27{:02X}", photo.size() / 2) + photo;
  return from_hex(fmt::format("FF208200{:02X}", value.size() / 2) + value +
                  std::string(80, 'F'));  // files are longer than their content
}

TEST(CardFace, GivesPhotoAndKey) {
  const CardFace face = parse_card_face(card_face_file("0000000C6A502020"));
  EXPECT_EQ(to_hex(face.photo), "0000000C6A502020");
  EXPECT_EQ(to_hex(face.modulus), "ABCDEF");
  EXPECT_EQ(to_hex(face.exponent), "010001");
}

TEST(CardFace, OfAnInfantHasNoPhoto) { EXPECT_TRUE(parse_card_face(card_face_file("")).photo.empty()); }

TEST(CardFace, TruncatedAnywhereGivesOnlyWhatIsLeft) {
  const Bytes whole = card_face_file("0000000C6A502020");
  for (std::size_t length = 0; length < whole.size() - 40; ++length) {
    const CardFace face = parse_card_face(Bytes(whole.begin(), whole.begin() + static_cast<long>(length)));
    EXPECT_TRUE(face.photo.empty()) << length;
  }
}

}  // namespace card_face_test
}  // namespace uketsuke::reader
