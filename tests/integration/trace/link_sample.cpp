// Traces of a reader's link with cards that do not occur in the suites: link_sample DIR [secrets]
//
// Each trace is a separate card session, `NAME.1.pcapng`. Reader and cards are the simulator's.

#include <functional>
#include <iostream>
#include <memory>

#include "reader_model/rf/card_link.h"
#include "sim/chip/rf/cards_in_field.h"
#include "sim/chip/rf/faulty_link.h"
#include "sim/chip/rf/type_b_card.h"
#include "sim/session/air_trace.h"

namespace {

using namespace uketsuke;

/// Answers every command after a second: READ BINARY with Le bytes, other commands with 9000.
class SlowApplication : public chip::CardApplication {
 public:
  void power_on() override {}
  void power_off() override {}
  void tear_off(Duration) override {}
  void transmit(chip::ByteView command, chip::Answer& answer) override {
    answer.bytes.clear();
    if (command.size == 5 && command[1] == 0xB0)
      answer.bytes.assign(command[4] == 0 ? 256 : command[4], 0x37);
    answer.bytes.insert(answer.bytes.end(), {0x90, 0x00});
    answer.processing = std::chrono::seconds(1);
  }
};

std::shared_ptr<reader::CardInField> slow_card(std::uint64_t seed) {
  return std::make_shared<chip::TypeBCard>(std::make_shared<SlowApplication>(), chip::LinkParameters{}, seed);
}

using Talk = std::function<void(reader::CardLink&)>;

Talk say(std::vector<std::string> commands) {
  return [commands](reader::CardLink& link) {
    Bytes answer;
    for (const std::string& command : commands) {
      if (!link.transceive(from_hex(command), answer)) throw std::runtime_error("no answer to " + command);
    }
  };
}

const std::string kSelectJpki = "00A4040C0AD392F000260100000001";
const std::string kSelectCardFace = "00A4040C0AD3921000310001010402";
const std::string kSelectTextSupport = "00A4040C0AD3921000310001010408";

std::string select_file(const std::string& id) { return "00A4020C02" + id; }

struct Sampler {
  std::filesystem::path folder;
  bool secrets = false;

  void operator()(const std::string& name, reader::CardInField& card, const Talk& talk,
                  unsigned slots = 1) const {
    const auto day = date::sys_days(date::year(2024) / 10 / 7);
    sim::AirTrace trace({folder, "link_sample", secrets},
                        {name, name, {"見本", "sample"}, {}, "model", day + std::chrono::hours(9)});
    reader::LinkSettings settings;
    settings.bit_rate = 424;
    settings.slots = slots;
    reader::CardLink link(card, settings, &trace);
    if (!link.activate({})) throw std::runtime_error(name + ": the card cannot be activated");
    talk(link);
    link.deselect();
    link.switch_off(link.now());
    trace.finish();
  }
};

void write_samples(const Sampler& sample) {
  sample("waiting-time", *slow_card(1), say({kSelectJpki, select_file("000A"), "00B0000010"}));
  sample("chaining-both-ways", *slow_card(1),
         say({kSelectJpki, "802A0080000190" + std::string(800, '1') + "0000", select_file("000A"),
              "00B0000000"}));
  sample("secrets", *slow_card(1),
         say({kSelectJpki, select_file("0018"),
              "00200080"
              "04"
              "30313039",
              "00240180"
              "04"
              "38383838",
              kSelectTextSupport, select_file("0001"), "00B0000011", kSelectCardFace, select_file("0002"),
              "00B0000000", "00B00100FC", "00B00200FB"}));
  chip::CardsInField two({slow_card(1), slow_card(2)});
  sample("two-cards", two, say({kSelectJpki}), 4);
  chip::FaultyLink faulty(slow_card(1), chip::FaultPlan::recoverable(7, 12, 60, 2));
  sample("bad-link", faulty,
         say({kSelectJpki, select_file("0018"),
              "00200080"
              "04"
              "30313039",
              select_file("000A"), "00B0000000", "00B0010000", kSelectTextSupport, select_file("0001"),
              "00B0000011"}));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  try {
    write_samples({argv[1], argc > 2});
  } catch (const std::exception& error) {
    std::cerr << "link_sample: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
