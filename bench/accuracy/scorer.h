#pragma once

#include <list>
#include <memory>
#include <optional>
#include <string>

#include "bench/accuracy/matcher_choice.h"
#include "bench/accuracy/plan.h"
#include "camera_model/image.h"

namespace uketsuke::bench {

/// What one picture turned out to be.
struct PictureState {
  bool examined = false;  ///< false after an interruption
  std::string unusable;   ///< why it cannot be read; empty: it can
  int width = 0;          ///< pixels
  int height = 0;
  std::optional<bool> enrolled;    ///< as a reference
  std::optional<bool> face;        ///< as a probe or an attack: a face was found
  std::optional<double> liveness;  ///< 0 to 1, of a probe or an attack
  std::string note;                ///< of the matcher, where it failed or found no face
};

/// What came of one comparison.
struct ComparisonState {
  std::optional<double> score;
  std::string note;  ///< why there is none
};

/// The matcher and the pictures of one process. Where the matcher makes templates, each picture is looked at
/// once; else a reference is enrolled once for all comparisons with it in a row, and each probe analysed
/// anew.
class Scorer {
 public:
  /// @throws reader::PluginError where the matcher cannot be opened
  Scorer(const Matcher& matcher, bool card);

  std::string matcher_name() const { return plugin_.name(); }
  std::string matcher_version() const { return plugin_.version(); }

  /// Throws nothing: what fails is in the state.
  PictureState examine(const Picture& picture, bool as_reference, bool as_probe);
  ComparisonState compare(const Picture& reference, const Picture& probe);

 private:
  reader::FacePlugin plugin_;
  std::unique_ptr<reader::FaceInstance> instance_;
  bool card_;
  const Picture* enrolled_ = nullptr;
  std::int64_t frames_ = 0;

  struct Decoded {
    const Picture* picture;
    camera::Image image;
  };
  std::list<Decoded> decoded_;  ///< the latest first

  struct Known {
    const Picture* picture;
    bool as_reference;
    reader::TemplateAnswer answer;
  };
  std::list<Known> known_;  ///< the latest first

  const reader::TemplateAnswer& template_of(const Picture& picture, bool as_reference);
  ComparisonState compare_templates(const Picture& reference, const Picture& probe);
  const camera::Image& decode(const Picture& picture);
  reader::PhotoAnswer enrol(const Picture& picture);
  void look(const Picture& picture, PictureState& state);
  void try_to_enrol(const Picture& picture, PictureState& state);
  std::vector<reader::FaceObservation> analyse(const Picture& picture, std::uint32_t wanted);
};

}  // namespace uketsuke::bench
