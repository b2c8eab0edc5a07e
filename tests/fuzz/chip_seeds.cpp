#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <initializer_list>

#include "tests/fuzz/chip_fuzz.h"
#include "tests/fuzz/fuzz_card.h"
#include "tests/unit/sim/chip/card_fixture.h"

namespace uketsuke::fuzz {

namespace {

using chip::extended_command;

constexpr std::uint8_t kAssumedPinless = 1 << 5;

Bytes apdu_step(const Bytes& command) {
  return step(apdu, static_cast<std::uint16_t>(command.size()), command);
}

/// One input from commands in hexadecimal.
Bytes input(std::initializer_list<std::string_view> commands, std::uint8_t policies = 0) {
  Bytes bytes = {policies};
  for (const std::string_view command : commands) {
    const Bytes one = apdu_step(from_hex(command));
    bytes.insert(bytes.end(), one.begin(), one.end());
  }
  return bytes;
}

void append(Bytes& bytes, const Bytes& more) { bytes.insert(bytes.end(), more.begin(), more.end()); }

/// SET PUBLIC IC KEY with a certificate that the card accepts, then a challenge.
Bytes terminal_input() {
  const Bytes whole = terminal_certificate();
  Bytes bytes = input({chip::kSelectJpki, "00A4020C020016"}, kAssumedPinless);
  append(bytes, apdu_step(extended_command("80A206C1", Bytes(whole.begin(), whole.begin() + 307))));
  append(bytes, apdu_step(extended_command("80A200C1", Bytes(whole.begin() + 307, whole.end()))));
  append(bytes, apdu_step(from_hex("0084000010")));
  append(bytes, apdu_step(extended_command("00820096", Bytes(256, 0x5A))));
  append(bytes, apdu_step(from_hex("802A0397040102030400")));
  return bytes;
}

/// A session key that the card accepts, then an encrypted READ.
Bytes secure_input() {
  Bytes seed = from_hex("A0228020");
  seed.resize(seed.size() + 32, 0x33);
  EVP_PKEY_CTX* context = EVP_PKEY_CTX_new(signing_key().get(), nullptr);
  EVP_PKEY_encrypt_init(context);
  EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING);
  EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256());
  Bytes encrypted(128);
  std::size_t size = encrypted.size();
  EVP_PKEY_encrypt(context, encrypted.data(), &size, seed.data(), seed.size());
  EVP_PKEY_CTX_free(context);

  Bytes bytes = input({chip::kSelectInputSupport, "002000910431323334", "00A4020C020001"});
  append(bytes, apdu_step(extended_command("80AE0000", encrypted)));
  append(bytes, apdu_step(from_hex("08B00000059603000010")));
  append(bytes, apdu_step(from_hex("08A4020C13861101" + std::string(32, 'A'))));
  append(bytes, apdu_step(from_hex("0CB0000005960300001000")));
  return bytes;
}

Bytes events_input() {
  Bytes bytes = input({chip::kSelectJpki, "00A4020C020018", "002000800431323334"});
  append(bytes, step(tear, 500));
  append(bytes, apdu_step(from_hex(chip::kSelectJpki)));
  append(bytes, apdu_step(from_hex("002000980430303030")));
  append(bytes, step(tear, 340));
  append(bytes, step(warm, 0));
  append(bytes, step(power, 0));
  append(bytes, apdu_step(from_hex("00200098")));
  return bytes;
}

/// 64 KiB in one command, with and without Le, complete and truncated.
Bytes long_input() {
  Bytes bytes = input({chip::kSelectCardFace});
  for (const char* head :
       {"802A030000FFFF5A", "00200093 00FFFF5A", "00A4040C 00FFFE5A", "80AE0000 00FFFF5A"}) {
    for (const std::uint16_t count : {0xFFFF, 0xFFFE, 0xFFFD, 0x8000}) {
      append(bytes, step(long_apdu, count, from_hex(head)));
    }
  }
  return bytes;
}

}  // namespace

std::vector<Bytes> seeds() {
  return {
      input({chip::kSelectJpki, "00A4020C020018", "00200080", "002000800431323334", "00A4020C020017",
             "802A00800401020304 00", "00A4020C02000A", "00B0000004", "00B0000000", "00B0010010",
             "00B00000000400", "00B08A0010"}),
      input({chip::kSelectJpki, "0020009B06414243313233", "00B08100000A00", "802A039A0401020304 00",
             "0024019B06444546343536", "0020009B06444546343536"}),
      input({"00A404000AD392F00026010000000100", "00A4040201D300", "00A40000", "00A4000C023F00", "00A4040000",
             "00A4040C07A0000001510000"}),
      input({chip::kSelectCardFace, "002000920E3535303231373230333532323835", "00B0820000", "00B00100000800",
             "00200091063535303231 37", "00B0810000", "802A0300040102030400", "00B0840000"}),
      input({chip::kSelectCardFace, "002000930C313233343536373839303138", "00B0850000", "00B0860000",
             "00B0830000"}),
      input({chip::kSelectInputSupport, "002000910431323334", "00B0810000", "00B08200000400",
             "00B08300000400", "00B08500000100", "0024019104 35363738", "802A0300040102030400", "00200092",
             "0020009204 30303030"}),
      input({chip::kSelectCommon, "00B2010C00", "00B2010400", "00B2010500", "0088009908010203040506070800",
             "0020009C0431323334", "8032009C0435363738", "00B0820000"}),
      input({chip::kSelectJuki, "0020009C0431323334", "00B2011400", "8032009C0435363738"}),
      input({"00CA00F000", "00CA00F200", "00CA004200", "00CA7F21000000", "00CA00F8000000", "00CA5F5100",
             "0084000008", "0084000000", "00840000000101", "80FC0000", "00C0000000", "002C0080"}),
      input({"01A4040C0AD392F000260100000001", "03B0000000", "40B0000000", "70B0000000", "B0A40400",
             "FFCA000000"}),
      terminal_input(),
      secure_input(),
      events_input(),
      long_input(),
  };
}

}  // namespace uketsuke::fuzz
