#include "reports/trace/card_names.h"

#include <gtest/gtest.h>

namespace uketsuke::trace {
namespace card_names_test {

Application selected_by(std::string_view hex) {
  const Bytes name = from_hex(hex);
  return application_of(name.data(), name.size());
}

std::string file_name(Application application, std::uint16_t file) {
  std::string name;
  put_file_name(name, application, file);
  return name;
}

TEST(TraceCardNames, KnowsTheApplicationsByTheirWholeNames) {
  EXPECT_EQ(selected_by("D392F000260100000001"), Application::jpki);
  EXPECT_EQ(selected_by("D3921000310001010402"), Application::card_face);
  EXPECT_EQ(selected_by("D3921000310001010408"), Application::text_support);
  EXPECT_EQ(selected_by("D3921000310001010401"), Application::resident);
  EXPECT_EQ(selected_by("D3921000310001010100"), Application::common);
  EXPECT_EQ(selected_by("A0000001510000"), Application::other);
}

TEST(TraceCardNames, DoesNotGuessFromThePrefixThatFourApplicationsShare) {
  EXPECT_EQ(selected_by("D39210003100010104"), Application::unknown);
}

TEST(TraceCardNames, CountsMyNumberItsImageAndThePhotoAsSecret) {
  EXPECT_TRUE(is_secret_file(Application::text_support, 0x0001));
  EXPECT_TRUE(is_secret_file(Application::card_face, 0x0002));
  EXPECT_TRUE(is_secret_file(Application::card_face, 0x0005));
  EXPECT_FALSE(is_secret_file(Application::jpki, 0x0001));
  EXPECT_FALSE(is_secret_file(Application::jpki, 0x0002));
  EXPECT_FALSE(is_secret_file(Application::card_face, 0x0004));
}

TEST(TraceCardNames, CountsWhatMayBeSecretAsSecretWhereTheApplicationIsNotKnown) {
  for (const std::uint16_t file : {0x0000, 0x0001, 0x0002, 0x0005})
    EXPECT_TRUE(is_secret_file(Application::unknown, file)) << file;
}

TEST(TraceCardNames, ShowsTheIdOfAFileWithoutAName) {
  EXPECT_EQ(file_name(Application::jpki, 0x0010), "EF 0010");
  EXPECT_EQ(file_name(Application::jpki, 0x0018), "利用者証明用PIN (authentication PIN)");
  EXPECT_EQ(file_name(Application::jpki, 0x0000), "no EF selected");
}

}  // namespace card_names_test
}  // namespace uketsuke::trace
