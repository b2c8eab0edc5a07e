#include "sim/chip/rf/link_parameters.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/yaml/document.h"
#include "reader_model/rf/block.h"

namespace uketsuke::chip {

namespace {

template <std::size_t N>
std::array<std::uint8_t, N> bytes(const yaml::Value& value) {
  Bytes read;
  try {
    read = from_hex(value.text());
  } catch (const std::invalid_argument&) {
  }
  if (read.size() != N) value.fail(InputProblem::bad_value, fmt::format("{} bytes in hexadecimal", N));
  std::array<std::uint8_t, N> array{};
  std::copy(read.begin(), read.end(), array.begin());
  return array;
}

Duration pause(const yaml::Value& value, Duration least, Duration most) {
  const Duration pause = value.duration();
  if (pause < least || pause > most) {
    value.fail(InputProblem::bad_value,
               fmt::format("from {} to {} ns (ISO/IEC 14443-3)", least.count(), most.count()));
  }
  return pause;
}

}  // namespace

void LinkParameters::set_fwi(unsigned fwi) {
  std::uint8_t& timing = atqb.protocol_info[2];
  timing = static_cast<std::uint8_t>((timing & 0x0FU) | fwi << 4);
}

LinkParameters LinkParameters::load(const std::filesystem::path& path) {
  yaml::Map map = yaml::load_one(path).map();
  LinkParameters link;
  link.atqb.application_data = bytes<4>(map.required("application_data"));
  const yaml::Value info = map.required("protocol_info");
  link.atqb.protocol_info = bytes<3>(info);
  if (!reader::abilities(link.atqb).block_protocol) {
    info.fail(InputProblem::bad_value, "the lowest bit of the second byte must be set: ISO/IEC 14443-4");
  }
  link.set_fwi(static_cast<unsigned>(map.required("fwi").integer(0, reader::kMostFwi)));
  link.atqb.sfgi = static_cast<std::uint8_t>(map.required("sfgi").integer(0, reader::kMostFwi));
  link.application_family = static_cast<std::uint8_t>(map.required("application_family").integer(0, 0xFF));
  link.tr0 = pause(map.required("tr0"), reader::kTr0, reader::subcarrier_periods(256));
  link.tr1 = pause(map.required("tr1"), reader::kTr1, reader::subcarrier_periods(200));
  link.most_extension =
      static_cast<unsigned>(map.required("most_extension").integer(1, reader::block::kMostMultiplier));
  map.finish();
  return link;
}

}  // namespace uketsuke::chip
