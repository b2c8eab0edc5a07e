#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "conformance/dut/device_under_test.h"
#include "reader_model/firmware/defect.h"
#include "reports/trace/link_trace.h"
#include "sim/session/warm_state.h"
#include "sim/vision/picture_files.h"

namespace uketsuke::sim {

class AirTrace;

/// `model`, or `model with the defect NAME`.
std::string model_name(std::optional<reader::Defect> defect);

/// What a reader of this kind can do. @throws dut::DeviceError if the profile is unknown
std::set<scenario::Capability> model_capabilities(const reader::ReaderCatalogue& readers,
                                                  const std::string& reader);

/// The simulated reader as a device under test, with its patient, card, clerk and eligibility service.
///
/// SystemC allows one world per process, so `begin` can be called once. Run every case in a process of its
/// own (run_isolated), inside `sc_elab_and_sim` (in_systemc). A SystemC warning is an error.
class ModelDevice : public dut::DeviceUnderTest {
 public:
  explicit ModelDevice(const WarmState& warm, std::optional<reader::Defect> defect = std::nullopt);
  ~ModelDevice() override;

  /// Writes the frames between reader and card as pcapng files named after the case. Call it before `begin`.
  void trace_to(trace::TraceOptions options, std::string file_stem, Text title,
                std::vector<std::string> requirements);

  /// Keeps pictures that explain a decision, in a folder that exists. Call it before `begin`.
  void keep_pictures(std::filesystem::path folder, std::string file_stem);

  std::string name() const override;
  /// The capabilities of the case's reader. @throws DeviceError before `begin`
  std::set<scenario::Capability> capabilities() const override;

  void begin(const scenario::World& world) override;
  void apply(const dut::Stimulus& stimulus) override;
  bool advance(const Until& until, Duration at_most) override;
  Duration now() const override;
  record::Record& record() override { return record_; }
  /// @throws SystemError if a trace could not be written
  void end() override;

 private:
  struct World;

  const WarmState& warm_;
  std::optional<reader::Defect> defect_;
  std::optional<trace::TraceOptions> trace_options_;
  std::string trace_stem_;
  Text trace_title_;
  std::vector<std::string> trace_requirements_;
  std::unique_ptr<PictureFiles> pictures_;
  std::unique_ptr<AirTrace> trace_;
  record::Record record_;
  std::unique_ptr<World> world_;
  const Until* until_ = nullptr;
  bool reached_ = false;
};

}  // namespace uketsuke::sim
