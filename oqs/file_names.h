#pragma once

#include <string>
#include <string_view>

#include "base/calendar.h"

namespace uketsuke::oqs {

// Names in the shared folder OQS/{req,res,face,…}, as public programs have them.

/// `OQSsiquc01req_….xml`, and nothing in the name that leads out of a folder.
bool is_request_name(std::string_view name);

/// `OQSsiquc01res_….xml`, `face` ones too.
bool is_result_name(std::string_view name);

/// The result's name: `req_` becomes `res_`. @param request  a name for which `is_request_name` holds
std::string result_name(std::string_view request);

/// `OQSsiquc01res_face_<id>_<yyyyMMddHHmmss>.xml`
std::string face_name(std::string_view id, DateTime processed);

/// The id that one program gives its face files: institution and a counter of 20 digits.
std::string face_id(std::string_view institution, unsigned counter);

}  // namespace uketsuke::oqs
