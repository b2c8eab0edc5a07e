#include "reader_model/face_match/vote.h"

namespace uketsuke::reader {

void VoteBox::add(const FacePolicy& policy, std::int64_t frame, float similarity,
                  std::optional<float> liveness) {
  Vote vote{frame, similarity, liveness, similarity >= policy.similarity_at_least(), false};
  vote.alive = !policy.liveness_required || (liveness && *liveness >= policy.liveness_at_least);
  ++count_;
  if (vote.alive) ++alive_;
  if (vote.alive && vote.alike) good_ = vote;
  last_ = vote;
}

void VoteBox::expire(const FacePolicy& policy, std::int64_t frame) {
  if (!good_ || frame - good_->frame <= policy.capture.vote_valid_frames) return;
  clear();
}

std::optional<record::FaceResult> VoteBox::refusal(const FacePolicy& policy) const {
  if (good_ || count_ < policy.capture.votes) return std::nullopt;
  return alive_ == 0 ? record::FaceResult::not_live : record::FaceResult::no_match;
}

}  // namespace uketsuke::reader
