// results.schema.json is written by hand; its words are those of the enumerations.

#include "record/verdict.h"
#include "tests/unit/schema_words.h"

namespace uketsuke::reports {
namespace results_schema_test {

TEST(ResultsSchema, WordsAreThoseOfTheEnumerations) {
  expect_word_lists("reports/results/schema/results.schema.json",
                    {{"$defs/case/properties/result", names_of<record::Result>()},
                     {"$defs/finding/properties/class", names_of<record::RequirementClass>()}});
}

}  // namespace results_schema_test
}  // namespace uketsuke::reports
