#pragma once

#include <string>
#include <string_view>

#include "base/calendar.h"

namespace uketsuke::oqs {

// Names of files in the shared folder OQS/{req,res,face,…}, as public programs use them.

/// Whether the name is `OQSsiquc01req_….xml`, without parts that lead out of the folder.
bool is_request_name(std::string_view name);

/// Whether the name is `OQSsiquc01res_….xml`, including `face` results.
bool is_result_name(std::string_view name);

/// The result's name for a request's: `req_` becomes `res_`. @param request  a name for which
/// `is_request_name` holds
std::string result_name(std::string_view request);

/// `OQSsiquc01res_face_<id>_<yyyyMMddHHmmss>.xml`; `processed` is the time in the name.
std::string face_name(std::string_view id, DateTime processed);

/// The id of a face result as one public program makes it: institution code and a counter of 20 digits.
std::string face_id(std::string_view institution, unsigned counter);

}  // namespace uketsuke::oqs
