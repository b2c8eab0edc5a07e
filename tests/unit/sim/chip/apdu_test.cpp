#include "sim/chip/apdu.h"

#include <gtest/gtest.h>

#include <ostream>

namespace uketsuke::chip {

namespace apdu_test {

// ISO/IEC 7816-4:2013 §5.1, table 1: the form of each case. docs/card-facts.md §7.10, traps 4 to 6.

struct Form {
  const char* name;
  const char* bytes;
  ApduError error;
  std::size_t lc;
  int le;  // -1: none
  bool extended;
};

std::ostream& operator<<(std::ostream& out, const Form& form) { return out << form.name; }

class ApduForm : public testing::TestWithParam<Form> {};

TEST_P(ApduForm, IsTakenApart) {
  const Bytes bytes = from_hex(GetParam().bytes);
  Command command;
  const ApduError error = parse(bytes, command);
  EXPECT_EQ(error, GetParam().error);
  if (error != ApduError::none) return;
  EXPECT_EQ(command.data.size, GetParam().lc);
  EXPECT_EQ(command.le ? static_cast<int>(*command.le) : -1, GetParam().le);
  EXPECT_EQ(command.extended, GetParam().extended);
}

constexpr auto kNone = ApduError::none;
constexpr auto kTruncated = ApduError::truncated;

INSTANTIATE_TEST_SUITE_P(
    Iso7816, ApduForm,
    testing::Values(Form{"case1", "00200080", kNone, 0, -1, false},
                    Form{"case2", "00B0000004", kNone, 0, 4, false},
                    Form{"case2_le_00_is_256", "00B0000000", kNone, 0, 256, false},
                    Form{"case3", "00A4020C020018", kNone, 2, -1, false},
                    Form{"case4", "802A008003010203 10", kNone, 3, 16, false},
                    Form{"case4_le_00_is_256", "802A00800301020300", kNone, 3, 256, false},
                    Form{"case2_extended", "00B00000000150", kNone, 0, 0x150, true},
                    Form{"case2_extended_0000_is_65536", "00B00000000000", kNone, 0, 65536, true},
                    Form{"case3_extended", "80A206C1000002AABB", kNone, 2, -1, true},
                    Form{"case4_extended", "802A0080000002AABB0100", kNone, 2, 256, true},
                    Form{"case4_extended_0000_is_65536", "802A0080000002AABB0000", kNone, 2, 65536, true}),
    [](const auto& param) { return param.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Malformed, ApduForm,
    testing::Values(Form{"nothing", "", ApduError::too_short, 0, 0, false},
                    Form{"three_bytes", "00A404", ApduError::too_short, 0, 0, false},
                    Form{"lc_without_data", "00A4040C0AD392", kTruncated, 0, 0, false},
                    Form{"one_byte_behind_le", "00A4020C0200180000", ApduError::trailing, 0, 0, false},
                    Form{"extended_length_of_one_byte", "00B000000001", kTruncated, 0, 0, false},
                    Form{"extended_lc_without_data", "802A008000000301", kTruncated, 0, 0, false},
                    Form{"extended_lc_with_too_few_data", "802A0080000003AABB", kTruncated, 0, 0, false},
                    Form{"extended_le_of_one_byte", "802A0080000002AABB01", kTruncated, 0, 0, false},
                    Form{"extended_trailing", "802A0080000002AABB010000", ApduError::trailing, 0, 0, false},
                    Form{"extended_lc_of_zero", "802A00800000000100", ApduError::zero_length, 0, 0, false}),
    [](const auto& param) { return param.param.name; });

TEST(Apdu, EveryTruncationOfALongCommandIsAnErrorOrAnotherCase) {
  const Bytes whole = from_hex(
      "802A0080"
      "000004"
      "01020304"
      "0100");
  for (std::size_t size = 5; size < whole.size(); ++size) {
    Command command;
    const Bytes part(whole.begin(), whole.begin() + static_cast<long>(size));
    const ApduError error = parse(part, command);
    // 5 bytes are case 2 (Le = 0), 7 are case 2 extended, 11 case 3 extended; all other lengths are
    // incomplete.
    const bool whole_case = size == 5 || size == 7 || size == 11;
    EXPECT_EQ(error == ApduError::none, whole_case) << size;
  }
}

TEST(Apdu, HeaderIsThereEvenWhenTheBodyIsWrong) {
  Command command;
  const Bytes bytes = from_hex("8C2A0080 05 01");
  ASSERT_EQ(parse(bytes, command), ApduError::truncated);
  EXPECT_EQ(command.cla, 0x8C);
  EXPECT_EQ(command.ins, 0x2A);
}

TEST(Apdu, CommandsAreNamedAsInIso7816) {
  EXPECT_EQ(command_name(0x00, 0x20), "VERIFY");
  EXPECT_EQ(command_name(0x00, 0xB0), "READ BINARY");
  EXPECT_EQ(command_name(0x00, 0x77), "");
}

}  // namespace apdu_test
}  // namespace uketsuke::chip
