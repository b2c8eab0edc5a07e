#pragma once

#include "bench/accuracy/evaluation.h"

namespace uketsuke::bench {

/// Two people with a reference and a probe each, all compared: genuine 0.9 and 0.8, impostors 0.2 and 0.4.
struct FourPictures {
  Plan plan;
  Gallery attacks;
  Measurement measurement;
  EvaluateOptions options;

  FourPictures() {
    plan.gallery.persons = {"a", "b"};
    for (const auto& [name, person] : {std::pair("a/card.png", 0), std::pair("a/1.png", 0),
                                       std::pair("b/card.png", 1), std::pair("b/1.png", 1)}) {
      plan.gallery.pictures.push_back({name, name, static_cast<std::size_t>(person), false});
    }
    plan.references = {true, false, true, false};
    plan.probes = {false, true, false, true};
    plan.comparisons = {{0, 1, true, 0}, {0, 3, false, 0}, {2, 1, false, 0}, {2, 3, true, 0}};
    for (int i = 0; i < 4; ++i) {
      PictureState state;
      state.examined = true;
      if (i % 2 == 0) {
        state.enrolled = true;
      } else {
        state.face = true;
        state.liveness = 0.75;
      }
      measurement.pictures.push_back(state);
    }
    measurement.comparisons = {{0.9, ""}, {0.2, ""}, {0.4, ""}, {0.8, ""}};
    measurement.matcher = "test 1";
    options.folder = "faces";
  }

  Evaluation evaluated() const { return evaluate_measurement(plan, attacks, measurement, options); }
};

}  // namespace uketsuke::bench
