#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "conformance/dut/device_source.h"
#include "reader_model/face_match/matcher_factory.h"
#include "reader_model/firmware/defect.h"

namespace uketsuke::sim {

class WarmState;

/// How the simulated reader is set up for a run.
struct ModelOptions {
  std::filesystem::path data;            ///< root of the installed data files
  std::filesystem::path cache;           ///< folder for keys, certificates and models
  std::optional<reader::Defect> defect;  ///< firmware defect to plant
  reader::MatcherSettings matcher;       ///< used by cases with pixels
  std::string program = "Uketsuke";      ///< program that traces name as their writer
  bool trace_secrets = false;            ///< traces show PINs, My Number and photos in clear
};

/// The simulated reader as a device under test: `uketsuke run --device model`.
///
/// `prepare` makes the keys, cards and heads that all cases share.
class ModelSource : public dut::DeviceSource {
 public:
  /// @throws InputError for a data file, SystemError for the cache
  explicit ModelSource(ModelOptions options);
  ~ModelSource() override;

  std::string name() const override;
  std::set<scenario::Capability> capabilities(const std::string& reader) const override;
  bool writes_traces() const override { return true; }
  void prepare(std::size_t count, const WorldAt& world, bool spare_processor) override;
  void run(const std::function<void()>& body) override;
  void keep_note(char* note, std::size_t bytes) override;
  void print_hierarchy(std::ostream& out, const scenario::World& world) override;
  std::unique_ptr<dut::DeviceUnderTest> open(const scenario::World& world,
                                             const dut::Attachments& attachments) override;

 private:
  ModelOptions options_;
  std::unique_ptr<WarmState> warm_;
  bool pixels_loaded_ = false;
};

}  // namespace uketsuke::sim
