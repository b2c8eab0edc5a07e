// Documents repeat the words of the record; a new word fails here until its document says what it means.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "record/words/display_words.h"
#include "record/words/face_words.h"
#include "record/words/identity_words.h"
#include "record/words/phone_words.h"
#include "record/words/reception_words.h"
#include "record/words/service_words.h"

namespace uketsuke::record {
namespace documents_test {

std::string read(const std::string& file) {
  std::ifstream in(file);  // tests run in the root of the tree
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every word stands in the document as code.
template <class Enum>
void expect_words_in(const std::string& file, const std::string& unexplained = "") {
  const std::string text = read(file);
  for (const std::string& word : names_of<Enum>()) {
    if (word == unexplained) continue;
    EXPECT_NE(text.find("`" + word + "`"), std::string::npos) << file << " does not explain `" << word << "`";
  }
}

TEST(Documents, ReceptionFlowHasEveryScreen) { expect_words_in<Screen>("docs/reception-flow.md"); }

TEST(Documents, ReceptionFlowHasEveryButton) { expect_words_in<Button>("docs/reception-flow.md"); }

TEST(Documents, ReceptionFlowHasEveryMethod) { expect_words_in<Method>("docs/reception-flow.md"); }

TEST(Documents, ReceptionFlowHasEveryStateOfACertificate) {
  expect_words_in<CertificateStatus>("docs/reception-flow.md");
}

TEST(Documents, ReceptionFlowHasEveryResultOfAPhone) {
  expect_words_in<PhoneCheck>("docs/reception-flow.md");
}

// `no_method`: a device may give it; in the flow as documented nothing does.
TEST(Documents, ReceptionFlowHasEveryRefusal) {
  expect_words_in<Refusal>("docs/reception-flow.md", "no_method");
}

TEST(Documents, ReceptionFlowHasEveryReasonOfAnAbort) {
  expect_words_in<AbortReason>("docs/reception-flow.md");
}

TEST(Documents, FacePolicyHasEveryGuidance) { expect_words_in<Guidance>("docs/face-policy.md"); }

TEST(Documents, FacePolicyHasEveryResultOfAComparison) { expect_words_in<FaceResult>("docs/face-policy.md"); }

}  // namespace documents_test
}  // namespace uketsuke::record
