#include "sim/chip/chip_timing.h"

#include "base/yaml/document.h"

namespace uketsuke::chip {

ChipTiming ChipTiming::load(const std::filesystem::path& path) {
  yaml::Map map = yaml::load_one(path).map();
  ChipTiming timing;
  const auto read = [&map](const char* key, Duration& duration) {
    const yaml::Value value = map.required(key);
    duration = value.duration();
    if (duration < Duration::zero() || duration > std::chrono::seconds(60)) {
      value.fail(InputProblem::bad_value, "a chip computes between 0 and 60 seconds");
    }
  };
  read("start_up", timing.start_up);
  read("overhead", timing.overhead);
  read("select", timing.select);
  read("read", timing.read);
  read("read_per_byte", timing.read_per_byte);
  read("verify", timing.verify);
  read("write", timing.write);
  read("rsa_2048", timing.rsa_2048);
  read("rsa_public", timing.rsa_public);
  read("ec_p384", timing.ec_p384);
  read("hash_per_byte", timing.hash_per_byte);
  read("challenge", timing.challenge);
  map.finish();
  return timing;
}

}  // namespace uketsuke::chip
