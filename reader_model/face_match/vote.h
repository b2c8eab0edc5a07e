#pragma once

#include <cstdint>
#include <optional>

#include "reader_model/face_match/policy/face_policy.h"
#include "record/words/face_words.h"

namespace uketsuke::reader {

/// The result of comparing one picture.
struct Vote {
  std::int64_t frame = 0;
  float similarity = 0;
  std::optional<float> liveness;
  bool alike = false;  ///< similarity reaches the limit
  bool alive = false;  ///< liveness reaches the limit, or the policy does not require it
};

/// Counts the compared pictures, and tells when they decide against the patient.
class VoteBox {
 public:
  /// @param liveness empty if the plug-in does not measure it and the policy does not require it
  void add(const FacePolicy& policy, std::int64_t frame, float similarity, std::optional<float> liveness);

  /// The vote that is alike and alive, while it is valid.
  const std::optional<Vote>& good() const { return good_; }

  /// Drops a good vote that has waited too long for the second view.
  void expire(const FacePolicy& policy, std::int64_t frame);

  /// `not_live` if no picture was alive, `no_match` if one was but none was alike as well; empty while
  /// pictures may still be compared, or one was good.
  std::optional<record::FaceResult> refusal(const FacePolicy& policy) const;

  const std::optional<Vote>& last() const { return last_; }
  void clear() { *this = {}; }

 private:
  int count_ = 0;
  int alive_ = 0;
  std::optional<Vote> good_;
  std::optional<Vote> last_;
};

}  // namespace uketsuke::reader
