#include "oqs/file_names.h"

#include <fmt/format.h>

namespace uketsuke::oqs {

namespace {

constexpr std::string_view kRequest = "OQSsiquc01req_";
constexpr std::string_view kResult = "OQSsiquc01res_";
constexpr std::string_view kEnding = ".xml";

bool is_name(std::string_view name, std::string_view prefix) {
  return name.size() > prefix.size() + kEnding.size() && name.substr(0, prefix.size()) == prefix &&
         name.substr(name.size() - kEnding.size()) == kEnding && name.find('/') == std::string_view::npos;
}

}  // namespace

bool is_request_name(std::string_view name) { return is_name(name, kRequest); }

bool is_result_name(std::string_view name) { return is_name(name, kResult); }

std::string result_name(std::string_view request) {
  return fmt::format("{}{}", kResult, request.substr(kRequest.size()));
}

std::string face_name(std::string_view id, DateTime processed) {
  return fmt::format("{}face_{}_{}{}", kResult, id, format_compact(processed), kEnding);
}

std::string face_id(std::string_view institution, unsigned counter) {
  return fmt::format("{}{:020}", institution, counter);
}

}  // namespace uketsuke::oqs
