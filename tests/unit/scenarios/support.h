#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "base/yaml/document.h"
#include "scenarios/loader/suite.h"

namespace uketsuke::scenario {

/// The shipped personas and sites, read once. Tests run in the root of the tree.
inline const Library& shipped_library() {
  static const Library library = load_library("scenarios");
  return library;
}

/// The cases of one scenario given as text, as if it were in `t.yaml`.
inline std::vector<Case> cases_of(const std::string& text, const LoadOptions& options = {}) {
  return read_scenario(yaml::parse(text, "t.yaml").at(0), shipped_library(), options);
}

/// An error: its kind in one word, and its message.
struct Failure {
  InputProblem problem{};
  std::string what;
};

inline Failure failure(const std::function<void()>& work) {
  try {
    work();
  } catch (const InputError& error) {
    return {error.problem(), error.what()};
  }
  ADD_FAILURE() << "no error";
  return {};
}

inline std::string error_of(const std::string& text, const LoadOptions& options = {}) {
  return failure([&] { cases_of(text, options); }).what;
}

/// A scenario whose lines from the eighth on are `more`; by default a script and an expectation.
inline std::string scenario_with(const std::string& more) {
  return "scenario: x\n"
         "title: { ja: 例, en: x }\n"
         "requirements: [PIN-01]\n"
         "tags: [sample]\n"
         "date: 2024-10-07\n"
         "patient: sato-hanako\n"
         "site: clinic-default\n" +
         more;
}

inline std::string with_script(const std::string& steps) {
  return scenario_with("expect: { reception: aborted }\nscript:\n" + steps);
}

inline std::string with_expect(const std::string& expect) {
  return scenario_with("script: [insert_card]\nexpect:\n" + expect);
}

}  // namespace uketsuke::scenario
