#include "sim/session/model_source.h"

#include <utility>

#include "kernel/hierarchy.h"
#include "kernel/main.h"
#include "reader_model/face_match/plugin/current_call.h"
#include "sim/session/model_device.h"
#include "sim/session/warm_state.h"

namespace uketsuke::sim {

ModelSource::ModelSource(ModelOptions options)
    : options_(std::move(options)), warm_(std::make_unique<WarmState>(options_.data, options_.cache)) {}

ModelSource::~ModelSource() = default;

std::string ModelSource::name() const { return model_name(options_.defect); }

std::set<scenario::Capability> ModelSource::capabilities(const std::string& reader) const {
  return model_capabilities(warm_->readers(), reader);
}

void ModelSource::prepare(std::size_t count, const WorldAt& world, bool spare_processor) {
  for (std::size_t i = 0; i < count; ++i) {
    const scenario::World one = world(i);
    if (one.vision != scenario::Vision::declared && !pixels_loaded_) {
      warm_->load_pixels(options_.matcher, spare_processor);
      pixels_loaded_ = true;
    }
    warm_->order(one);
  }
  warm_->prepare();
}

void ModelSource::run(const std::function<void()>& body) { in_systemc(body); }

void ModelSource::keep_note(char* note, std::size_t bytes) { reader::CurrentCall::keep_in(note, bytes); }

void ModelSource::print_hierarchy(std::ostream& out, const scenario::World& world) {
  in_systemc([&] {
    ModelDevice device(*warm_);
    device.begin(world);
    uketsuke::print_hierarchy(out);
  });
}

std::unique_ptr<dut::DeviceUnderTest> ModelSource::open(const scenario::World& world,
                                                        const dut::Attachments& attachments) {
  auto device = std::make_unique<ModelDevice>(*warm_, options_.defect);
  if (attachments.traces) {
    device->trace_to({*attachments.traces, options_.program, options_.trace_secrets}, attachments.file_stem,
                     attachments.title, attachments.requirements);
  }
  if (attachments.pictures && world.vision != scenario::Vision::declared)
    device->keep_pictures(*attachments.pictures, attachments.file_stem);
  return device;
}

}  // namespace uketsuke::sim
