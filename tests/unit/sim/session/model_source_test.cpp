#include "sim/session/model_source.h"

#include <gmock/gmock.h>

#include "base/data_root.h"
#include "sim/session/model_device.h"

namespace uketsuke::sim {
namespace model_source_test {

using scenario::Capability;
using testing::Contains;
using testing::Not;

ModelSource model(std::optional<reader::Defect> defect = {}) {
  ModelOptions options;
  options.data = data_root();
  options.cache = cache_folder();
  options.defect = defect;
  return ModelSource(options);
}

TEST(ModelSource, CapabilitiesFollowTheProfile) {
  const ModelSource source = model();
  EXPECT_THAT(source.capabilities("camera-slot"), Contains(Capability::camera));
  EXPECT_THAT(source.capabilities("camera-slot"), Not(Contains(Capability::smartphone)));
  EXPECT_THAT(source.capabilities("camera-slot-smartphone"), Contains(Capability::smartphone));
}

TEST(ModelSource, AnUnknownKindOfReaderIsADeviceError) {
  EXPECT_THROW((void)model().capabilities("no-such-reader"), dut::DeviceError);
}

TEST(ModelSource, APlantedDefectIsInItsName) {
  EXPECT_EQ(model().name(), "model");
  EXPECT_EQ(model(reader::Defect::keeps_secrets).name(), "model with the defect keeps_secrets");
}

TEST(ModelDevice, KnowsItsKindOfReaderOnlyAfterACaseHasBegun) {
  ModelSource source = model();
  EXPECT_THROW((void)source.open({}, {})->capabilities(), dut::DeviceError);
}

}  // namespace model_source_test
}  // namespace uketsuke::sim
