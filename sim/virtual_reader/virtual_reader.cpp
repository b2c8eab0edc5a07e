#include "sim/virtual_reader/virtual_reader.h"

#include <fmt/format.h>

#include <chrono>

#include "sim/virtual_reader/vpcd_error.h"

namespace uketsuke::virtual_reader {

namespace {

using Clock = std::chrono::steady_clock;

/// One connection, from its first byte to its last.
class Visit {
 public:
  Visit(Connection connection, InsertedCard& card, const Offer& offer)
      : connection_(std::move(connection)), card_(card), offer_(offer) {}

  /// @returns `stopped`, `closed`, or `late` if no question came
  Wait serve() {
    for (;;) {
      if (const Wait end = connection_.receive(frames_, patience()); end != Wait::ready) {
        card_.pulled();
        if (end == Wait::stopped || frames_.unfinished() == 0) return end;
        if (asked_) return Wait::closed;  // a killed pcscd leaves half a frame
        stopped_mid_frame();
      }
      if (frames_.unfinished() != 0 && !begun_) begun_ = Clock::now();
      while (const auto payload = frames_.front()) {
        begun_.reset();
        if (const Wait end = answer(*payload); end != Wait::ready) return end;
        frames_.pop();
      }
    }
  }

  bool asked() const { return asked_; }

 private:
  Connection connection_;
  InsertedCard& card_;
  const Offer& offer_;
  FrameBuffer frames_;
  Bytes out_;
  bool asked_ = false;
  std::optional<Clock::time_point> begun_;  ///< start of the incomplete frame

  /// Time limit for the next bytes; none between two frames.
  std::optional<Duration> patience() const {
    if (begun_) return std::max(Duration::zero(), Duration(*begun_ + offer_.frame_within - Clock::now()));
    if (!asked_ && !offer_.wait) return offer_.first_frame_within;
    return std::nullopt;
  }

  [[noreturn]] void stopped_mid_frame() const {
    const std::string of = frames_.announced() == 0 ? "" : fmt::format(" of {}", frames_.announced());
    throw VpcdError(VpcdProblem::stopped_mid_frame,
                    fmt::format("{} stopped in the middle of a frame, after {}{} bytes", to_string(offer_.at),
                                frames_.unfinished(), of));
  }

  Wait answer(chip::ByteView payload) {
    const auto taken = Clock::now();
    std::optional<chip::ByteView> answer;
    try {
      answer = card_.take(payload);
    } catch (const VpcdError& error) {
      throw VpcdError(error.problem(), fmt::format("{} {}", to_string(offer_.at), error.what()));
    }
    if (!asked_) {
      asked_ = true;
      if (offer_.tell) offer_.tell(ConnectionChange::attached);
    }
    if (!answer) return Wait::ready;
    if (offer_.realtime && card_.busy() > Duration::zero()) {
      if (const Wait end = connection_.pause(card_.busy()); end != Wait::late) {
        card_.pulled(Clock::now() - taken);
        return end;
      }
    }
    card_.settle();
    out_.clear();
    append_frame(out_, *answer);
    const Wait end = connection_.send(out_, offer_.frame_within);
    if (end != Wait::ready) card_.pulled();
    return end == Wait::late ? Wait::closed : end;
  }
};

[[noreturn]] void refuse(const Offer& offer, Wait end) {
  const std::string where = to_string(offer.at);
  if (end == Wait::late) {
    throw VpcdError(VpcdProblem::busy,
                    fmt::format("{} takes the connection but asks for no card: is another card in this "
                                "reader? (the second reader is at port {})",
                                where, kLastSlot));
  }
  throw VpcdError(VpcdProblem::closed_at_once,
                  fmt::format("{} closed the connection before it asked for the card: is it a vpcd?", where));
}

}  // namespace

void attach(InsertedCard& card, const Offer& offer) {
  for (bool seen = false;;) {
    const bool patient = seen || offer.wait;
    try {
      auto connection = Connection::open(offer.at, offer.connect_within, offer.stop);
      if (!connection) return;
      Visit visit(std::move(*connection), card, offer);
      const Wait end = visit.serve();
      if (end == Wait::stopped) return;
      if (!visit.asked() && !patient) refuse(offer, end);
      if (visit.asked()) {
        seen = true;
        if (offer.tell) offer.tell(ConnectionChange::lost);
        if (offer.once) return;
      }
    } catch (const VpcdError& error) {
      if (!patient || error.problem() != VpcdProblem::unreachable) throw;  // pcscd is not up yet
    }
    if (wait_for_stop(offer.stop, offer.retry_every) == Wait::stopped) return;
  }
}

}  // namespace uketsuke::virtual_reader
