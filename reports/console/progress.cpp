#include "reports/console/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "reports/console/display_width.h"
#include "reports/console/paint.h"
#include "reports/results/run_summary.h"

namespace uketsuke::reports {

namespace {

using record::Result;

/// Counting common to both kinds of progress.
class Counting : public Progress {
 public:
  Counting(std::ostream& out, Style style, std::size_t total, WallClock clock)
      : out_(out), style_(style), total_(total), clock_(std::move(clock)), start_(clock_()) {}

 protected:
  std::ostream& out_;
  Style style_;
  std::size_t total_;
  WallClock clock_;
  double start_;
  Counts counts_;

  /// ` 42/88 cases, 1 failed, 2 errors`
  std::string state() const {
    std::string text = fmt::format("{}/{} cases", counts_.total(), total_);
    if (const auto failed = counts_.of(Result::fail)) text += fmt::format(", {} failed", failed);
    if (const auto errors = counts_.of(Result::error))
      text += fmt::format(", {} error{}", errors, errors == 1 ? "" : "s");
    return text;
  }
};

class PlainLines : public Counting {
 public:
  using Counting::Counting;

  void add(Result result) override {
    counts_.add(result);
    const std::size_t tenth = total_ == 0 ? 10 : counts_.total() * 10 / total_;
    const double now = clock_() - start_;
    if (tenth == shown_tenth_ && now - shown_at_ < kLongestSilence) return;
    shown_tenth_ = tenth;
    shown_at_ = now;
    out_ << fmt::format("{:>3} %  {}  {:.1f} s\n", total_ == 0 ? 100 : counts_.total() * 100 / total_,
                        state(), now)
         << std::flush;
  }
  void clear() override {}
  void finish() override {}

 private:
  static constexpr double kLongestSilence = 5;  // seconds; CI systems treat a silent job as dead
  std::size_t shown_tenth_ = 0;
  double shown_at_ = 0;
};

class Bar : public Counting {
 public:
  using Counting::Counting;
  ~Bar() override {
    if (drawn_) out_ << "\r\x1b[K" << std::flush;
  }

  void add(Result result) override {
    counts_.add(result);
    const double now = clock_();
    if (drawn_ && now - drawn_at_ < kRedraw && counts_.total() != total_) return;
    draw(now);
  }

  void clear() override {
    if (!drawn_) return;
    out_ << "\r\x1b[K";
    drawn_ = false;
  }

  void finish() override {
    clear();
    out_ << std::flush;
  }

 private:
  static constexpr double kRedraw = 0.1;  // seconds between two redraws
  bool drawn_ = false;
  double drawn_at_ = 0;

  void draw(double now) {
    const double elapsed = now - start_;
    std::string tail = "  " + state();
    if (elapsed > 0) tail += fmt::format(", {:.0f} cases/s", static_cast<double>(counts_.total()) / elapsed);
    // The last column stays free: some terminals wrap once it is filled.
    const int room = style_.width - 1 - static_cast<int>(display_width(tail)) - 1;
    const int length = std::clamp(room, 0, 40);
    const auto done =
        total_ == 0
            ? length
            : static_cast<int>(static_cast<std::size_t>(length) * std::min(counts_.total(), total_) / total_);
    std::string bar;
    for (int i = 0; i < length; ++i) bar += i < done ? "━" : "╌";
    const bool bad = counts_.of(Result::fail) + counts_.of(Result::error) > 0;
    if (length > 0) bar = " " + paint(bar, bad ? "31" : "32", style_);
    out_ << "\r" << bar << fit(tail, static_cast<std::size_t>(style_.width - 1)) << "\x1b[K" << std::flush;
    drawn_ = true;
    drawn_at_ = now;
  }
};

}  // namespace

std::unique_ptr<Progress> make_progress(std::ostream& out, const Style& style, std::size_t total,
                                        WallClock clock) {
  if (style.terminal) return std::make_unique<Bar>(out, style, total, std::move(clock));
  return std::make_unique<PlainLines>(out, style, total, std::move(clock));
}

WallClock steady_clock() {
  return [] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  };
}

}  // namespace uketsuke::reports
