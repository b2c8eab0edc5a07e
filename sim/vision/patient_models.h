#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "camera_model/head/anatomy/head_library.h"
#include "camera_model/head/identities.h"
#include "camera_model/sensor/imaging_chain.h"
#include "scenarios/model/case.h"

namespace uketsuke::sim {

/// A person's role in a case, relative to the card holder.
enum class Role {
  holder,     ///< as on the day of the visit
  other,      ///< another person of the holder's sex and about the same age
  lookalike,  ///< another person with much of the holder's face
  companion,  ///< a person who came along
};

/// The models of all patients, built once: heads, card photos, the reader's camera. It makes no judgement.
///
/// The warm parent fills it; the children that run cases read it.
class PatientModels {
 public:
  /// @param data  root of the installed data files
  /// @param models  folder `models` of the cache
  /// @param camera  a name in camera_model/sensor/cameras.yaml
  /// @throws InputError if models are missing or altered; `unknown_name` for the camera
  PatientModels(const std::filesystem::path& data, const std::filesystem::path& models,
                const std::string& camera = kCamera);

  static constexpr const char* kCamera = "reader-vga";

  /// Builds the heads that a case may show.
  void prepare(const scenario::World& world);

  /// Builds a persona's heads for their age on `day`; existing heads of the persona are kept.
  void prepare(const scenario::Persona& persona, Date day, std::initializer_list<Role> roles);

  /// A head that `prepare` built.
  /// @throws std::out_of_range if it did not
  std::shared_ptr<const camera::Head> head(const scenario::Persona& persona, Date day, Role cast) const;

  /// The photo in the chip, JPEG 2000, 192 x 240, grey, about 6 kB; empty if the card has none.
  Bytes card_photo(const scenario::Persona& persona, const scenario::CardPhoto& photo) const;

  /// Lens and sensor of the readers' camera, in their start state.
  const camera::ImagingChain& chain() const { return *chain_; }
  const camera::Identities& identities() const { return identities_; }

 private:
  camera::HeadLibrary library_;
  camera::Identities identities_;
  std::unique_ptr<camera::ImagingChain> chain_;
  std::map<std::string, std::shared_ptr<const camera::Head>> heads_;

  camera::HeadProfile profile(const scenario::Persona& persona, Date day, Role cast) const;
};

}  // namespace uketsuke::sim
