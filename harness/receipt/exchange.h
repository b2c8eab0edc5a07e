#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/receipt/of_request.h"
#include "scenarios/model/site.h"

namespace uketsuke::oqs {

/// What became of one file in `req`.
enum class Fate {
  answered,  ///< result in `res`, request in `processed`
  finished,  ///< the result was there already, from a run that was cut short; request in `processed`
  refused,   ///< cannot be read: error result in `res`, request in `trash`
  kept,      ///< still in `req`: its result's name is taken by the result of another request
  foreign,   ///< still in `req`: no single eligibility request
  gone,      ///< somebody else took it meanwhile
};

struct Handled {
  std::filesystem::path request;  ///< where it was
  Fate fate{};
  std::filesystem::path result;  ///< empty where none was written
  std::string note;              ///< what is wrong with it, or what was answered
};

/// Answers every request in `folder/req` once, in order of their names, in the encoding of the request. A
/// result is whole before its request moves, so that a run that is cut short loses nothing: the next one goes
/// on. Nothing is overwritten, here and in `processed` and `trash`.
/// @throws InputError where there is no `folder/req`; SystemError
std::vector<Handled> answer_requests(const std::filesystem::path& folder, const People& people,
                                     const scenario::Site& site, DateTime now);

/// Writes a face result into `folder/face`. @return where
/// @throws SystemError
std::filesystem::path deliver_face_result(const std::filesystem::path& folder, const Result& result,
                                          std::string_view bytes);

}  // namespace uketsuke::oqs
