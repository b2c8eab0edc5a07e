#include "bench/accuracy/report/console_report.h"

#include <gmock/gmock.h>

#include <sstream>

#include "tests/unit/bench/accuracy/four_pictures.h"

namespace uketsuke::bench {
namespace console_report_test {

using ::testing::HasSubstr;
using ::testing::Not;

std::string shown(const Evaluation& evaluation) {
  std::ostringstream out;
  write_console(out, evaluation);
  return out.str();
}

TEST(EvaluationConsole, SaysWhatWasComparedWithWhat) {
  const std::string text = shown(FourPictures().evaluated());
  EXPECT_THAT(text, HasSubstr("matcher         test 1 (opencv)\n"));
  EXPECT_THAT(text, HasSubstr("pictures        4 of 2 persons\n"));
  EXPECT_THAT(text, HasSubstr("comparisons     2 genuine, 2 impostor; "));
}

TEST(EvaluationConsole, SaysIfReferencesWentThroughTheCard) {
  Evaluation evaluation = FourPictures().evaluated();
  evaluation.card = true;
  EXPECT_THAT(shown(evaluation), HasSubstr("test 1 (opencv), references through the card's photo\n"));
}

// 0 of 2: Wilson's upper limit is z² / (n + z²) = 3.8415 / 5.8415 = 65.8 %.
TEST(EvaluationConsole, FailuresAreRatesWithCountsAndInterval) {
  EXPECT_THAT(shown(FourPictures().evaluated()),
              HasSubstr("FTE (reference) 0 % (0 of 2), 95 % interval 0 to 65.8 %\n"));
}

TEST(EvaluationConsole, EveryThresholdIsARow) {
  FourPictures four;
  four.options.fmr = {0.5};
  four.options.thresholds = {0.3};
  const std::string text = shown(four.evaluated());
  EXPECT_THAT(text, HasSubstr("\nFMR 0.5 "));
  EXPECT_THAT(text, HasSubstr("\nthreshold 0.3       0.3000     50.0 %"));
}

TEST(EvaluationConsole, WeakEvidenceIsExplainedBelowTheTable) {
  FourPictures four;
  four.options.fmr = {0.001};
  EXPECT_THAT(shown(four.evaluated()),
              HasSubstr("\nFMR 0.001: too few impostors to state FMR 0.001: 2 of the 3000"));
}

TEST(EvaluationConsole, WithoutLivenessItSaysSo) {
  Evaluation evaluation = FourPictures().evaluated();
  evaluation.bona_fide = {};
  EXPECT_THAT(shown(evaluation), HasSubstr("\nthe matcher gave no liveness\n"));
}

TEST(EvaluationConsole, TheWeakestKindIsTheSystemsApcer) {
  Evaluation evaluation = FourPictures().evaluated();
  evaluation.liveness_threshold = 0.5;
  evaluation.attacks["mask"].liveness = {0.1, 0.1};
  evaluation.attacks["screen"].liveness = {0.9, 0.1};
  EXPECT_THAT(shown(evaluation), HasSubstr("50.0 %, of the weakest kind, screen\n"));
}

TEST(EvaluationConsole, TenRemarksAreListedAndTheRestCounted) {
  Evaluation evaluation = FourPictures().evaluated();
  for (int i = 0; i < 13; ++i) evaluation.unusable.push_back({"p" + std::to_string(i) + ".png", "cut off"});
  const std::string text = shown(evaluation);
  EXPECT_THAT(text, HasSubstr("\n13 unusable pictures, not counted in any rate:\n  p0.png: cut off\n"));
  EXPECT_THAT(text, HasSubstr("  p9.png: cut off\n  ... and 3 more in evaluation.json\n"));
  EXPECT_THAT(text, Not(HasSubstr("p10.png")));
}

TEST(EvaluationConsole, ControlCharactersOfANameAreMadeVisible) {
  Evaluation evaluation = FourPictures().evaluated();
  evaluation.unusable.push_back({"a\x1b[31m.png", "cut off"});
  EXPECT_EQ(shown(evaluation).find('\x1b'), std::string::npos);
}

TEST(EvaluationConsole, AnInterruptedRunSaysSo) {
  Evaluation evaluation = FourPictures().evaluated();
  EXPECT_THAT(shown(evaluation), Not(HasSubstr("interrupted")));
  evaluation.interrupted = true;
  EXPECT_THAT(shown(evaluation),
              HasSubstr("\ninterrupted: the rates cover the comparisons made until then\n"));
}

}  // namespace console_report_test
}  // namespace uketsuke::bench
