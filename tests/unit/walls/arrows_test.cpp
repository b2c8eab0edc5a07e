#include "tests/unit/walls/arrows.h"

#include <gtest/gtest.h>

#include <ostream>

namespace uketsuke::walls {
namespace arrows_test {

struct Include {
  std::string_view file;
  std::string_view included;
  Form form;
};

void PrintTo(const Include& include, std::ostream* out) {
  *out << include.file << " includes " << include.included;
}

class AllowedInclude : public testing::TestWithParam<Include> {};
class ForbiddenInclude : public testing::TestWithParam<Include> {};

TEST_P(AllowedInclude, CrossesNoWall) {
  EXPECT_EQ(crossed_wall(GetParam().file, GetParam().included, GetParam().form), std::nullopt);
}

TEST_P(ForbiddenInclude, CrossesAWall) {
  EXPECT_NE(crossed_wall(GetParam().file, GetParam().included, GetParam().form), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(
    Arrows, AllowedInclude,
    testing::Values(Include{"base/nearest.cpp", "base/nearest.h", Form::quoted},
                    Include{"base/nearest.cpp", "fmt/format.h", Form::angled},
                    Include{"record/record.cpp", "record/events.h", Form::quoted},
                    Include{"reports/html/page.cpp", "record/record.h", Form::quoted},
                    Include{"reports/html/page.cpp", "reports/results/run.h", Form::quoted},
                    Include{"reports/html/page.cpp", "reports/html/style.h", Form::quoted},
                    Include{"scenarios/loader/steps.cpp", "scenarios/model/step.h", Form::quoted},
                    Include{"conformance/judge/judge.cpp", "scenarios/model/case.h", Form::quoted},
                    Include{"conformance/judge/judge.cpp", "conformance/checkers/checker.h", Form::quoted},
                    Include{"camera_model/camera.h", "record/record.h", Form::quoted},
                    Include{"camera_model/camera.h", "kernel/time.h", Form::quoted},
                    Include{"sim/session/session.cpp", "kernel/main.h", Form::quoted},
                    Include{"camera_model/camera.h", "systemc", Form::angled},
                    Include{"camera_model/lens.cpp", "opencv2/imgproc.hpp", Form::angled},
                    Include{"reader_model/slot/card_slot.h", "camera_model/frame.h", Form::quoted},
                    Include{"reader_model/slot/card_slot.h", "tlm_utils/simple_target_socket.h",
                            Form::angled},
                    Include{"sim/session/session.cpp", "conformance/dut/device_under_test.h", Form::quoted},
                    Include{"sim/patient/patient.cpp", "scenarios/model/step.h", Form::quoted},
                    Include{"sim/session/session.cpp", "reader_model/reader.h", Form::quoted},
                    Include{"cli/run.cpp", "sim/session/session.h", Form::quoted},
                    Include{"cli/run.cpp", "conformance/judge/judge.h", Form::quoted},
                    Include{"bench/cases.cpp", "sim/session/session.h", Form::quoted},
                    Include{"tests/unit/sim/chip_test.cpp", "conformance/judge/judge.h", Form::quoted}));

INSTANTIATE_TEST_SUITE_P(
    Arrows, ForbiddenInclude,
    testing::Values(
        // the oracle and the reader
        Include{"reader_model/firmware/firmware.cpp", "conformance/consent_engine/engine.h", Form::quoted},
        Include{"conformance/consent_engine/engine.cpp", "reader_model/firmware/firmware.h", Form::quoted},
        Include{"conformance/consent_engine/engine.cpp", "reader_model/firmware/firmware.h", Form::angled},
        Include{"sim/session/session.cpp", "conformance/consent_engine/engine.h", Form::quoted},
        Include{"sim/session/session.cpp", "conformance/judge/judge.h", Form::quoted},
        // the harness and the simulator
        Include{"conformance/dut/model.cpp", "sim/session/session.h", Form::quoted},
        Include{"conformance/dut/model.cpp", "systemc", Form::angled},
        Include{"conformance/dut/model.cpp", "systemc.h", Form::angled},
        Include{"record/record.h", "sysc/kernel/sc_time.h", Form::angled},
        Include{"reports/html/page.cpp", "opencv2/core.hpp", Form::angled},
        Include{"scenarios/loader/steps.cpp", "tlm", Form::angled},
        Include{"base/bytes.h", "tlm_utils/simple_target_socket.h", Form::angled},
        Include{"reports/html/page.cpp", "camera_model/frame.h", Form::quoted},
        // arrows in the wrong direction
        Include{"base/bytes.h", "record/record.h", Form::quoted},
        Include{"record/record.h", "reports/html/page.h", Form::quoted},
        Include{"reports/results/run.h", "reports/html/page.h", Form::quoted},
        Include{"reports/html/page.cpp", "reports/junit/junit.h", Form::quoted},
        Include{"reports/html/page.cpp", "scenarios/model/case.h", Form::quoted},
        Include{"reports/html/page.cpp", "conformance/judge/judge.h", Form::quoted},
        Include{"scenarios/loader/steps.cpp", "conformance/dut/stimulus.h", Form::quoted},
        Include{"conformance/judge/judge.cpp", "scenarios/loader/loader.h", Form::quoted},
        Include{"conformance/judge/judge.cpp", "reports/html/page.h", Form::quoted},
        Include{"conformance/dut/model.cpp", "kernel/time.h", Form::quoted},
        Include{"reports/html/page.cpp", "kernel/time.h", Form::quoted},
        Include{"kernel/main.cpp", "sim/session/session.h", Form::quoted},
        Include{"camera_model/camera.h", "reader_model/slot/card_slot.h", Form::quoted},
        Include{"reader_model/slot/card_slot.h", "sim/chip/chip.h", Form::quoted},
        Include{"reader_model/slot/card_slot.h", "scenarios/model/site.h", Form::quoted},
        Include{"sim/session/session.cpp", "scenarios/loader/loader.h", Form::quoted},
        Include{"sim/session/session.cpp", "cli/run.h", Form::quoted},
        Include{"sim/session/session.cpp", "tests/unit/sim/fake.h", Form::quoted},
        // free of rules, or not a path of the tree
        Include{"somewhere/else.cpp", "record/record.h", Form::quoted},
        Include{"reports/new_writer/page.cpp", "reports/console/style.h", Form::quoted},
        Include{"sim/chip/chip.cpp", "chip.h", Form::quoted},
        Include{"sim/chip/chip.cpp", "../pki/pki.h", Form::quoted}));

TEST(CrossedWall, NamesTheFolderAndWhatItIncluded) {
  EXPECT_EQ(crossed_wall("conformance/judge/judge.cpp", "sim/chip/chip.h", Form::quoted),
            "conformance/ may not include sim/chip/chip.h");
}

TEST(CrossedWall, AFolderIsNotMatchedByAPrefixOfItsName) {
  EXPECT_NE(crossed_wall("sim/a.cpp", "conformance/dut_tools/tool.h", Form::quoted), std::nullopt);
}

}  // namespace arrows_test
}  // namespace uketsuke::walls
