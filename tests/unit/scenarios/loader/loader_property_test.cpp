// Whatever changes are made to a suite's text, it loads or gives one clear line. Never a crash, never another
// exception.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace loader_property_test {

/// Every shipped scenario, as separate texts.
const std::vector<std::string>& scenarios() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> all;
    for (const auto& file : yaml_files("scenarios/suites")) {
      std::ifstream in(file, std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      for (std::size_t at = 0; at != std::string::npos;) {
        const std::size_t end = text.find("---\n", at);
        all.push_back(text.substr(at, end - at));
        at = end == std::string::npos ? end : end + 4;
      }
    }
    return all;
  }();
  return texts;
}

/// A scenario with some of its text changed.
std::string mutated() {
  std::string text = *rc::gen::elementOf(scenarios());
  const int changes = *rc::gen::inRange(0, 5);
  static const std::vector<std::string> kPieces = {
      "{",    "}",    "[", "]", ": ",     "- ", "\n",  "\n  ", "${", "}", "&a ", "*a ", "\"", "'", "---",
      "\xff", "null", "~", "|", "<<: *a", "? ", "!!x", "%",    "\t", "0", "-1",  "#",   "=",  "$", "none"};
  for (int i = 0; i < changes && !text.empty(); ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        text.insert(at, *rc::gen::elementOf(kPieces));
        break;
      case 1:
        text.erase(at, *rc::gen::inRange<std::size_t>(1, 40));
        break;
      case 2:
        text[at] = *rc::gen::arbitrary<char>();
        break;
      default: {  // a piece from elsewhere in the same text
        const auto from = *rc::gen::inRange<std::size_t>(0, text.size());
        text.insert(at, text.substr(from, *rc::gen::inRange<std::size_t>(1, 60)));
      }
    }
  }
  return text;
}

/// Whether the text loads; fails the property if it neither loads nor gives a one-line error.
bool loads(const std::string& text) {
  try {
    for (const yaml::Value& document : yaml::parse(text, "m.yaml")) {
      RC_ASSERT(!read_scenario(document, shipped_library(), {}).empty());
    }
    return true;
  } catch (const InputError& error) {
    const std::string what = error.what();
    RC_ASSERT(what.rfind("m.yaml", 0) == 0u);
    RC_ASSERT(what.find('\n') == std::string::npos);
    return false;
  }
}

RC_GTEST_PROP(Loader, SaysWhatIsWrongInOneLineOrLoads, ()) {
  for (int i = 0; i < 20; ++i) loads(mutated());
}

}  // namespace loader_property_test
}  // namespace uketsuke::scenario
