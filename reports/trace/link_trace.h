#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "reports/trace/follower.h"
#include "reports/trace/pcapng.h"

namespace uketsuke::trace {

/// Where traces are written and what they may show.
struct TraceOptions {
  std::filesystem::path folder;  ///< must exist
  std::string application;       ///< `Uketsuke 0.1.0`
  bool secrets = false;          ///< show PINs, My Number and photo
};

/// The case that is traced.
struct TracedCase {
  std::string file_stem;  ///< the files are `STEM.1.pcapng`, `STEM.2.pcapng`, …
  std::string id;
  Text title;
  std::vector<std::string> requirements;
  std::string device;
  DateTime start{};
};

/// A frame on the air, with CRC_B.
struct TracedFrame {
  Duration begin{};
  bool from_card = false;
  const Bytes& bytes;
  unsigned bit_rate = 0;  ///< kbit/s
};

/// Writes the communication between reader and card as pcapng, one file from field on to field off.
///
/// Packets have comments: the step of the script, the purpose of a command, the meaning of an answer. By
/// default the trace hides the data of commands with a PIN, password, 照合番号 or key, and the answers with a
/// My Number or the photo, also in chained and repeated blocks; of a frame that was damaged on the air, it
/// hides everything but the first byte, because its meaning can no longer be determined.
///
/// Every function throws SystemError if a file cannot be written.
class LinkTrace {
 public:
  LinkTrace(TraceOptions options, TracedCase traced)
      : options_(std::move(options)), case_(std::move(traced)) {}

  /// The script reached a step, which is noted at the next packet from that time on.
  /// @param text without secrets
  void step(Duration at, std::int64_t index, std::string_view text);

  void field(Duration at, bool on);
  void frame(const TracedFrame& frame);

  /// Ends the case: closes the open file, if any.
  void finish();

  /// The completed files.
  const std::vector<std::filesystem::path>& files() const { return files_; }

 private:
  struct Packet {
    Duration at{};
    AirEvent event{};
    Bytes frame;
    std::string comments;  ///< lines
  };

  TraceOptions options_;
  TracedCase case_;
  std::vector<std::filesystem::path> files_;
  std::optional<PcapngWriter> writer_;
  std::filesystem::path path_;
  int sessions_ = 0;
  Follower follower_;
  bool activating_ = false;                              ///< the reader's last frame was an ATTRIB
  bool halting_ = false;                                 ///< … or an HLTB
  bool in_slot_ = false;                                 ///< … or a slot marker
  bool activated_ = false;                               ///< a card was asked to use the block protocol
  unsigned bit_rate_ = 0;                                ///< bit rate of the last frame
  std::vector<std::pair<Duration, std::string>> steps_;  ///< not yet written
  Packet packet_;             ///< the packet under construction; kept for its memory
  std::vector<Packet> held_;  ///< packets of an answer whose last byte will determine what to hide

  void open();
  void describe(const TracedFrame& frame);
  void describe_request(const TracedFrame& frame);
  void describe_information(const TracedFrame& frame, const Block& block);
  void hide_bytes(std::size_t begin, std::size_t end);
  void mark_without_crc();
  void say_steps();
  void put();
  void release();
};

}  // namespace uketsuke::trace
