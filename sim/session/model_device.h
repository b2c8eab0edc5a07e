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

/// What a reader of this kind can do. @throws dut::DeviceError if there is no such profile
std::set<scenario::Capability> model_capabilities(const reader::ReaderCatalogue& readers,
                                                  const std::string& reader);

/// The simulated reader, with patient, card, clerk and eligibility service round it, as a device under test.
///
/// SystemC allows one world a process, so `begin` can be called once: run every case in a process of its own
/// (run_isolated), and there below `sc_elab_and_sim` (in_systemc). A SystemC warning is an error.
class ModelDevice : public dut::DeviceUnderTest {
 public:
  explicit ModelDevice(const WarmState& warm, std::optional<reader::Defect> defect = std::nullopt);
  ~ModelDevice() override;

  /// Has the frames between reader and card written as pcapng, named after the case; before `begin`.
  void trace_to(trace::TraceOptions options, std::string file_stem, Text title,
                std::vector<std::string> requirements);

  /// Has pictures that explain a decision kept in a folder that exists; before `begin`.
  void keep_pictures(std::filesystem::path folder, std::string file_stem);

  std::string name() const override;
  /// What the reader of the case has. @throws DeviceError before `begin`
  std::set<scenario::Capability> capabilities() const override;

  void begin(const scenario::World& world) override;
  void apply(const dut::Stimulus& stimulus) override;
  bool advance(const Until& until, Duration at_most) override;
  Duration now() const override;
  record::Record& record() override { return record_; }
  /// @throws SystemError where a trace could not be written
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
