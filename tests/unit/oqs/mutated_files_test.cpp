#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <random>

#include "oqs/reader.h"
#include "oqs/table.h"
#include "oqs/writer.h"
#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace mutated_files_test {

/// Makes one random change: a byte changed, a run removed, doubled or moved, or markup inserted.
void mutate(std::string& bytes, std::mt19937& random) {
  static const std::vector<std::string> kMarkup = {"<",     ">",           "</",     "/>", "&",    "]]>",
                                                   "<!--",  "\"",          "<?xml ", "\0", "\x81", "\xEF",
                                                   "&#x0;", "<!DOCTYPE a", "<a>",    " ",  "0"};
  const auto pick = [&](std::size_t below) { return below == 0 ? 0 : random() % below; };
  const std::size_t at = pick(bytes.size() + 1);
  const std::size_t length = pick(std::min<std::size_t>(40, bytes.size() - at) + 1);
  switch (pick(5)) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(random());
      break;
    case 1:
      bytes.erase(at, length);
      break;
    case 2:
      bytes.insert(at, bytes.substr(at, length));
      break;
    case 3:
      bytes.insert(pick(bytes.size() + 1), bytes.substr(at, length));
      break;
    default:
      bytes.insert(at, kMarkup[pick(kMarkup.size())]);
  }
}

enum class Fate { refused, read, broken };

/// Checks that a file is either refused with a place, or read and then written again without errors.
Fate fate_of(const std::string& bytes) {
  try {
    const XmlFile file = parse_xml(bytes, "f.xml");
    table_of(file);
    validate(file, MessageKind::request);
    const Encoded again = write(read_result(file), Encoding::utf8);
    return has_errors(validate(parse_xml(again.bytes, "again.xml"), MessageKind::result)) ? Fate::broken
                                                                                          : Fate::read;
  } catch (const InputError&) {
    return Fate::refused;
  }
}

TEST(MutatedFiles, AreRefusedOrReadAndNothingElse) {
  const std::vector<std::string> seeds = {golden("face.utf-8.xml"), golden("face.shift_jis.xml"),
                                          golden("unordered.utf-8-bom.xml"),
                                          golden("medical_aid.shift_jis.xml")};
  std::mt19937 random(20241007);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  constexpr int kMost = 20'000;
  std::map<Fate, int> fates;
  for (int i = 0; i < kMost && std::chrono::steady_clock::now() < end; ++i) {
    std::string bytes = seeds[random() % seeds.size()];
    for (std::size_t n = random() % 4 + 1; n > 0; --n) mutate(bytes, random);
    const Fate fate = fate_of(bytes);
    ASSERT_NE(fate, Fate::broken) << bytes;
    ++fates[fate];
  }
  RecordProperty("read", fates[Fate::read]);
  EXPECT_GT(fates[Fate::read], 10);  // otherwise the loop would prove nothing
  EXPECT_GT(fates[Fate::refused], 10);
}

}  // namespace mutated_files_test
}  // namespace uketsuke::oqs
