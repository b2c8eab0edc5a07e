#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/receipt/of_request.h"
#include "scenarios/model/site.h"

namespace uketsuke::oqs {

/// What happened to one file in `req`.
enum class Fate {
  answered,  ///< result written to `res`, request moved to `processed`
  finished,  ///< the result existed, from an interrupted run; request moved to `processed`
  refused,   ///< unreadable: error result written to `res`, request moved to `trash`
  kept,      ///< still in `req`: another request's result has the name of its result
  foreign,   ///< still in `req`: not a single eligibility request
  gone,      ///< another program took it meanwhile
};

struct Handled {
  std::filesystem::path request;  ///< its original path
  Fate fate{};
  std::filesystem::path result;  ///< empty if none was written
  std::string note;              ///< what is wrong with it, or what the answer was
};

/// Answers every request in `folder/req` once, ordered by name, in the encoding of the request.
///
/// A result is complete before its request moves, so an interrupted run loses nothing and the next one
/// continues. No file is overwritten, also in `processed` and `trash`.
/// @throws InputError if `folder/req` does not exist; SystemError
std::vector<Handled> answer_requests(const std::filesystem::path& folder, const People& people,
                                     const scenario::Site& site, DateTime now);

/// Writes a face result into `folder/face`.
/// @return its path
/// @throws SystemError
std::filesystem::path deliver_face_result(const std::filesystem::path& folder, const Result& result,
                                          std::string_view bytes);

}  // namespace uketsuke::oqs
