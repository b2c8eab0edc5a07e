#pragma once

#include <cstdint>
#include <optional>

#include "reader_model/face_match/policy/face_policy.h"
#include "record/words/face_words.h"

namespace uketsuke::reader {

/// One picture that was compared.
struct Vote {
  std::int64_t frame = 0;
  float similarity = 0;
  std::optional<float> liveness;
  bool alike = false;  ///< similarity is at least the limit
  bool alive = false;  ///< so is liveness, or the policy does not ask for it
};

/// Counts the pictures that were compared, and says when they decide against the patient.
class VoteBox {
 public:
  /// @param liveness nothing where the plug-in does not measure and the policy does not require it
  void add(const FacePolicy& policy, std::int64_t frame, float similarity, std::optional<float> liveness);

  /// The vote that is alike and alive, while it is valid.
  const std::optional<Vote>& good() const { return good_; }

  /// A good vote that waited too long for the second view does not count any more.
  void expire(const FacePolicy& policy, std::int64_t frame);

  /// `not_live` where no picture was alive, `no_match` where one was and none was alike as well; nothing
  /// while pictures may still be compared, or one was good.
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
