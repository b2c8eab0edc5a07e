#pragma once

#include <list>
#include <memory>
#include <optional>
#include <string>

#include "bench/accuracy/matcher_choice.h"
#include "bench/accuracy/plan.h"
#include "camera_model/image.h"

namespace uketsuke::bench {

/// The result for one image.
struct PictureState {
  bool examined = false;  ///< false after an interruption
  std::string unusable;   ///< why it is unreadable; empty: it is readable
  int width = 0;          ///< pixels
  int height = 0;
  std::optional<bool> enrolled;    ///< as a reference
  std::optional<bool> face;        ///< as a probe or an attack: a face was found
  std::optional<double> liveness;  ///< 0 to 1, for a probe or an attack
  std::string note;                ///< from the matcher, if it failed or found no face
};

/// The result of one comparison.
struct ComparisonState {
  std::optional<double> score;
  std::string note;  ///< why there is no score
};

/// The matcher and the images of one process. If the matcher makes templates, each image is analysed once.
/// Otherwise, a reference is enrolled once for a sequence of comparisons with it, and each probe is analysed
/// every time.
class Scorer {
 public:
  /// @throws reader::PluginError if the matcher cannot be opened
  Scorer(const Matcher& matcher, bool card);

  std::string matcher_name() const { return plugin_.name(); }
  std::string matcher_version() const { return plugin_.version(); }

  /// Does not throw: failures are in the result.
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
  std::list<Decoded> decoded_;  ///< latest first

  struct Known {
    const Picture* picture;
    bool as_reference;
    reader::TemplateAnswer answer;
  };
  std::list<Known> known_;  ///< latest first

  const reader::TemplateAnswer& template_of(const Picture& picture, bool as_reference);
  ComparisonState compare_templates(const Picture& reference, const Picture& probe);
  const camera::Image& decode(const Picture& picture);
  reader::PhotoAnswer enrol(const Picture& picture);
  void look(const Picture& picture, PictureState& state);
  void try_to_enrol(const Picture& picture, PictureState& state);
  std::vector<reader::FaceObservation> analyse(const Picture& picture, std::uint32_t wanted);
};

}  // namespace uketsuke::bench
