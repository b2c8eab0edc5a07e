#include "conformance/rules/identification_parameters.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "base/atomic_file.h"
#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::conformance::test {
namespace identification_parameters_test {

using testing::AllOf;
using testing::HasSubstr;

const char* const kShipped = "conformance/rules/identification_parameters.yaml";

/// The shipped file with one parameter changed.
class Changed {
 public:
  Changed(const std::string& parameter, const std::string& value) {
    std::ifstream in(kShipped);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto from = text.find("value: ", text.find("  " + parameter + ":")) + 7;
    write_file(file_, text.replace(from, text.find('\n', from) - from, value));
  }
  IdentificationParameters load() const { return load_identification_parameters(file_); }
  std::string error() const {
    try {
      load();
    } catch (const InputError& error) {
      return error.what();
    }
    return "loaded";
  }

 private:
  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_.path() / "identification_parameters.yaml";
};

TEST(IdentificationParameters, DefaultsAreThoseOfTheFile) {
  const IdentificationParameters shipped = load_identification_parameters(kShipped);
  const IdentificationParameters defaults;
  EXPECT_EQ(shipped.locked_status_word, defaults.locked_status_word);
  EXPECT_EQ(shipped.visual_check_asks_consent, defaults.visual_check_asks_consent);
  EXPECT_EQ(shipped.suspended_certificate_as_revoked, defaults.suspended_certificate_as_revoked);
  EXPECT_EQ(shipped.specific_disease_in_consent_all, defaults.specific_disease_in_consent_all);
  EXPECT_EQ(shipped.refuse_all_button, defaults.refuse_all_button);
}

TEST(IdentificationParameters, EachIsReadFromItsKey) {
  EXPECT_EQ(Changed("locked_status_word", "\"6983\"").load().locked_status_word, 0x6983);
  EXPECT_FALSE(Changed("visual_check_asks_consent", "false").load().visual_check_asks_consent);
  EXPECT_FALSE(Changed("suspended_certificate_as_revoked", "false").load().suspended_certificate_as_revoked);
  EXPECT_TRUE(Changed("specific_disease_in_consent_all", "true").load().specific_disease_in_consent_all);
  EXPECT_TRUE(Changed("refuse_all_button", "true").load().refuse_all_button);
}

TEST(IdentificationParameters, WhatCannotBeModelledIsRefusedWithTheReason) {
  EXPECT_THAT(Changed("face_mismatch_counts_on_card", "true").error(),
              AllOf(HasSubstr("only false can be modelled"), HasSubstr("sets the card's counter back")));
  EXPECT_THAT(Changed("phone_kind_chosen_on_screen", "false").error(),
              HasSubstr("only true can be modelled"));
  EXPECT_THAT(Changed("slot_closed_while_phone", "false").error(), HasSubstr("only true can be modelled"));
  EXPECT_THAT(Changed("phone_in_visual_check_mode", "never").error(),
              HasSubstr("only offered can be modelled"));
  EXPECT_THAT(Changed("phone_certificate_falls_with_the_cards", "true").error(),
              HasSubstr("only false can be modelled"));
}

TEST(IdentificationParameters, StatusWordThatNoSourceNamesIsRefused) {
  EXPECT_THAT(Changed("locked_status_word", "\"6982\"").error(), HasSubstr("\"6984\" or \"6983\""));
}

}  // namespace identification_parameters_test
}  // namespace uketsuke::conformance::test
